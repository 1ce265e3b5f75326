// What the worked example FIN-1 is computed with, and plans nobody would write: for tests.
import fc from "fast-check";
import type { Day } from "../../time";
import { parseFinancing, tableNames, tables, type FinancingContent } from "./content";
import type { Ground } from "./figures";
import type { Rates } from "./rates";

export { fin1, kroner } from "./fin-1";


export const fin1Rates: Rates = {
  vatRate: 25_000, grantRate: 45_000, grantCap: 380_000_000n, debtCap: 75_000, shareLeast: 500_000n, shareMost: 2_000_000n, municipalPart: 30_000, boundPart: 70_000,
  reservePart: 10_000, startLoanMonths: 600, stressLow: 1_000, stressHigh: 3_000, lateRate: 6_000,
};
export const fin1Ground: Ground = { model: "municipalLed", rates: fin1Rates };
export const today = "2026-11-22" as Day;

/** The same content with cells changed: `change(fin1, "units", "u9", { debt: … })`. */
export function changed(content: FinancingContent, table: Exclude<keyof FinancingContent, "terms">, id: string, cells: Readonly<Record<string, string>>): FinancingContent {
  return { ...content, [table]: content[table].map((row) => (row.id === id ? { ...row, ...cells } : row)) };
}

const oddText = fc.oneof(
  fc.constantFrom("", "0", "-1", "1", "50", "5000", "100000", "99999999999999", "100000000000001", "yes", "no", "annuity", "serial", "weight", "A01", "A1", "2028-01", "2029-13", "1e9", "NaN", "Infinity", "٣", "½"),
  fc.string({ maxLength: 12 }), fc.integer({ min: 0, max: 10 ** 9 }).map(String),
);

/** Any content two clients could merge into: any text in any cell, rows half written, the same number twice. */
export const anyContent: fc.Arbitrary<FinancingContent> = fc
  .record(Object.fromEntries(tableNames.map((table) => {
    const cells = fc.record(Object.fromEntries(Object.entries(tables[table]).map(([column, kind]) => [column, kind.kind === "choice" ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom<string>(...kind.among) }, { weight: 1, arbitrary: oddText }) : oddText])), { requiredKeys: [] });
    return [table, table === "terms" ? cells : fc.array(cells, { maxLength: 6 }).map((rows) => rows.map((row, at) => ({ ...row, id: `r${at}` })))];
  })))
  .map((json) => {
    const parsed = parseFinancing(json);
    if (!parsed.ok) throw new Error("a content that is no content");
    return parsed.value;
  });
