// Amounts as Norwegians type them, and parts that sum to the whole.
import fc from "fast-check";
import { expect, test } from "vitest";
import { ceiling, compare, floor, fraction, greatestCommonDivisor, minus, plus, round, times } from "./fraction";
import { keptAmount, keptCount, shareOut, sumOf, typedAmount, typedPercent } from "./money";

test.each([
  ["1 234 567", 123_456_700n], ["1\u00a0234\u00a0567,50", 123_456_750n], ["1.234.567", 123_456_700n], ["1.234", 123_400n], ["12.5", 1_250n], ["12,50 kr", 1_250n], ["kr 1 200,-", 120_000n],
  ["-500", -50_000n], ["\u2212500", -50_000n], ["4,5 mill.", 450_000_000n], ["26 millioner", 2_600_000_000n], ["0", 0n], ["007", 700n], ["1 000 000 000 000", 100_000_000_000_000n],
] as const)("[F6] %j is read", (typed, ore) => expect(typedAmount(typed)).toBe(ore));

test.each(["", "kr", "abc", "1,234", "1,2,3", "1e6", "--1", "1.23.456", "1 000 000 000 001", "4,1234567 mill", "=A1", "12 %"])("[F6] %j is no amount", (typed) => expect(typedAmount(typed)).toBeNull());

test("[F6] rates and parts", () => {
  expect(["4,5 %", "4.5", "100 %", "0", "5,125 prosent", "7"].map(typedPercent)).toEqual([4_500, 4_500, 100_000, 0, 5_125, 7_000]);
  expect(["-1", "100,001", "5,1234", "", "%", "4,5 kr"].map(typedPercent)).toEqual([null, null, null, null, null, null]);
});

test("[F6] what is kept is digits and nothing else", () => {
  expect(["0", "-5", "12", "100000000000000"].map(keptAmount)).toEqual([0n, -5n, 12n, 100_000_000_000_000n]);
  expect(["-0", "012", "1.5", "100000000000001", " 1", "٣", ""].map(keptAmount)).toEqual(Array.from({ length: 7 }, () => null));
  expect([keptCount("5", 0, 5), keptCount("6", 0, 5), keptCount("05", 0, 9)]).toEqual([5, null, null]);
});

test("[F2] parts are whole steps and sum to the whole for any weights; none differs by more than a step from its exact part", () => {
  const some = fc.record({
    total: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), weights: fc.array(fc.bigInt({ min: -5n, max: 10n ** 9n }), { minLength: 1, maxLength: 30 }), step: fc.constantFrom(1n, 100n),
  });
  fc.assert(fc.property(some, ({ total, weights, step }) => {
    const parts = shareOut(total, weights, step);
    expect(sumOf(parts)).toBe(total);
    const positive = weights.map((weight) => (weight > 0n ? weight : 0n));
    const sum = sumOf(positive);
    if (sum === 0n) return;
    parts.forEach((part, at) => {
      const off = part * sum - total * (positive[at] ?? 0n);
      expect((off < 0n ? -off : off) <= 2n * step * sum).toBe(true);
      if (positive[at] === 0n) expect(part).toBe(0n);
    });
  }));
});

test("[F2] a tie goes to the earlier; equal weights never differ by more than a step", () => {
  expect(shareOut(10n, [1n, 1n, 1n])).toEqual([4n, 3n, 3n]);
  expect(shareOut(-10n, [1n, 1n, 1n])).toEqual([-4n, -3n, -3n]);
  expect(shareOut(1_050n, [1n, 1n], 100n)).toEqual([550n, 500n]);
  expect([shareOut(5n, []), shareOut(5n, [0n, 0n])]).toEqual([[], [3n, 2n]]);
});

const some = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n })).map(([top, bottom]) => fraction(top, bottom));

test("[F1] exact numbers behave as numbers, and rounding is to the nearest with a half away from nought", () => {
  fc.assert(fc.property(some, some, (one, other) => {
    expect(compare(minus(plus(one, other), other), one)).toBe(0);
    expect(compare(times(one, other), times(other, one))).toBe(0);
    const [low, high, nearest] = [floor(one), ceiling(one), round(one)];
    expect(compare(fraction(low), one) <= 0 && compare(one, fraction(high)) <= 0 && high - low <= 1n).toBe(true);
    expect(nearest === low || nearest === high).toBe(true);
    expect(round({ top: -one.top, bottom: one.bottom })).toBe(-nearest);
  }));
  expect([fraction(1n, 2n), fraction(-1n, 2n), fraction(3n, 2n), fraction(1n, -2n)].map(round)).toEqual([1n, -1n, 2n, -1n]);
  expect(greatestCommonDivisor(-12n, 18n)).toBe(6n);
  expect(() => fraction(1n, 0n)).toThrow();
});
