// English: deputies for those who decide.
import type { DeputiesWords } from "../nb/deputies";

export const deputies: DeputiesWords = {
  title: "Deputies",
  lead: "When somebody who decides is away, a deputy can answer instead. Both names then stand with the decision.",
  from: "From and including",
  to: "To and including",
  holder: "Who is to have a deputy?",
  deputy: "Who is the deputy?",
  deputyHint: "Somebody from the same party.",
  name: "Name a deputy",
  named: "The deputy has been named.",
  end: "End",
  endOf: (name, holder) => `End that ${name} is deputy for ${holder}`,
  ended: "The deputy no longer stands in.",
  line: (deputy, holder) => `${deputy} for ${holder}`,
  days: (from, to) => `From ${from} to ${to}`,
  now: "now",
  later: "later",
  missing: (names) => `Without a deputy: ${names}. Name one, so that nothing is left lying while they are away.`,
  allHave: "Everybody who decides has a deputy.",
  none: "No deputies have been named.",
  link: "Deputies for those who decide",
};
