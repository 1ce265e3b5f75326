// Instants and calendar days as text that sorts, and the one rule for turning the first into the second: days are Oslo days.
import type { Branded } from "./ids";

/** A moment, always UTC with milliseconds: `2026-08-22T10:00:00.123Z`. */
export type Instant = Branded<string, "Instant">;
/** A calendar day in Europe/Oslo: `2026-08-22`. */
export type Day = Branded<string, "Day">;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const osloDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Oslo", year: "numeric", month: "2-digit", day: "2-digit" });
const dayMs = 86_400_000;

/** The moment as our text. Throws on an invalid date: that is a programming fault, never input. */
export function instantOf(date: Date): Instant {
  return date.toISOString() as Instant;
}

/** The day as our text, or null when the text is no real calendar day (2026-02-30 is refused). */
export function parseDay(text: string): Day | null {
  if (!dayPattern.test(text)) return null;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as Day) : null;
}

/** The calendar day it is in Oslo at that moment; deadlines are counted in these (rule M9). */
export function dayInOslo(instant: Instant): Day {
  return osloDay.format(new Date(instant)) as Day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. Summer time does not matter: days are counted, not hours. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10) as Day;
}

/** The moment moved by a number of milliseconds. */
export function addMs(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString() as Instant;
}
