// English: documents as they are read: their text, versions and differences.
import type { BlockChange, ComparedUnit } from "../../domain/documents/comparison";
import type { DocumentKindName } from "../../domain/documents/kind";
import type { VersionReason } from "../../domain/version";
import type { DocumentsWords } from "../nb/documents";

const kinds: Readonly<Record<DocumentKindName, string>> = {
  plan: "Project plan", minutes: "Minutes", agreement: "Agreement", financing: "Financing plan", staffing: "Staffing plan",
};

const reasons: Readonly<Record<VersionReason, string>> = {
  named: "Kept by one of you",
  automatic: "Kept automatically after somebody wrote",
  submitted: "Sent for approval",
  broughtBack: "Brought back from an older version",
};

const units: Readonly<Record<ComparedUnit, readonly [one: string, many: string]>> = {
  heading: ["heading", "headings"], paragraph: ["paragraph", "paragraphs"], quote: ["quotation", "quotations"], list: ["list", "lists"],
  listItem: ["list item", "list items"], table: ["table", "tables"], tableRow: ["table row", "table rows"], rule: ["dividing line", "dividing lines"],
};

const changes: Readonly<Record<Exclude<BlockChange, "same"> | "moved", string>> = {
  changed: "changed", added: "added", removed: "removed", moved: "moved", restyled: "with a new look but the same words",
};

export const documents: DocumentsWords = {
  kinds,
  title: (part, title) => `${part} – ${title}`,
  read: {
    lastChangedBy: (name, when) => `Last changed by ${name}, ${when}`,
    lastChanged: (when) => `Last changed ${when}`,
    write: "Write together",
    follow: "Follow live",
    versions: "Versions",
    outline: "Contents",
    untitled: "No text",
    tableLabel: "Table",
    taskDone: "Done:",
    taskOpen: "Not done:",
    empty: "There is nothing here yet.",
    emptyAdvice: "Choose “Write together” to begin.",
    frozen: (number, when) => `You are reading version ${number} as it was sent for approval. It was kept ${when}.`,
    frozenNothing: "No version has been sent for approval yet.",
    frozenNothingAdvice: "You can read the text here as soon as a version has been sent for approval.",
    summary: "You can see what the text is about, but not read it.",
    summaryHeadings: (number) => `The headings of version ${number}, the last one sent for approval:`,
    summaryWords: (count) => `The text has ${count} words.`,
  },
  versions: {
    title: "Versions",
    pageTitle: (title) => `Versions of ${title}`,
    lead: "A version is the text as it was at one moment. It cannot be changed.",
    none: "No version has been kept yet.",
    noneAdvice: "It happens by itself when somebody has written, and when the text is sent for approval.",
    noneFrozen: "You can see versions once they have been sent for approval.",
    number: (number) => `Version ${number}`,
    numbered: (number, name) => `Version ${number}: ${name}`,
    reasons,
    bySystem: "Samtun",
    evidence: (code) => `Evidence for ${code}`,
    evidenceState: { submitted: "awaiting approval", approved: "approved", approvedWithConditions: "approved with conditions", returned: "sent back" },
    sameAsNow: "Same as the text now",
    compareWithNow: "What has changed since?",
    compareWithNowOf: (number) => `What has changed since version ${number}?`,
    compareTwo: "Compare two versions",
    name: "Keep the text as it is now",
    nameLead: "Give the version a name you will recognise later.",
    nameField: "Name of the version",
    nameHint: "For example “For the parents' meeting in December”",
    nameSubmit: "Keep the version",
    named: (number) => `Version ${number} has been kept.`,
    backToText: "To the text",
  },
  files: { label: "Download the text", pdf: "PDF", docx: "Word", handOver: "Hand over to the municipality" },
  version: {
    fingerprint: "Fingerprint",
    fingerprintLead: "The fingerprint (SHA-256) is computed from the content. If one word changes, the fingerprint becomes a wholly different one. An approval is about exactly this fingerprint.",
    copy: "Copy",
    copied: "Copied",
    compareBefore: (number) => `What has changed since version ${number}?`,
    compareNow: "What has changed after this one?",
    bringBack: "Bring back this version",
    bringBackTitle: (number) => `Bring back version ${number}?`,
    bringBackLead: (number) =>
      `The text becomes what it was in version ${number}, and everybody who is writing now sees it at once. Nothing is lost: the text as it is now is first kept as a version of its own.`,
    bringBackSubmit: (number) => `Yes, bring back version ${number}`,
    bringBackCancel: "No, keep the text as it is",
    broughtBack: (number) => `The text is now what it was in version ${number}.`,
  },
  compare: {
    title: "What has changed?",
    pageTitle: (title) => `What has changed in ${title}?`,
    from: "From",
    to: "To",
    now: "The text as it is now",
    show: "Show the difference",
    identical: "Nothing has changed. The text is the same, word for word.",
    summaryTitle: "Summary",
    textTitle: "The text with the changes",
    line: (unit, change, count) => `${count} ${units[unit][count === 1 ? 0 : 1]} ${changes[change]}`,
    places: "Go to:",
    place: (heading) => (heading === "" ? "the top" : heading),
    legend: "How to read it:",
    legendAdded: "underlined or marked “New” has been added",
    legendRemoved: "struck through has been removed",
    addedStart: "Added:",
    addedEnd: "End of addition.",
    removedStart: "Removed:",
    removedEnd: "End of removal.",
    marks: { added: "New", removed: "Removed", changed: "Changed", restyled: "New look", movedHere: "Moved here", movedAway: "Moved from here" },
    unchanged: (count) => (count === 1 ? "Show one unchanged paragraph" : `Show ${count} unchanged paragraphs`),
    noVersions: "There is no version to compare with yet.",
  },
};
