// Notices: what kinds there are, how soon a person wants a letter about each, and when such a letter is due. Rules N10-N14.
import { addDays, addMs, atHourInOslo, dayInOslo, type Instant } from "./time";

export const noticeKinds = [
  "decide", // noe er sendt inn, og du skal svare
  "correct", // noe kom tilbake, eller må spørres om på nytt
  "condition", // et vilkår er ditt
  "deadline", // en frist er din
  "standIn", // noen du er stedfortreder eller leder for, har ikke svart
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const paces = ["atOnce", "daily", "never"] as const;
export type Pace = (typeof paces)[number];

/** What somebody gets who has not chosen: what others wait for at once, days that come by themselves once a day. */
export const usualPace: Readonly<Record<NoticeKind, Pace>> = { decide: "atOnce", correct: "atOnce", condition: "atOnce", deadline: "daily", standIn: "atOnce" };

export type Paces = Readonly<Record<NoticeKind, Pace>>;

/** How long "at once" waits, so that what comes together is one letter, and what is done meanwhile none. */
export const bundleMs = 10 * 60_000;
/** When the daily letter goes, in Oslo. */
export const dailyHour = 7;

/** [N12] When a letter about it is due; null for never. */
export function dueAt(madeAt: Instant, pace: Pace): Instant | null {
  if (pace === "never") return null;
  if (pace === "atOnce") return addMs(madeAt, bundleMs);
  const day = dayInOslo(madeAt);
  const today = atHourInOslo(day, dailyHour);
  return today > madeAt ? today : atHourInOslo(addDays(day, 1), dailyHour);
}

/** What a calendar outside says of a day: nothing but that there is one, or what it is. */
export const calendarTitles = ["neutral", "full"] as const;
export type CalendarTitles = (typeof calendarTitles)[number];
