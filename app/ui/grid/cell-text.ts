// A kept cell as it stands in its field: as people type it, so that what is shown can be typed again and means the same.
import type { Language } from "../../domain/preference";
import { isReadable, type Column } from "../../domain/table";
import { formatAmount, formatPercent } from "../../words/format";

/** What cannot be read stands as it was typed. Choices and flags are not texts and stay as they are. */
export function cellText(column: Column, kept: string, language: Language): string {
  if (kept === "") return "";
  if (!isReadable(column, kept)) return kept.replace(/^\?/, "");
  switch (column.kind) {
    // English readers too type and read Norwegian amounts here: a comma would be a decimal to the next person
    case "amount": return formatAmount(BigInt(kept), language === "en" ? "nb" : language).replace(/\s*kr$/, "");
    case "percent": return formatPercent(Number(kept), language === "en" ? "nb" : language);
    case "day": return kept.split("-").reverse().join(".");
    case "month": return `${kept.slice(5)}.${kept.slice(0, 4)}`;
    default: return kept;
  }
}
