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

/** The same date so many months later, or the last day of a month that is too short for it: 2026-11-30 and three months is 2027-02-28. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastOfMonth))).toISOString().slice(0, 10) as Day;
}

const osloHour = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Oslo", hour: "2-digit", hourCycle: "h23" });

/** The moment clocks in Oslo show that whole hour on that day, after three in the morning: one hour before Greenwich in winter, two in summer. */
export function atHourInOslo(day: Day, hour: number): Instant {
  const text = String(hour).padStart(2, "0");
  const summer = new Date(`${day}T${text}:00:00.000+02:00`);
  return instantOf(osloHour.format(summer) === text ? summer : new Date(`${day}T${text}:00:00.000+01:00`));
}
