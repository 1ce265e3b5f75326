// English: the journal in words. What happened is one sentence; who and when stand beside it.
import { isByLawFact } from "../../domain/grounds/bylaw-facts";
import type { StatedName } from "../../domain/grounds/fact";
import type { DefinitionField } from "../../domain/definition";
import type { Day } from "../../domain/time";
import type { ProjectModel } from "../../domain/project";
import { formatList, formatShortDay } from "../format";
import type { JournalWords } from "../nb/journal";
import { ordered } from "../ordered";
import { milestones } from "./milestones";
import { roles } from "./roles";

const short = (day: Day) => formatShortDay(day, "en");
const model: Record<ProjectModel, string> = { municipalLed: "municipality-led", groupLed: "group-led" };

/** What was stated: what it is about, never what was said. */
const facts: Readonly<Record<StatedName, string>> = {
  householdsClarified: "how many households are clarified",
  buyersBound: "how many homes have a buyer with an agreement",
  guardianConsents: "how many consents the County Governor has given",
  serviceDecisions: "how many decisions on round-the-clock services there are",
  coverageAllDay: "whether the signed plan covers day and night",
  debtShare: "the share of shared debt",
  equalSplit: "whether the split is the same for every share",
  auditDay: "the day the auditor confirmed the opening balance",
  shareAmount: "the amount of each share",
  municipalHomes: "how many homes the municipality will own",
  registeredDay: "the day the cooperative was registered",
};

const definitionField: Record<DefinitionField, string> = {
  title: "name", easyRead: "easy-read line", kind: "how it is reached", preparedBy: "who prepares", decidedBy: "who decides", decideOrder: "the order",
  evidenceKinds: "what must go with it", afterCode: "what it rests on", beforeCode: "what waits for it",
};

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
    factStated: ({ code, name }, names) => `stated ${isByLawFact(name) ? "the answer to a point in the check of the by-laws" : facts[name]}, for ${names.milestone(code)}`,
    milestoneAdded: ({ code }, names) => `added the milestone ${names.milestone(code)}`,
    milestoneChanged: ({ code, fields, definition }, names) => `changed ${names.milestone(code)}: ${formatList(fields.map((each) => definitionField[each]), "en")}${ordered("en", fields, definition, roles.role, ["in turn", "side by side"])}`,
    milestoneLeftOut: ({ code }, names) => `marked ${names.milestone(code)} as not relevant, with a reason`,
    milestoneTakenIn: ({ code }, names) => `took ${names.milestone(code)} in again`,
    modelSwitchProposed: ({ to }) => `proposed that the project becomes ${model[to]}, with a reason`,
    modelSwitchAnswered: ({ to, answer }) => ({ confirmed: `confirmed that the project becomes ${model[to]}`, declined: `said no to the project becoming ${model[to]}, with a reason`, withdrawn: `took back the proposal to become ${model[to]}` })[answer],
    milestoneSwitched: ({ code, fields, from, to, definition }, names) => `the model was switched, which changed ${names.milestone(code)}: ${formatList([...(from === to ? [] : [to === "notRelevant" ? "not relevant any more" : "relevant again"]), ...fields.map((each) => definitionField[each])], "en")}${ordered("en", fields, definition, roles.role, ["one after the other", "side by side"])}`,
    milestoneMoved: ({ code, otherCode, direction }, names) => `moved ${names.milestone(code)} ${direction === "up" ? "before" : "after"} ${names.milestone(otherCode)}`,
    attachmentAdded: ({ code }, names) => `added a file to ${names.milestone(code)}`,
    attachmentRemoved: ({ code, replacedBy }, names) => (replacedBy ? `replaced a file of ${names.milestone(code)}` : `took a file away from ${names.milestone(code)}`),
    deputyNamed: ({ deputyName, holderName, role, from, to }) => `named ${deputyName} deputy for ${holderName} (${roles.role[role]}) from ${short(from)} to ${short(to)}`,
    deputyEnded: ({ deputyName, holderName, role }) => `ended that ${deputyName} is deputy for ${holderName} (${roles.role[role]})`,
    disqualificationDeclared: ({ code }, names) => `declared themselves disqualified in ${names.milestone(code)}`,
    anchoringWritten: ({ measureId }) => `wrote why the project answers measure ${measureId} of the municipality's plan`,
    milestoneAnchored: ({ code, target }, names) => `wrote why ${names.milestone(code)} answers ${target} in the municipality’s plan`,
    milestoneUnanchored: ({ code, target }, names) => `took away that ${names.milestone(code)} answers ${target} in the municipality’s plan`,
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
