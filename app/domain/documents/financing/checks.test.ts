// Each rule of a financing plan: broken, and whole.
import { expect, test } from "vitest";
import { cashFlowOf } from "./cash-flow";
import { checkPlan, type Circumstances, type FinancingRule } from "./checks";
import { parseFinancing, type FinancingContent } from "./content";
import { figuresOf, type Ground } from "./figures";
import { ratesOn, type KeptRate } from "./rates";
import { readPlan } from "./reading";
import { changed, fin1, fin1Ground, kroner } from "./testing";
import type { Day } from "../../time";

const unknown: Circumstances = { decisions: null, isStaffedRoundTheClock: null };
const kr = (amount: number) => BigInt(Math.round(amount * 100));
function found(content: FinancingContent, known = unknown, ground: Ground = fin1Ground) {
  const plan = readPlan(content);
  return checkPlan(plan, figuresOf(plan, ground), ground, known);
}
const names = (content: FinancingContent, known = unknown, ground: Ground = fin1Ground): FinancingRule[] => found(content, known, ground).map((each) => each.rule);
const groupLed: Ground = { ...fin1Ground, model: "groupLed" };

test("[F8] a cell that cannot be read is an error there, counts as nought, and stays as it was typed", () => {
  const odd = changed(fin1, "uses", "land", { amount: "fire millioner" });
  expect(found(odd)[0]).toEqual({ rule: "unreadable", severity: "error", at: "uses/land/amount" });
  expect(odd.uses[0]?.amount).toBe("fire millioner");
  expect(figuresOf(readPlan(odd), fin1Ground).beforeVat).toBe(kr(34_940_000));
});

test("[F24] a plan that does not add up says by how much, to either side", () => {
  expect(found(changed(fin1, "sources", "saved", { amount: kroner(600_000) }))).toMatchObject([{ rule: "unbalanced", severity: "error", values: { missing: kr(250_000) } }]);
  expect(found(changed(fin1, "sources", "saved", { amount: kroner(850_001) }))).toMatchObject([{ rule: "unbalanced", values: { missing: -kr(1) } }]);
});

test("[F11] money that is refused or withdrawn counts for nothing", () => {
  for (const status of ["refused", "withdrawn"]) expect(figuresOf(readPlan(changed(fin1, "sources", "grant", { status })), fin1Ground).support).toBe(kr(8_140_000));
});

test("[F25] less than seven of ten homes bound", () => {
  expect(found(changed(fin1, "units", "u8", { bound: "" }))).toEqual([]);
  expect(found(changed(changed(fin1, "units", "u8", { bound: "" }), "units", "u7", { bound: "" }))).toMatchObject([{ rule: "boundPart", severity: "warning", at: "units/u7/bound", values: { have: 6, least: 7n } }]);
});

test("[F26] the grant and the VAT compensation stand on services around the clock", () => {
  expect(found(fin1, { decisions: 8, isStaffedRoundTheClock: true })).toMatchObject([{ rule: "roundTheClockGrant", severity: "warning", at: "sources/grant/amount", values: { have: 8, need: 10 } }]);
  expect(names(fin1, { decisions: 10, isStaffedRoundTheClock: true })).toEqual([]);
  expect(found(fin1, { decisions: 10, isStaffedRoundTheClock: false })).toMatchObject([{ rule: "roundTheClockVat", severity: "error", at: "sources/vat/amount" }]);
  expect(names(fin1, unknown, groupLed)).toContain("roundTheClockVat");
});

test("[F26] the investment grant goes to municipalities only", () => {
  const typed = changed(fin1, "sources", "grant", { amount: kroner(17_100_000) });
  expect(names(typed, unknown, groupLed)).toContain("grantToMunicipality");
  expect(names(typed)).not.toContain("grantToMunicipality");
});

test("[F27] a reserve below a tenth of what carries VAT, and no money set aside for maintenance, are warned about", () => {
  expect(found(changed(fin1, "uses", "reserve", { amount: kroner(2_959_999) }))).toContainEqual({ rule: "reserve", severity: "warning", at: "uses/reserve/amount", values: { least: kr(2_960_000) } });
  expect(names({ ...fin1, operating: fin1.operating.filter((row) => row.kind !== "maintenance") })).toEqual(["noMaintenance"]);
});

test("[F28] more counted on than the rates say, and a promise that runs out before the money comes", () => {
  expect(names(changed(fin1, "sources", "grant", { amount: kroner(17_100_001) }))).toContain("unlikeExpected");
  expect(names(changed(fin1, "sources", "grant", { expires: "2028-12-31", month: "2029-06" }))).toEqual(["expires"]);
  expect(names(changed(fin1, "sources", "grant", { expires: "2029-06-01", month: "2029-06" }))).toEqual([]);
  expect(names(changed(fin1, "sources", "grant", { expires: "2028-12-31", month: "2029-06", status: "paid" }))).toEqual([]);
});

test("[F29] homes must be told apart and weighed, and a pay-down needs a home", () => {
  expect(names(changed(fin1, "units", "u2", { number: "A01" }))).toContain("twoAlike");
  expect(names({ ...fin1, units: fin1.units.map((unit) => ({ ...unit, weight: "0" })) })).toContain("noWeights");
  expect(names({ ...fin1, paydowns: [{ id: "p", unit: "B1", loan: "", amount: kroner(1) }] })).toEqual(["notAUnit"]);
});

test("[F20, F21] the building loan: its peak is what is paid before anything comes, and its limit must carry it", () => {
  const plan = readPlan(fin1);
  const flow = cashFlowOf(plan, figuresOf(plan, fin1Ground), fin1Ground);
  expect(flow?.months[0]?.month).toBe("2027-06");
  expect(flow?.months.at(-1)).toMatchObject({ month: "2029-05", drawn: 0n });
  expect(flow?.peak?.month).toBe("2029-04");
  // a month's interest at 6 % of what was carried when it began
  const [before, peak] = [flow?.months.at(-3), flow?.months.at(-2)];
  expect(peak?.interest).toBe(((before?.drawn ?? 0n) * 5n + 500n) / 1_000n);
  const limit = (amount: bigint) => names({ ...fin1, terms: { ...fin1.terms, buildingLimit: String(amount) } });
  expect(limit(peak?.drawn ?? 0n)).toEqual([]);
  expect(limit((peak?.drawn ?? 0n) - 1n)).toEqual(["liquidity"]);
  expect(cashFlowOf(readPlan({ ...fin1, terms: {} }), figuresOf(plan, fin1Ground), fin1Ground)).toBeNull();
});

test("[F7] what is no content is refused at the table it is wrong in", () => {
  const refusal = (json: unknown) => { const parsed = parseFinancing(json); return parsed.ok ? null : parsed.refusal; };
  expect(refusal(null)).toMatchObject({ code: "invalidInput" });
  expect(refusal({ uses: "x" })).toEqual({ code: "invalidInput", fields: { uses: "notAChoice" } });
  expect(refusal({ uses: [{ name: "no id" }] })).toEqual({ code: "invalidInput", fields: { uses: "required" } });
  expect(refusal({ units: [{ id: "a" }, { id: "a" }] })).toEqual({ code: "invalidInput", fields: { units: "twice" } });
  expect(refusal({ loans: Array.from({ length: 301 }, (_, at) => ({ id: `r${at}` })) })).toEqual({ code: "invalidInput", fields: { loans: "tooLong" } });
  expect(parseFinancing({ uses: [{ id: "a", amount: " 5 ", odd: "x", note: 7 }], more: 1 })).toMatchObject({ ok: true, value: { uses: [{ id: "a", amount: "5" }], terms: {} } });
});

test("[F9] of each rate the newest that has begun holds, and one that is missing is named", () => {
  const rate = (name: KeptRate["name"], value: string, from: string): KeptRate => ({ name, value, from: from as Day, source: "test", owner: "board", standing: "assumed" });
  const all = (["vatRate", "grantRate", "grantCap", "debtCap", "shareLeast", "shareMost", "municipalPart", "boundPart", "reservePart", "startLoanMonths", "stressLow", "stressHigh", "lateRate"] as const).map((name) => rate(name, "1", "2020-01-01"));
  const kept = [...all, rate("vatRate", "25000", "2026-01-01"), rate("vatRate", "24000", "2027-01-01")];
  const at = (day: string) => ratesOn(kept, day as Day);
  expect(["2025-12-31", "2026-01-01", "2027-06-01"].map((day) => { const found = at(day); return "rates" in found ? found.rates.vatRate : found; })).toEqual([1, 25_000, 24_000]);
  expect(at("2019-12-31")).toEqual({ missing: "vatRate" });
  expect(ratesOn(all.filter((each) => each.name !== "debtCap"), "2026-01-01" as Day)).toEqual({ missing: "debtCap" });
});
