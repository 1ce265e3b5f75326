// What a rule says of a financing plan, in the reader's language, with its amounts, counts, months and homes as people read them.
import type { FinancingFinding, FinancingRule } from "../domain/documents/financing/checks";
import type { Language } from "../domain/preference";
import type { Day } from "../domain/time";
import { formatAmount, formatCount, formatMonth } from "./format";
import type { FinancingWords } from "./nb/financing";

const counting: readonly FinancingRule[] = ["municipalPart", "boundPart", "roundTheClockGrant"];

export function findingSaid({ rule, values = {} }: FinancingFinding, words: FinancingWords, language: Language): string {
  const said: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "string") said[name] = name === "month" ? formatMonth(`${value}-01` as Day, language) : value;
    else if (counting.includes(rule)) said[name] = formatCount(Number(value), language);
    else said[name] = formatAmount(BigInt(value), language);
  }
  const { missing } = values;
  // a plan that does not add up lacks something or has too much: never a minus sign
  if (typeof missing === "bigint") said[missing > 0n ? "lacking" : "over"] = formatAmount(missing > 0n ? missing : -missing, language);
  return words.rules[rule](said);
}
