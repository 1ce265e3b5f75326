// English: the journal in words. What happened is one sentence; who and when stand beside it.
import type { Day } from "../../domain/time";
import { formatList, formatShortDay } from "../format";
import type { JournalWords } from "../nb/journal";
import { milestones } from "./milestones";
import { roles } from "./roles";

const short = (day: Day) => formatShortDay(day, "en");

export const journal: JournalWords = {
  title: "Journal",
  lead: "Everything that has happened in the project: who, what and when. Nothing that stands here can be changed without it showing.",
  sentences: {
    projectFounded: ({ name }) => `founded the project “${name}”`,
    partyJoined: ({ name, partyKind }) => `brought in ${name} (${roles.partyKind[partyKind]})`,
    memberInvited: ({ role }) => `invited a person to the role ${roles.role[role]}`,
    invitationRevoked: ({ role }) => `withdrew an invitation to the role ${roles.role[role]}`,
    memberJoined: ({ displayName, role }) => `${displayName} joined the project as ${roles.role[role]}`,
    membershipEnded: ({ displayName, role }) => `ended the membership of ${displayName} (${roles.role[role]})`,
    documentStarted: ({ documentId }, names) => `started “${names.document(documentId)}”`,
    versionMade: ({ documentId, number, reason }, names) =>
      reason === "submitted" ? `froze “${names.document(documentId)}” as version ${number} in order to submit it` : `kept version ${number} of “${names.document(documentId)}”`,
    versionBroughtBack: ({ documentId, from, number }, names) => `brought back version ${from} of “${names.document(documentId)}” as version ${number}`,
    milestonesLaidOut: ({ count }) => `laid out ${count} milestones from the template`,
    milestoneStarted: ({ code }, names) => `began on ${names.milestone(code)}`,
    milestoneScheduled: ({ code, planned, expected, expires }, names) => {
      const days = [planned && `planned ${short(planned)}`, expected && `expected ${short(expected)}`, expires && `expires ${short(expires)}`].filter(Boolean);
      return days.length === 0 ? `removed the dates of ${names.milestone(code)}` : `set dates for ${names.milestone(code)}: ${days.join(", ")}`;
    },
    eventRecorded: ({ code, day }, names) => `recorded that ${names.milestone(code)} happened on ${short(day)}`,
    decisionElsewhereRecorded: ({ code, day, caseNumber }, names) => `recorded a decision for ${names.milestone(code)}, made on ${short(day)}${caseNumber ? ` in case ${caseNumber}` : ""}`,
    milestoneSubmitted: ({ code, number, evidence }, names) =>
      `submitted ${names.milestone(code)} ${number === 1 ? "for approval" : `again (submission ${number})`} with ${formatList(evidence.map((each) => `“${names.document(each.documentId)}” version ${each.number}`), "en")}`,
    milestoneDecided: ({ code, decision, role, inPlaceOf }, names) =>
      `decided ${names.milestone(code)} ${inPlaceOf ? `in place of the ${roles.role[role]}` : `as ${roles.role[role]}`}: ${milestones.decision[decision].toLowerCase()}`,
    conditionMet: ({ code, late }, names) => `marked a condition of ${names.milestone(code)} as met${late ? " after its day. It no longer stands in the way of the approval" : ""}`,
    conditionMissed: ({ code, ownerRole, dueDay }, names) =>
      `the deadline ${short(dueDay)} passed for a condition that ${milestones.whose[ownerRole]} answered for, so the approval of ${names.milestone(code)} does not hold now`,
    approvalWithdrawn: ({ code, role, inPlaceOf }, names) => `withdrew the approval of ${names.milestone(code)} ${inPlaceOf ? `in place of the ${roles.role[role]}` : `as ${roles.role[role]}`}, with a reason`,
    milestoneReopened: ({ code, from }, names) => `reopened ${names.milestone(code)}, which was ${milestones.state[from].toLowerCase()}, with a reason`,
    milestonePostponed: ({ code }, names) => `postponed ${names.milestone(code)}, with a reason`,
    milestoneResumed: ({ code }, names) => `took up ${names.milestone(code)} again, with a reason`,
    deputyNamed: ({ deputyName, holderName, role, from, to }) => `named ${deputyName} deputy for ${holderName} (${roles.role[role]}) from ${short(from)} to ${short(to)}`,
    deputyEnded: ({ deputyName, holderName, role }) => `ended that ${deputyName} is deputy for ${holderName} (${roles.role[role]})`,
    disqualificationDeclared: ({ code }, names) => `declared themselves disqualified in ${names.milestone(code)}`,
    anchoringWritten: ({ measureId }) => `wrote why the project answers measure ${measureId} of the municipality's plan`,
    approvalMoved: ({ code, documentId }, names) => `“${names.document(documentId)}” has changed, so the approval of ${names.milestone(code)} does not cover the text as it is now`,
    approvalHoldsAgain: ({ code, documentId }, names) => `“${names.document(documentId)}” is again as approved, so the approval of ${names.milestone(code)} holds`,
    handedOver: ({ number, code }, names) => `handed ${code ? names.milestone(code) : "a document"} over to the municipality (hand-over ${number})`,
    archiveMade: ({ number, hash }) => `made the archive of hand-over ${number} with the fingerprint ${hash.slice(0, 12)}…`,
  },
  system: "Samtun",
  systemRole: "by itself",
  hiddenDocument: "a document",
  columns: { number: "No.", when: "When", who: "Who", what: "What", hash: "Fingerprint" },
  tableLabel: "The journal",
  chain: {
    heading: "Is the journal untouched?",
    whole: (count) => `Yes. All ${count} entries hang together, and every decision is as it was made. Checked just now.`,
    broken: (number) => `No. The chain is broken at entry number ${number}. Something was changed, removed or moved outside Samtun.`,
    decisionChanged: (number) => `No. The decision in entry number ${number} is no longer as it was made. Something was changed outside Samtun.`,
    advice: "Tell the coordinator and whoever runs Samtun. Do not rely on what stands after this.",
    how: "How it works",
    explanation: "Each entry has a fingerprint worked out from everything in it, and from the fingerprint of the one before. If anything changes, the rest no longer fits.",
    cut: (number) => `No. The journal is not the one that was signed when it had ${number} entries. Something was rewritten or cut off outside Samtun.`,
    sealed: (number, when) => `Signed up to entry ${number}, ${when}.`,
    signing: "The server signs the journal as it grows, with a key that is not in the database. So it shows, too, when somebody writes the whole journal anew or cuts off its end.",
    newest: "Newest fingerprint",
  },
  newer: "Newer",
  older: "Older",
  pages: "Pages of the journal",
  showing: (from, to, total) => `Entry ${from}–${to} of ${total}`,
  empty: "Nothing has happened yet.",
};
