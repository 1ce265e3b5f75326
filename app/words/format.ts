// Dates, money and lists as Norwegians write them, in the language of the reader; days and times are Oslo's.
import type { Language } from "../domain/preference";
import type { Day, Instant } from "../domain/time";

const locales: Readonly<Record<Language, string>> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };

/** "22. november 2026" */
export function formatDay(day: Day, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** "22.11.2026", for tables; English gets "22 Nov 2026", which cannot be misread. */
export function formatShortDay(day: Day, language: Language): string {
  const [year, month, date] = day.split("-");
  if (language !== "en") return `${date}.${month}.${year}`;
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** "22. november 2026 kl. 14.05" */
export function formatInstant(instant: Instant, language: Language): string {
  const date = new Date(instant);
  const day = new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "Europe/Oslo" }).format(date);
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Oslo" }).format(date);
  return language === "en" ? `${day} at ${clock}` : `${day} kl. ${clock.replace(":", ".")}`;
}

/** "a, b og c" */
export function formatList(items: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: "conjunction" }).format(items);
}

/** Whole numbers with a space between thousands: "1 234 567". */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(count);
}
