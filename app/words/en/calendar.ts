// English: what a calendar outside says.
import type { ClockKind } from "../../domain/clock";
import type { CalendarWords } from "../nb/calendar";

const kind: Record<ClockKind, string> = {
  expiry: "Runs out",
  registration: "Last day to register",
  audit: "Last day of the auditor's confirmation",
  completion: "Last day for the completion certificate",
  condition: "Condition due",
  appeal: "Last day to appeal",
  decision: "Answer expected",
};

export const calendar: CalendarWords = {
  name: "Samtun",
  neutral: { milestone: (code) => `Milestone ${code}`, clock: (code) => `Deadline ${code}` },
  full: { milestone: (title, project) => `${title} (${project})`, clock: (what, title, project) => `${kind[what]}: ${title} (${project})` },
};
