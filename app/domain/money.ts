// Money in whole øre, rates in thousandths of a per cent, both whole numbers: how they are typed, kept as text, and shared out.

/** Øre, as a bigint: 1 234 567,50 kr is 123456750n. */
export type Ore = bigint;
/** Thousandths of a per cent a year, or of a part: 4,5 % is 4500. */
export type Thousandths = number;

/** A thousand billion kroner: what is above has been typed wrongly. */
export const mostOre: Ore = 100_000_000_000_000n;
export const wholePart: Thousandths = 100_000;

const spaces = /[\s\u00a0\u202f\u2009']/g;
const minusSign = /^[-\u2212\u2013]/;
const million = /mill(?:\.|ion(?:er|ar|s)?)?$/;

/**
 * What somebody typed for an amount of kroner, in øre; null when it cannot be read as one, or is above 10^12 kr either way.
 * Reads "1 234 567", "1234567,50", "1.234.567", "kr 1 200,-", "-500" and "4,5 mill." A point before three digits parts thousands.
 */
export function typedAmount(typed: string): Ore | null {
  let text = typed.normalize("NFKC").replace(spaces, "").toLowerCase().replace(/^(kr\.?|nok)/, "").replace(/(,-|,–|kr\.?|nok)$/, "");
  const isNegative = minusSign.test(text);
  text = text.replace(minusSign, "");
  const isMillions = million.test(text);
  text = text.replace(million, "");
  if (/^\d{1,3}(\.\d{3})+(,\d*)?$/.test(text)) text = text.replaceAll(".", "");
  const found = (isMillions ? /^(\d+)(?:[.,](\d{1,6}))?$/ : /^(\d+)(?:[.,](\d{1,2}))?$/).exec(text);
  if (!found?.[1]) return null;
  const decimals = isMillions ? 8 : 2;
  const ore = BigInt(found[1] + (found[2] ?? "").padEnd(decimals, "0"));
  return ore > mostOre ? null : isNegative ? -ore : ore;
}

/** What somebody typed for a rate or a part, in thousandths of a per cent; null unless from 0 to 100 % with at most three decimals. */
export function typedPercent(typed: string): Thousandths | null {
  const text = typed.normalize("NFKC").replace(spaces, "").replace(/(%|prosent|percent|pst\.?)$/i, "");
  const found = /^(\d{1,3})(?:[.,](\d{1,3}))?$/.exec(text);
  if (!found?.[1]) return null;
  const thousandths = Number(found[1] + (found[2] ?? "").padEnd(3, "0"));
  return thousandths > wholePart ? null : thousandths;
}

/** An amount as it is kept: whole øre as digits, "123456750". Null for anything else: it was typed and could not be read. */
export function keptAmount(text: string): Ore | null {
  if (!/^(0|-?[1-9]\d{0,14})$/.test(text)) return null;
  const ore = BigInt(text);
  return ore > mostOre || ore < -mostOre ? null : ore;
}

/** A whole number as it is kept, from `least` to `most`; null for anything else. */
export function keptCount(text: string, least: number, most: number): number | null {
  if (!/^(0|[1-9]\d{0,8})$/.test(text)) return null;
  const count = Number(text);
  return count < least || count > most ? null : count;
}

/**
 * Parts that sum to the total exactly, by largest remainder; a tie goes to the earlier one (rule F2). `weights`: whole numbers; one below nought
 * counts as nought, and when none is above nought all count alike. `step`: parts are whole multiples of it, 100n for whole kroner; what the
 * total has beyond whole steps goes to the first with a weight. No weights, no parts.
 */
export function shareOut(total: Ore, weights: readonly bigint[], step = 1n): Ore[] {
  if (weights.length === 0) return [];
  if (total < 0n) return shareOut(-total, weights, step).map((part) => -part);
  const positive = weights.map((weight) => (weight > 0n ? weight : 0n));
  const sum = positive.reduce((all, weight) => all + weight, 0n);
  if (sum === 0n) return shareOut(total, weights.map(() => 1n), step);
  const steps = total / step;
  const parts = positive.map((weight) => (steps * weight) / sum);
  const missing = Number(steps - sumOf(parts));
  if (missing > 0) {
    const left = positive.map((weight) => (steps * weight) % sum);
    // sorting keeps the order of equals, so the earlier comes first
    const order = left.map((_, at) => at).sort((one, other) => ((left[one] ?? 0n) > (left[other] ?? 0n) ? -1 : (left[one] ?? 0n) < (left[other] ?? 0n) ? 1 : 0));
    for (const at of order.slice(0, missing)) parts[at] = (parts[at] ?? 0n) + 1n;
  }
  const beyond = total - steps * step;
  const first = positive.findIndex((weight) => weight > 0n);
  return parts.map((part, at) => part * step + (at === first ? beyond : 0n));
}

export function sumOf(amounts: readonly Ore[]): Ore {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
