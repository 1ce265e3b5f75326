// What a loan costs, month by month, before rounding and after: annuity, serial, and a first time with interest only. Domain 3.4; rules F3-F5.
import { fraction, greatestCommonDivisor, minus, nought, plus, round, times, type Fraction } from "../../fraction";
import type { Ore, Thousandths } from "../../money";

export const loanKinds = ["annuity", "serial"] as const;
export type LoanKind = (typeof loanKinds)[number];

export type LoanTerms = {
  readonly kind: LoanKind;
  /** Not below nought. */
  readonly principal: Ore;
  /** Nominal, a year, 0-100 %. A month's is a twelfth of it. */
  readonly rate: Thousandths;
  /** 1-600, the months with interest only among them. */
  readonly months: number;
  /** 0 to `months` - 1: the first months, in which nothing is paid down. */
  readonly interestOnlyMonths: number;
};

/** One month of a loan, in øre; `balance` is what is owed when it has been paid. */
export type LoanMonth = { readonly interest: Ore; readonly principal: Ore; readonly payment: Ore; readonly balance: Ore };

/** The course of a loan before anything is rounded to the øre; `month` counts from 1, and the balance after 0 months is the principal. */
export type LoanCourse = {
  readonly months: number;
  balanceAfter(month: number): Fraction;
  /** What is paid that month. Nought after the last. */
  payment(month: number): Fraction;
  /** Of what is paid that month, what is interest. */
  interest(month: number): Fraction;
  /** All interest until and with that month. */
  interestUntil(month: number): Fraction;
};

/** A month's rate as a fraction: thousandths of a per cent, a twelfth. */
export function monthlyRate(rate: Thousandths): Fraction {
  return fraction(BigInt(rate), 1_200_000n);
}

/** Never refuses: terms outside their ranges are moved to the nearest that is inside, as they may stand while somebody is typing. */
export function courseOf(terms: LoanTerms): LoanCourse {
  const months = within(terms.months, 1, 600);
  const still = within(terms.interestOnlyMonths, 0, months - 1);
  const principal = terms.principal < 0n ? 0n : terms.principal;
  const down = months - still;
  const yearly = within(terms.rate, 0, 100_000);
  const rate = monthlyRate(yearly);
  const whole = fraction(principal);
  const stillInterest = times(whole, rate);
  const pays = terms.kind === "serial" || rate.top === 0n ? evenly(principal, down, rate) : annuity(principal, down, yearly);
  const balanceAfter = (month: number): Fraction =>
    month <= still ? whole : month >= months ? nought : pays.balanceAfter(month - still);
  const payment = (month: number): Fraction =>
    month < 1 || month > months ? nought : month <= still ? stillInterest : pays.payment(month - still);
  const interest = (month: number): Fraction => (month < 1 || month > months ? nought : times(balanceAfter(month - 1), rate));
  const interestUntil = (month: number): Fraction => {
    const until = within(month, 0, months);
    if (until <= still) return times(stillInterest, fraction(BigInt(until)));
    return plus(times(stillInterest, fraction(BigInt(still))), minus(pays.paidUntil(until - still), minus(whole, balanceAfter(until))));
  };
  return { months, balanceAfter, payment, interest, interestUntil };
}

type Paying = Pick<LoanCourse, "balanceAfter" | "payment"> & { paidUntil(month: number): Fraction };

/** Serial: the same principal each month. An annuity without interest is the same. */
function evenly(principal: Ore, months: number, rate: Fraction): Paying {
  const all = BigInt(months);
  const each = fraction(principal, all);
  const balanceAfter = (month: number): Fraction => fraction(principal * (all - BigInt(month)), all);
  const paidUntil = (month: number): Fraction => {
    // balances fall evenly, so their sum over the months is the mean of the first and the last times how many
    const k = BigInt(month);
    const owed = fraction(principal * k * (2n * all - k + 1n), 2n * all);
    return plus(times(each, fraction(k)), times(owed, rate));
  };
  return { balanceAfter, payment: (month) => plus(each, times(balanceAfter(month - 1), rate)), paidUntil };
}

/** T = P r (1+r)^n / ((1+r)^n - 1), and what is left after k: P ((1+r)^n - (1+r)^k) / ((1+r)^n - 1). */
function annuity(principal: Ore, months: number, rate: Thousandths): Paying {
  const grown = growthOf(rate, months);
  const [one, all] = [grown[0] ?? 1n, grown[months] ?? 1n];
  const bottom = all - one;
  const { top, bottom: under } = monthlyRate(rate);
  const each = fraction(principal * top * all, under * bottom);
  return {
    balanceAfter: (month) => fraction(principal * (all - (grown[month] ?? all)), bottom),
    payment: () => each,
    paidUntil: (month) => times(each, fraction(BigInt(month))),
  };
}

const precision = 1n << 256n;
/** Below so many binary digits the powers are kept whole: only there can an exact half of an øre come out. */
const wholeDigits = 1_024;
const known = new Map<string, readonly bigint[]>();
const mostKnown = 128;

/**
 * (1+r)^k for k from 0 to `months`, all over the first of them. Exact where that is short; else to 256 binary digits, which is the exact figure to the
 * øre for any amount here (decision 0020). The same rate and months are asked for again and again as somebody types, so they are remembered.
 */
function growthOf(rate: Thousandths, months: number): readonly bigint[] {
  const key = `${rate}/${months}`;
  const remembered = known.get(key);
  if (remembered) return remembered;
  const { top, bottom } = monthlyRate(rate);
  const common = greatestCommonDivisor(bottom + top, bottom);
  const [a, b] = [(bottom + top) / common, bottom / common];
  const powers = [a.toString(2).length * months <= wholeDigits ? b ** BigInt(months) : precision];
  for (let month = 1; month <= months; month++) powers.push(((powers[month - 1] ?? 0n) * a) / b);
  if (known.size >= mostKnown) known.delete(known.keys().next().value ?? "");
  known.set(key, powers);
  return powers;
}

/**
 * The loan to the øre. What is owed and the interest until then are each the exact figure rounded, and a month is the difference between two:
 * so principal sums to the loan, interest to the exact interest, and the balance reaches nought, whatever the months between (rule F4).
 */
export function scheduleOf(terms: LoanTerms): LoanMonth[] {
  const course = courseOf(terms);
  const found: LoanMonth[] = [];
  let [owed, charged] = [round(course.balanceAfter(0)), 0n];
  for (let month = 1; month <= course.months; month++) {
    const balance = round(course.balanceAfter(month));
    const until = round(course.interestUntil(month));
    const [principal, interest] = [owed - balance, until - charged];
    found.push({ interest, principal, payment: principal + interest, balance });
    [owed, charged] = [balance, until];
  }
  return found;
}

/** What the loan's month costs, to the øre. */
export function paymentIn(terms: LoanTerms, month: number): Ore {
  return round(courseOf(terms).payment(month));
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Number.isFinite(value) ? Math.trunc(value) : least));
}
