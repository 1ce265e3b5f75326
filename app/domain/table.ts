// What the tables of a live document are made of: named columns of a few kinds, every cell kept as text that is either readable or shown as a fault.
import { keptAmount, keptCount, typedAmount, typedPercent, wholePart } from "./money";
import { parseDay } from "./time";

export type Column =
  /** Free words, at most `longest` characters. */
  | { readonly kind: "text"; readonly longest: number }
  /** Whole øre. Kept as digits: "123456750". */
  | { readonly kind: "amount"; readonly mayBeNegative?: boolean }
  /** Thousandths of a per cent, 0 to 100 %. Kept as digits: "4500". */
  | { readonly kind: "percent" }
  /** A whole number. */
  | { readonly kind: "count"; readonly least: number; readonly most: number }
  | { readonly kind: "choice"; readonly among: readonly string[] }
  /** "yes", or blank for no. */
  | { readonly kind: "flag" }
  | { readonly kind: "day" }
  /** "2028-01" */
  | { readonly kind: "month" };

export type Columns = Readonly<Record<string, Column>>;
/** A row as it is kept: its own id, and a text for each cell that is not blank. */
export type Row = { readonly id: string } & Readonly<Record<string, string>>;

const months: Readonly<Record<string, string>> = Object.fromEntries(
  [["jan"], ["feb"], ["mar"], ["apr"], ["mai", "may"], ["jun"], ["jul"], ["aug"], ["sep"], ["okt", "oct"], ["nov"], ["des", "dec"]]
    .flatMap((names, at) => names.map((name) => [name, String(at + 1).padStart(2, "0")])),
);

/**
 * The text to keep for what somebody typed into a cell: the canonical one when it can be read, else what they typed, trimmed, which `isReadable` then
 * tells from the first. Never refuses: what was typed is never thrown away.
 */
export function keepTyped(column: Column, typed: string): string {
  const text = typed.normalize("NFC").trim();
  if (text === "") return "";
  switch (column.kind) {
    case "amount": {
      const ore = typedAmount(text);
      return ore === null ? unreadable(text) : String(ore);
    }
    case "percent": {
      const part = typedPercent(text);
      return part === null ? unreadable(text) : String(part);
    }
    case "count": {
      const digits = text.replace(/[\s\u00a0\u202f]/g, "");
      return /^\d{1,9}$/.test(digits) ? String(Number(digits)) : unreadable(text);
    }
    case "day":
      return typedDay(text) ?? unreadable(text);
    case "month":
      return typedMonth(text) ?? unreadable(text);
    case "flag":
      return /^(ja|yes|x|1|sann|true)$/i.test(text) ? "yes" : /^(nei|no|0|usann|false)$/i.test(text) ? "" : unreadable(text);
    case "choice":
      return text;
    case "text":
      return text.slice(0, column.longest);
  }
}

/** Whether a kept text says something this column can hold. Blank says nothing, and can be held. */
export function isReadable(column: Column, kept: string): boolean {
  if (kept === "") return true;
  switch (column.kind) {
    case "amount": {
      const ore = keptAmount(kept);
      return ore !== null && (column.mayBeNegative === true || ore >= 0n);
    }
    case "percent": return keptCount(kept, 0, wholePart) !== null;
    case "count": return keptCount(kept, column.least, column.most) !== null;
    case "choice": return column.among.includes(kept);
    case "flag": return kept === "yes";
    case "day": return parseDay(kept) !== null;
    case "month": return parseDay(`${kept}-01`) !== null;
    case "text": return kept.length <= column.longest;
  }
}

/** A bare number that could not be kept must not look like one that could: "1,2345" typed is not 12 345 øre. A mark before it tells. */
function unreadable(text: string): string {
  const short = text.slice(0, 200);
  return /^-?\d+$/.test(short) ? `?${short}` : short;
}

function typedDay(text: string): string | null {
  const found = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  return parseDay(found ? `${found[3]}-${found[2]?.padStart(2, "0")}-${found[1]?.padStart(2, "0")}` : text);
}

/** "2028-01", "01.2028", "1/2028", "jan 2028", "januar 2028". */
function typedMonth(text: string): string | null {
  const numbers = /^(\d{1,2})[./-](\d{4})$/.exec(text);
  const named = /^([a-z]{3,9})\.? ?(\d{4})$/i.exec(text);
  const month = numbers ? `${numbers[2]}-${numbers[1]?.padStart(2, "0")}` : named ? `${named[2]}-${months[named[1]?.slice(0, 3).toLowerCase() ?? ""] ?? ""}` : text;
  return parseDay(`${month}-01`) === null ? null : month;
}
