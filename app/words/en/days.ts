// English: the page where the days of a milestone are changed.
import type { DaysWords } from "../nb/days";

export const days: DaysWords = {
  title: (code: string) => `The dates of ${code}`,
  lead: "When do you expect to reach it? Everybody who follows the milestone sees the dates.",
  leadReached: "It has been reached. Now only the day something lasts until can change.",
  plannedHint: "The date you first set.",
  expectedHint: "The date you expect now.",
  expiresHint: "If something here lasts until a certain day, such as an option or a commitment.",
  save: "Save the dates",
  cancel: "Cancel",
};
