// English: the front page for strangers, and in the demo whom one may be.
import type { LandingWords } from "../nb/landing";

export const landing: LandingWords = {
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
  demo: {
    heading: "Try Samtun with a project that is already under way",
    lead: (project) => `${project} is made up. Choose who you want to be. Open a private window and be someone else there, and you will see them write together.`,
    signInAs: (name) => `Enter as ${name}`,
    others: (count) => `Show the others (${count})`,
  },
};
