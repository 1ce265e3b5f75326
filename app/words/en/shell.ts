// English: the frame around every page, the front page for strangers, and the pages that say what went wrong.
import type { ShellWords } from "../nb/shell";

export const shell: ShellWords = {
  name: "Samtun",
  pageTitle: (title) => `${title} – Samtun`,
  skipToContent: "Skip to the content",
  toFrontPage: "Samtun, to the front page",
  mainNavigation: "Main menu",
  projects: "Projects",
  administration: "Administration",
  account: "My account",
  signIn: "Sign in",
  signOut: "Sign out",
  signedInAs: (name) => `Signed in as ${name}`,
  language: "Language",
  languageName: { nb: "Bokmål", nn: "Nynorsk", en: "English" },
  colourScheme: "Colours",
  colourSchemeName: { auto: "As the device", light: "Light", dark: "Dark" },
  choices: "Language and colours",
  footer: {
    about: "Samtun is a workspace where parents, municipality and care services plan a housing cooperative together.",
    accessibility: "Accessibility statement",
    accessibilityContact: "Is something hard to use? Tell the coordinator in your municipality.",
    privacy: "Samtun sets only the cookies it needs, and sends nothing to anyone else.",
  },
  forms: {
    optional: "optional",
    choose: "Choose …",
    faultsHeading: "This needs correcting",
    saved: "Saved.",
  },
  landing: {
    heading: "A home of one’s own, planned together",
    lead: "Samtun is the workspace where parents, municipality and care services plan a housing cooperative together – from the first meeting to the key in the door.",
    pictureText: "Small houses around a shared yard, with a tree in the middle.",
    pointsHeading: "How Samtun helps you",
    points: {
      plan: {
        heading: "One plan, written by everyone",
        text: "Parents and municipality write in the same document at the same time. It is saved as you write, and no version is ever lost.",
      },
      path: {
        heading: "Everyone sees what comes next",
        text: "The road is divided into milestones. Each one says who you are waiting for, how long you have waited, and what is missing.",
      },
      approval: {
        heading: "A yes that stands",
        text: "An approval covers exactly what was shown. If the text changes afterwards, everyone sees it, and you can ask again.",
      },
      privacy: {
        heading: "You plan a home, not a human being",
        text: "Health information and decisions about care stay in the municipality’s own systems. Here you keep what the house has in common.",
      },
    },
    partiesHeading: "For those around the table",
    parties: {
      parents: { heading: "For parents", text: "See in one minute where the project stands. Write when you have time, from your phone or the kitchen table. When someone leaves, what you have done remains." },
      municipality: { heading: "For the municipality", text: "One place for the plan, the cases and the decisions. You see what you approve and on what authority, and the journal shows it later." },
      services: { heading: "For the care services", text: "Take part from the start, where staffing and building belong together. You see what your role needs, and no more." },
    },
    begin: {
      heading: "How to take part",
      steps: [
        "The municipality creates the project.",
        "The board of the parent group and the coordinator each invite their own people.",
        "You get an e-mail, make a password, and you are in.",
      ],
    },
  },
  demo: {
    label: "About the demo",
    heading: "Try Samtun with a project that is already under way",
    lead: (project) => `${project} is made up. Choose who you want to be. Open a private window and be someone else there, and you will see them write together.`,
    signInAs: (name) => `Enter as ${name}`,
    nobody: "There is nobody to choose yet: the demo project has not been loaded.",
    note: "This is a demo. Do not write real information here.",
  },
  faults: {
    code: (status) => `Error ${status}`,
    toFrontPage: "To the front page",
    toProjects: "To your projects",
    toSignIn: "Sign in",
    again: "Try the page again",
    signInNeeded: { title: "You need to sign in", text: "This page is for the members of the project. Sign in, and you will come straight here." },
    notAllowed: { title: "You do not have access to this", text: "You are a member of the project, but your role does not give you this page. If you need it, ask the coordinator or the board." },
    notFound: { title: "We cannot find the page", text: "The address may be wrong, the page may have moved, or it belongs to a project you are not a member of. If someone sent you a link, ask them." },
    changed: { title: "Someone else got there first", text: "This changed while you were working on it, so what you sent was not saved. Go back, reload the page and see what is new." },
    tooMany: { title: "Wait a little", text: "There were too many requests in a short time. Wait a minute and try again." },
    refused: { title: "That did not work", text: "We did not understand what was sent, and nothing was changed. Go back and try again." },
    tooLarge: { title: "This is too large", text: "What you sent is larger than a form can take. Go back, shorten it and try again." },
    broken: { title: "Something went wrong on our side", text: "The fault has been noted. What you wrote and saved earlier is safe. Try again in a while, and tell the coordinator if it goes on." },
  },
};
