// English: the headings of a case paper, and what it says where other pages say nothing: around what people wrote, never instead of it.
import type { CasePaperWords } from "../nb/case-paper";

export const casePaper: CasePaperWords = {
  title: (code, name) => `Case paper: ${code} ${name}`,
  notice: (day) => `The milestone as it stands in Samtun on ${day}, as far as your role may read it. This is not an individual decision (enkeltvedtak).`,
  fileName: "case-paper",
  head: { project: "Project", municipality: "Municipality", phase: "Phase", model: "Model", easyRead: "Easy to read", state: "State", whoseMove: "With whom now" },
  who: { heading: "Who prepares, and who decides?", order: "Order" },
  days: {
    none: "Not set",
    forecast: "Forecast",
    reached: "Reached",
    overdue: (count) => (count === 1 ? "1 day overdue." : `${count} days overdue.`),
    slipped: (count) => (count === 1 ? "1 day later than first planned." : `${count} days later than first planned.`),
  },
  anchoring: {
    plan: (title, municipality, from, to) => `The plan is “${title}” in ${municipality}. It is in force from ${from} to ${to}.`,
    measure: "Measure",
    goal: "Goal or principle",
  },
  evidence: {
    submittedBy: "Submitted by",
    preparers: "Also prepared by",
    what: "Text or file",
    file: (number, name) => `File ${number}: ${name}`,
    hiddenTexts: (count) => (count === 1 ? "One more text was submitted. Your role does not read it." : `${count} more texts were submitted. Your role does not read them.`),
    hiddenFiles: (count) => (count === 1 ? "One more file was submitted. Your role does not read it." : `${count} more files were submitted. Your role does not read them.`),
  },
  grounds: {
    now: (day) => `What the rules answer on ${day}.`,
    bound: (when) => `What the rules answered when it was decided, ${when}. The answers are bound to the decision.`,
    recorded: (when) => `What the rules answered when it was recorded, ${when}.`,
    none: "No rules ask about this milestone.",
    rule: "Rule and answer",
    what: "What it is about",
  },
  conditions: { none: "No conditions.", state: "Responsible, and due", metAt: (when) => `Met ${when}` },
  decisions: {
    heading: "Decisions",
    none: "Nobody has decided anything about this milestone here yet.",
    of: (submission, decision) => `${submission}: ${decision}`,
    proof: "Proved by",
    noProof: "Decided before proof was asked for",
    conditions: "Conditions",
  },
  standing: {
    heading: "Does the approval hold now?",
    none: "There is no approval to consider now.",
    ended: "No. What was approved earlier no longer holds.",
    again: "The milestone has been submitted again since.",
    yes: "Yes.",
    no: "No.",
    hiddenMoved: "A text that your role does not read is no longer the one that was approved.",
  },
  disqualification: { none: "Nobody has declared disqualification in this milestone." },
  notAVedtak: { heading: "This is not an individual decision", always: "A click in Samtun is never an individual decision (enkeltvedtak)." },
  check: (address) => `The fingerprints can be checked at ${address}. Nobody needs to sign in there.`,
};
