// Loans: the worked example to the øre, and that no øre is lost for any loan.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, fraction, minus, plus, round } from "../../fraction";
import { courseOf, loanKinds, paymentIn, scheduleOf, type LoanTerms } from "./loans";

const joint: LoanTerms = { kind: "annuity", principal: 1_528_800_000n, rate: 5_000, months: 360, interestOnlyMonths: 0 };
const interestOf = (terms: LoanTerms) => scheduleOf(terms).reduce((sum, { interest }) => sum + interest, 0n);

test("[F3] FIN-1: the joint loan as an annuity", () => {
  expect(paymentIn(joint, 1)).toBe(8_206_929n);
  expect(scheduleOf(joint)[0]).toEqual({ interest: 6_370_000n, principal: 1_836_929n, payment: 8_206_929n, balance: 1_526_963_071n });
  expect(interestOf(joint)).toBe(1_425_694_430n);
});

test("[F3] FIN-1: as a serial loan", () => {
  const serial: LoanTerms = { ...joint, kind: "serial" };
  expect(paymentIn(serial, 1)).toBe(10_616_667n);
  expect(paymentIn(serial, 360)).toBe(4_264_361n);
  expect(interestOf(serial)).toBe(1_149_785_000n);
});

test("[F3] FIN-1: interest only for eight years, then an annuity over what is left of the thirty", () => {
  const still: LoanTerms = { ...joint, interestOnlyMonths: 96 };
  expect([paymentIn(still, 1), paymentIn(still, 96), paymentIn(still, 97)]).toEqual([6_370_000n, 6_370_000n, 9_559_292n]);
  // +16,48 % against the plain annuity, +50,07 % against interest only
  expect(round(fraction((9_559_292n - 8_206_929n) * 10_000n, 8_206_929n))).toBe(1_648n);
  expect(round(fraction((9_559_292n - 6_370_000n) * 10_000n, 6_370_000n))).toBe(5_007n);
});

test("[F3] the factors of the worked example", () => {
  const factor = (months: number) => round(courseOf({ ...joint, principal: 10n ** 15n, months }).payment(1));
  expect(factor(360)).toBe(5_368_216_230_121n);
  expect(factor(600)).toBe(4_541_387_690_976n);
});

const someLoan: fc.Arbitrary<LoanTerms> = fc.record({
  kind: fc.constantFrom(...loanKinds), principal: fc.bigInt({ min: 0n, max: 10n ** 13n }), rate: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100_000 })),
  months: fc.integer({ min: 1, max: 120 }), interestOnlyMonths: fc.nat(119),
});

test("[F4] any loan is paid to the øre: its balance reaches nought, its parts sum to it, and nothing is ever below nought", () => {
  fc.assert(fc.property(someLoan, (terms) => {
    const months = scheduleOf(terms);
    expect(months.at(-1)?.balance).toBe(0n);
    expect(months.reduce((sum, { principal }) => sum + principal, 0n)).toBe(terms.principal);
    expect(interestOf(terms)).toBe(round(courseOf(terms).interestUntil(terms.months)));
    for (const { interest, principal, payment } of months) {
      expect(interest >= 0n && principal >= 0n).toBe(true);
      expect(payment).toBe(interest + principal);
    }
  }));
});

test("[F3] what is owed next month is what was owed, with a month's interest, less what was paid: to far below an øre", () => {
  fc.assert(fc.property(someLoan, fc.integer({ min: 1, max: 120 }), (terms, month) => {
    fc.pre(month <= terms.months);
    const course = courseOf(terms);
    const left = minus(plus(course.balanceAfter(month - 1), course.interest(month)), course.payment(month));
    const off = minus(course.balanceAfter(month), left);
    expect(compare(off, fraction(1n, 10n ** 40n)) < 0 && compare(fraction(-1n, 10n ** 40n), off) < 0).toBe(true);
  }));
});

test("[F1, F3] to the øre an annuity is what exact powers make it, however long it is", () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 600 }), fc.nat(600), (principal, rate, months, at) => {
    const course = courseOf({ kind: "annuity", principal, rate, months, interestOnlyMonths: 0 });
    const [a, b, n, k] = [1_200_000n + BigInt(rate), 1_200_000n, BigInt(months), BigInt(Math.min(at, months))];
    const bottom = a ** n - b ** n;
    expect(round(course.payment(1))).toBe(round(fraction(principal * BigInt(rate) * a ** n, b * bottom)));
    expect(round(course.balanceAfter(Number(k)))).toBe(round(fraction(principal * (a ** n - a ** k * b ** (n - k)), bottom)));
  }), { numRuns: 200 });
  // a half of an øre, exactly, goes away from nought
  expect(round(courseOf({ kind: "annuity", principal: 100n, rate: 6_000, months: 1, interestOnlyMonths: 0 }).payment(1))).toBe(101n);
});

test("[F5] terms as they may stand while somebody is typing are moved to the nearest that can be, and never refused", () => {
  const odd = courseOf({ kind: "annuity", principal: -5n, rate: 200_000, months: 0, interestOnlyMonths: 900 });
  expect(odd.months).toBe(1);
  expect(round(odd.payment(1))).toBe(0n);
  expect(round(courseOf({ ...joint, rate: Number.NaN }).payment(1))).toBe(round(fraction(joint.principal, 360n)));
});
