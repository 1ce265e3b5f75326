// English: clocks and tasks.
import type { ClocksWords } from "../nb/clocks";

export const clocks: ClocksWords = {
  task: {
    decide: "Read what was sent in, and answer.",
    correct: "The milestone came back. Correct it and send it in again.",
    askAgain: "The approval no longer holds. See what has changed, and ask again.",
    meet: "A condition of the approval is yours. Meet it, and mark it as met.",
    keep: "A deadline is yours. See what must be done before it passes.",
    standIn: "The deadline has passed, and somebody must answer. You are the deputy, or above the one who should have.",
    answerSwitch: "The other side wants the project to go over to the other model. See what that changes, and answer.",
  },
  switchTitle: "Switch of model",
  what: {
    expiry: (day, left) => `Runs out on ${day}, ${left}.`,
    registration: (day, left) => `Must be in the Register of Business Enterprises by ${day}, ${left}.`,
    audit: (day, left) => `The auditor's confirmation can be used until ${day}, ${left}.`,
    completion: (day, left) => `The completion certificate must be here by ${day}, ${left}.`,
    condition: (day, left) => `A condition is to be met by ${day}, ${left}.`,
    appeal: (day, left) => `The last day to appeal is ${day}, ${left}.`,
    decision: (day, left) => `The answer is expected by ${day}, ${left}.`,
  },
  missed: {
    expiry: "After that day you can no longer count on it.",
    registration: "If the cooperative is not registered within three months, the founding no longer binds, and you must found it again.",
    audit: "If the cooperative is founded after that day, the auditor must confirm the opening balance again.",
    completion: "Without the certificate the homes cannot be used after that day. When it has come, remove the date on the milestone.",
    condition: "If the condition is not met in time, you cannot build on the approval.",
    appeal: "After that day the decision stands.",
    decision: "What builds on the answer has to wait as long.",
  },
  tag: { running: "Deadline", soon: "Urgent", past: "The deadline has passed", tooShort: "Risk: too short" },
  left: (count) => (count < 0 ? (count === -1 ? "yesterday" : `${-count} days ago`) : count === 0 ? "today" : count === 1 ? "tomorrow" : count < 60 ? `in ${count} days` : `in ${months(count)}`),
  until: (day, left) => `Deadline ${day}, ${left}`,
  tooEarly: (title, day) => `That is before “${title}”, expected on ${day}. Agree on more time, or find out how the rest can go faster.`,
  whose: (who) => `It is up to ${who} to act on this.`,
};

function months(count: number): string {
  const whole = Math.round(count / 30.4);
  const [years, rest] = [Math.floor(whole / 12), whole % 12];
  const [yearText, restText] = [years === 1 ? "1 year" : `${years} years`, rest === 1 ? "1 month" : `${rest} months`];
  return years === 0 ? restText : rest === 0 ? yearText : `${yearText} and ${restText}`;
}
