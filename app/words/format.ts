// Dates, counts and lists as Norwegians write them, in the language of the reader; days and times are Oslo's. Months stand here and
// not in Intl: a browser without nynorsk would write another text than the server, and the page would flicker.
import type { Ore, Thousandths } from "../domain/money";
import type { Language } from "../domain/preference";
import type { Day, Instant } from "../domain/time";

const norwegianMonths = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];
const englishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const osloParts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Oslo", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});

/** "22. november 2026"; the day never stands alone at the end of a line. */
export function formatDay(day: Day, language: Language): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return language === "en" ? `${date}\u00a0${englishMonths[month - 1]} ${year}` : `${date}.\u00a0${norwegianMonths[month - 1]} ${year}`;
}

/** "november 2026" */
export function formatMonth(day: Day, language: Language): string {
  const month = Number(day.slice(5, 7)) - 1;
  return `${(language === "en" ? englishMonths : norwegianMonths)[month]} ${day.slice(0, 4)}`;
}

/** "nov.", for scales */
export function formatScaleMonth(day: Day, language: Language): string {
  return ((language === "en" ? englishMonths : norwegianMonths)[Number(day.slice(5, 7)) - 1] ?? "").slice(0, 3);
}

/** "22.11.2026", for tables; English gets "22 Nov 2026", which cannot be misread. */
export function formatShortDay(day: Day, language: Language): string {
  const [year, month, date] = day.split("-") as [string, string, string];
  return language === "en" ? `${Number(date)} ${englishMonths[Number(month) - 1]?.slice(0, 3)} ${year}` : `${date}.${month}.${year}`;
}

/** "22. november 2026 kl. 14.05" */
export function formatInstant(instant: Instant, language: Language): string {
  const parts = Object.fromEntries(osloParts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  const day = formatDay(`${parts.year}-${parts.month}-${parts.day}` as Day, language);
  return language === "en" ? `${day} at\u00a0${parts.hour}:${parts.minute}` : `${day} kl.\u00a0${parts.hour}.${parts.minute}`;
}

/** "a, b og c" */
export function formatList(items: readonly string[], language: Language): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${language === "en" ? "and" : "og"} ${items.at(-1)}`;
}

/** Whole numbers with a no-break space (English: a comma) between thousands: "1 234 567". */
export function formatCount(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === "en" ? "," : "\u00a0");
}

/** "1,2 MB": whole kilobytes below one megabyte, then with one decimal. */
export function formatSize(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}\u00a0kB`;
  const megabytes = (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0);
  return `${language === "en" ? megabytes : megabytes.replace(".", ",")}\u00a0MB`;
}

/** "1 234 567 kr", with øre where there are any: "1 234,50 kr"; English has "NOK 1,234.50". Below nought with a minus sign. */
export function formatAmount(ore: Ore, language: Language): string {
  const size = ore < 0n ? -ore : ore;
  const kroner = String(size / 100n).replace(/\B(?=(\d{3})+$)/g, language === "en" ? "," : "\u00a0");
  const rest = size % 100n;
  const number = `${ore < 0n ? "\u2212" : ""}${kroner}${rest === 0n ? "" : `${language === "en" ? "." : ","}${String(rest).padStart(2, "0")}`}`;
  return language === "en" ? `NOK\u00a0${number}` : `${number}\u00a0kr`;
}

/** "4,5 %" for 4500 thousandths; English has "4.5%". */
export function formatPercent(part: Thousandths, language: Language): string {
  const number = `${Math.floor(part / 1_000)}${part % 1_000 === 0 ? "" : `,${String(part % 1_000).padStart(3, "0").replace(/0+$/, "")}`}`;
  return language === "en" ? `${number.replace(",", ".")}%` : `${number}\u00a0%`;
}
