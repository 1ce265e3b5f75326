// FIN-1's households, as the domain's table has them, and what holds for any household.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { FinancingContent } from "./content";
import { figuresOf } from "./figures";
import { settledCount, verdictOf, type Band, type Household } from "./household";
import { readPlan } from "./reading";
import { anyContent, fin1, fin1Ground } from "./testing";

const kr = (amount: number) => BigInt(Math.round(amount * 100));
const plan = readPlan(fin1);
const figures = figuresOf(plan, fin1Ground);
const one = (unit: string, startLoan: number, savings: number, gifts: number): Household => ({
  unit, netIncome: kr(25_700), housingAllowance: 0n, otherHousing: kr(900), subsistence: kr(8_200), startLoan: kr(startLoan), startLoanRate: 5_000, startLoanMonths: 600, savings: kr(savings), gifts: kr(gifts),
});
const verdict = (household: Household, content: FinancingContent = fin1) => {
  const read = readPlan(content);
  const found = verdictOf(household, read, figuresOf(read, fin1Ground), fin1Ground);
  if (!found) throw new Error("no verdict");
  return found;
};
const whole = (ore: bigint) => Number((ore < 0n ? -1n : 1n) * (((ore < 0n ? -ore : ore) + 50n) / 100n));

// home, startlån, savings, gifts; startlån a month, left, margin, +1, +3, bears in hundredths, band
const table: readonly (readonly [string, number, number, number, number, number, number, number, number, number, Band])[] = [
  ["A01", 630_000, 0, 0, 2_861, 9_673, 1_473, 95, -2_841, 607, "yellow"],
  ["A02", 480_000, 150_000, 0, 2_180, 10_354, 2_154, 885, -1_822, 667, "yellow"],
  ["A03", 300_000, 0, 330_000, 1_362, 11_171, 2_971, 1_832, -599, 752, "yellow"],
  ["A04", 630_000, 0, 0, 2_861, 9_673, 1_473, 95, -2_841, 607, "yellow"],
  ["A05", 530_000, 100_000, 0, 2_407, 10_127, 1_927, 622, -2_161, 646, "yellow"],
  ["A06", 430_000, 200_000, 0, 1_953, 10_581, 2_381, 1_148, -1_482, 689, "yellow"],
  ["A07", 630_000, 0, 0, 2_861, 9_673, 1_473, 95, -2_841, 607, "yellow"],
  ["A08", 0, 0, 630_000, 0, 12_534, 4_334, 3_412, 1_439, 937, "green"],
  ["A09", 606_000, 150_000, 0, 2_752, 7_328, -872, -2_416, -5_710, 441, "red"],
  ["A10", 506_000, 250_000, 0, 2_298, 7_783, -417, -1_890, -5_031, 471, "red"],
];

test.each(table.map((row) => [row[0], row] as const))("[F41, F42, F43] FIN-1: %s", (unit, [, startLoan, savings, gifts, loanMonth, left, margin, low, high, bears, band]) => {
  const found = verdict(one(unit, startLoan, savings, gifts));
  expect([found.today.startLoan, found.today.left, found.today.margin, found.low.margin, found.high.margin].map(whole)).toEqual([loanMonth, left, margin, low, high]);
  expect(Math.round((found.bears ?? 0) / 10)).toBe(bears);
  expect([found.band, found.ownOver]).toEqual([band, 0n]);
});

test("[F44] FIN-1: how much less startlån A09 and A10 need", () => {
  expect(verdict(one("A09", 606_000, 150_000, 0)).lessLoan).toBe(kr(191_927));
  expect(verdict(one("A10", 506_000, 250_000, 0)).lessLoan).toBe(kr(91_927));
  expect(verdict(one("A01", 630_000, 0, 0)).lessLoan).toBe(0n);
  expect(verdict({ ...one("A09", 100, 0, 0), netIncome: 0n }).lessLoan).toBeNull();
});

test("[F18, F43] FIN-1: with an equal key for the running costs", () => {
  const equal = { ...fin1, terms: { ...fin1.terms, operatingKey: "equal" } };
  expect([one("A01", 630_000, 0, 0), one("A09", 606_000, 150_000, 0), one("A10", 506_000, 250_000, 0)].map((each) => whole(verdict(each, equal).today.margin))).toEqual([1_298, -172, 283]);
});

test("[F19, F43] FIN-1: half of the joint loan fixed while floating is 8 %", () => {
  const half = { ...fin1, loans: fin1.loans.map((loan) => ({ ...loan, fixedPart: "50000", fixedRate: "5000" })) };
  const { monthly, startLoan, left, margin } = verdict(one("A01", 630_000, 0, 0), half).high;
  expect([monthly, startLoan, left, whole(margin)]).toEqual([kr(13_713.81), kr(4_279.43), kr(6_806.76), -1_393]);
});

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const anyHousehold: fc.Arbitrary<Household> = fc.record({
  unit: fc.constantFrom("A01", "A09", "A1"), netIncome: amount, housingAllowance: amount, otherHousing: amount, subsistence: amount, startLoan: amount,
  startLoanRate: fc.nat(100_000), startLoanMonths: fc.integer({ min: 1, max: 600 }), savings: amount, gifts: amount,
});

test("[F42] a dearer loan never leaves more, and the band says what the margins say", () => {
  fc.assert(fc.property(anyHousehold, (household) => {
    const found = verdictOf(household, plan, figures, fin1Ground);
    if (!found) return;
    expect(found.today.margin >= found.low.margin && found.low.margin >= found.high.margin).toBe(true);
    expect(found.band).toBe(found.today.margin < 0n ? "red" : found.low.margin < 0n ? "orange" : found.high.margin < 0n ? "yellow" : "green");
  }), { numRuns: 60 });
});

test("[F44] with so much less startlån the margin is not below nought, and with a krone more of it, it is", () => {
  fc.assert(fc.property(fc.bigInt({ min: 1n, max: 10n ** 8n }), fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 12, max: 600 }), (startLoan, startLoanRate, startLoanMonths) => {
    const household = { ...one("A09", 0, 0, 0), startLoan, startLoanRate, startLoanMonths };
    const { lessLoan, today } = verdict(household);
    if (lessLoan === null || today.margin > 0n) return;
    // an øre's rounding of the instalment is all there may be between
    expect(verdict({ ...household, startLoan: startLoan - lessLoan }).today.margin >= -1n).toBe(true);
    if (lessLoan > 100n) expect(verdict({ ...household, startLoan: startLoan - lessLoan + 100n }).today.margin <= 1n).toBe(true);
  }), { numRuns: 200 });
});

test("[F41] for any plan two people could merge into there is a verdict or none, and never a fault", () => {
  fc.assert(fc.property(anyContent, anyHousehold, (content, household) => {
    const read = readPlan(content);
    verdictOf(household, read, figuresOf(read, fin1Ground), fin1Ground);
  }), { numRuns: 60 });
});

test("[F47] the group is told how many have settled, but never of one to four who have or have not", () => {
  expect(settledCount(7, 10, 5)).toBeNull();
  expect(settledCount(5, 10, 5)).toEqual({ settled: 5, all: 10 });
  expect([settledCount(10, 10, 5), settledCount(0, 10, 5)]).toEqual([{ settled: 10, all: 10 }, { settled: 0, all: 10 }]);
  expect(settledCount(4, 4, 5)).toBeNull();
});
