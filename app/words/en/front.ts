// English: the front page of a project, in full and in easy language, and the list of projects.
import type { Move } from "../../domain/outlook";
import type { Phase } from "../../domain/project";
import type { FrontWords } from "../nb/front";

/** The same phases in easy language. */
const phaseEasy: Record<Phase, string> = {
  F0: "We find out who wants to join.",
  F1: "We make a group and talk with the municipality.",
  F2: "We find out what kind of homes we want.",
  F3: "We find a place to build.",
  F4: "We find out where the money will come from.",
  F5: "We draw the homes and ask to build.",
  F6: "The homes are being built.",
  F7: "We plan who will work here.",
  F8: "We move in.",
  F9: "We live here.",
};

const move: Record<Move, string> = { decide: "to answer", correct: "to correct and submit again", askAgain: "must ask again", meet: "must meet a condition", finish: "under way" };

export const front: FrontWords = {
  phaseEasy,
  full: {
    title: "Where the project stands",
    place: (number, total, name) => `You are in phase ${number} of ${total}: ${name.toLowerCase()}.`,
    waitingOn: (title, who, days, also) => `${also ? "You are also waiting" : "Right now you are waiting"} for ${who}: “${title}” ${days === 0 ? "came there today" : `has been there ${since(days)}`}.`,
    waitingOnYou: (title, days, also) => `${also ? "" : "Right now the others are waiting for you. "}You ${days === 0 ? `${also ? "also " : ""}got “${title}” today` : `have ${also ? "also " : ""}had “${title}” ${since(days)}`}.`,
    nothingWaits: "Nobody is waiting for an answer right now.",
    since,
    inDays: (count) => (count === 0 ? "today" : count === 1 ? "tomorrow" : count < 60 ? `in ${count} days` : `in ${span(Math.round(count / 30.4))}`),
    waited: (count) => (count === 0 ? "Came today" : `Waiting for ${count === 1 ? "1 day" : `${count} days`}`),
    path: "The road to moving in",
    pathText: (reached, total) => `${reached} of ${total} milestones reached.`,
    pathPicture: (reached, total) => `A path of ${total} stones. The first ${reached} are laid.`,
    moveIn: "The goal is to move in on",
    moveInLeft: (months) => `That is ${span(months)} away.`,
    moveInSoon: "That is less than a month away.",
    moveInPassed: "The date has passed.",
    moveInUnknown: "No date for moving in has been set yet.",
    forecast: (likely, late) => `Most likely the residents move in in ${likely}. Eight times out of ten by the end of ${late}.`,
    forecastDrivers: (what) => `What decides it: ${what}.`,
    forecastDriver: (title) => `“${title}”`,
    forecastMore: "See the timeline",
    yours: "Waiting for you",
    yoursNothing: "Nothing is waiting for you right now.",
    now: "Now",
    nowNothing: "No milestone is under way. See what is next.",
    who: (who, what) => `${who}: ${what}`,
    move,
    begin: {
      title: "How to begin",
      people: "Invite the others",
      plan: "Write what you know so far in the plan",
      milestones: "Open the first milestone, and press “We have begun”",
    },
    next: "Next",
    nextNothing: "No dates have been set yet. The board and the coordinator can set them on each milestone.",
    late: "Late",
    overdue: (days) => (days === 1 ? "1 day overdue" : `${days} days overdue`),
    slipped: (days) => (days < 60 ? `Moved by ${days} days` : `Moved by ${span(Math.round(days / 30.4))}`),
    expectedNow: (day) => `Now expected ${day}.`,
    shouldHaveBeen: (day) => `Was due ${day}.`,
    plannedFirst: (day) => `First planned for ${day}.`,
    deadlines: "Deadlines",
    moved: "Approvals that no longer hold",
    movedText: "The text is no longer the one that was approved. You can see what changed, and ask again.",
    plan: "The plan",
    planChanged: (who) => (who === null ? "Last changed" : `Last changed by ${who},`),
    planRead: "Read the plan",
    planWrite: "Write together",
    planHistory: "Earlier versions",
    planFrozen: "The versions submitted",
    latest: "What has happened lately",
    wholeJournal: "The whole journal",
    allMilestones: "All milestones",
    anchoring: "How the project rests on the municipality's plan",
    easy: "Short and easy",
    easyReached: (reached, total) => `We have done ${reached} of ${total} things.`,
    easyWait: (who) => `We are waiting for ${who}.`,
    easyMoveIn: (day) => `The goal is to move in on ${day}.`,
    easyForecast: (likely, late) => (likely === late ? `We think we can move in in ${likely}.` : `We think we can move in in ${likely}. It may be later, perhaps in ${late}.`),
  },
  easy: {
    title: "Where we are now",
    lead: "This page tells how far we have come with the new homes.",
    done: "Done",
    waits: "Waiting for an answer",
    underWay: "Under way",
    later: "Later",
    doneHeading: "This is done",
    nowHeading: "This happens now",
    laterHeading: "This happens later",
    readPlan: "Read the plan for the new homes",
    showDone: (count) => `Show everything we have done (${count})`,
    showLater: (count) => `Show the rest (${count})`,
  },
  list: {
    title: "Your projects",
    lead: "Choose a project to see where it stands.",
    homes: (count) => (count === 1 ? "1 home" : `${count} homes`),
    joinedAs: (role) => `You take part as ${role}`,
    none: "You are not in a project yet",
    noneText: "If you have been invited by e-mail, open the link in it. Otherwise ask the board of the parent group or the municipality's coordinator.",
    administration: "To administration",
    administrationText: (municipality) => `You administer Samtun for ${municipality}. In the administration you can create projects and see those that exist.`,
  },
};

function since(count: number): string {
  return count === 0 ? "from today" : count === 1 ? "for 1 day" : count < 90 ? `for ${count} days` : `for ${span(Math.round(count / 30.4))}`;
}

function span(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const yearText = years === 1 ? "1 year" : `${years} years`;
  const restText = rest === 1 ? "1 month" : `${rest} months`;
  if (years === 0) return restText;
  return rest === 0 ? yearText : `${yearText} and ${restText}`;
}
