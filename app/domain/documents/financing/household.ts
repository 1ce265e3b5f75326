// One household's own economy (class K3): what is left each month, how much interest it bears, and a verdict that is advice only. Rules F41-F47.
import { ceiling, compare, fraction, minus, nought, plus, round, times, type Fraction } from "../../fraction";
import { wholePart, type Ore, type Thousandths } from "../../money";
import type { Figures, Ground } from "./figures";
import { courseOf } from "./loans";
import { monthOf } from "./monthly";
import type { ReadPlan } from "./reading";

/** What a household types. Never in the group's document, journal, mail, log, search or address. Amounts a month unless said. */
export type Household = {
  /** The number of its home. */
  readonly unit: string;
  readonly netIncome: Ore;
  readonly housingAllowance: Ore;
  /** Electricity, contents insurance and what else the home costs beside the monthly cost. */
  readonly otherHousing: Ore;
  readonly subsistence: Ore;
  /** Once. */
  readonly startLoan: Ore;
  readonly startLoanRate: Thousandths;
  readonly startLoanMonths: number;
  readonly savings: Ore;
  readonly gifts: Ore;
};

export const bands = ["green", "yellow", "orange", "red"] as const;
/** Green bears the high stress, yellow the low, orange only today's rates, red not even those. */
export type Band = (typeof bands)[number];

export type Margin = { readonly monthly: Ore; readonly startLoan: Ore; readonly housing: Ore; readonly left: Ore; readonly margin: Ore };
export type Verdict = {
  readonly today: Margin;
  readonly low: Margin;
  readonly high: Margin;
  readonly band: Band;
  /** The rate on every floating loan at which nothing is over, in thousandths of a per cent; null where no rate up to 100 % does it, or none is floating. */
  readonly bears: Thousandths | null;
  /** So much less startlån, in whole kroner, and the margin is nought; nought when it already is not below, null when not even none is enough. */
  readonly lessLoan: Ore | null;
  /** Own money typed less what the home needs: below nought is missing. */
  readonly ownOver: Ore;
};

/** Null when the plan has no home of that number, which may be for a while, as the plan is written on. Never throws. */
export function verdictOf(household: Household, plan: ReadPlan, figures: Figures, ground: Ground): Verdict | null {
  const at = figures.units.findIndex((unit) => unit.number === household.unit);
  const unit = figures.units[at];
  if (!unit) return null;
  const margin = (rateUp: Thousandths) => marginAt(household, plan, figures, at, rateUp);
  const [today, low, high] = [margin(0), margin(ground.rates.stressLow), margin(ground.rates.stressHigh)];
  return {
    today, low, high, band: bandOf(today.margin, low.margin, high.margin), bears: bearsOf(household, plan, figures, at), lessLoan: lessLoan(household, exactMargin(household, plan, figures, at, (rate) => rate)),
    ownOver: household.startLoan + household.savings + household.gifts - unit.own,
  };
}

/** At today's rates and `rateUp` more on every floating loan, the startlån among them. */
function marginAt(household: Household, plan: ReadPlan, figures: Figures, at: number, rateUp: Thousandths): Margin {
  const monthly = monthOf(plan, figures, 1, rateUp).units[at]?.total ?? 0n;
  const startLoan = round(startLoanPayment(household, rateUp));
  const housing = monthly + startLoan + household.otherHousing;
  const left = household.netIncome + household.housingAllowance - housing;
  return { monthly, startLoan, housing, left, margin: left - household.subsistence };
}

function startLoanPayment({ startLoan, startLoanRate, startLoanMonths }: Household, rateUp: Thousandths): Fraction {
  return courseOf({ kind: "annuity", principal: startLoan, rate: Math.min(wholePart, startLoanRate + rateUp), months: startLoanMonths, interestOnlyMonths: 0 }).payment(1);
}

function bandOf(today: Ore, low: Ore, high: Ore): Band {
  if (today < 0n) return "red";
  if (low < 0n) return "orange";
  return high < 0n ? "yellow" : "green";
}

/**
 * Where every floating loan had the same rate and the margin were nought, found between 0 and 100 % by halving, without rounding to the øre; the rate is
 * rounded to the nearest thousandth. Costs never fall when a rate rises, so there is at most one such place.
 */
function bearsOf(household: Household, plan: ReadPlan, figures: Figures, at: number): Thousandths | null {
  const isFloating = household.startLoan > 0n || plan.loans.some((loan, place) => (figures.units[at]?.left[place] ?? 0n) > 0n && loan.fixedPart < wholePart);
  if (!isFloating) return null;
  const over = (rate: Thousandths): Fraction => exactMargin(household, plan, figures, at, () => rate);
  if (compare(over(0), nought) < 0 || compare(over(wholePart), nought) >= 0) return null;
  let [bears, breaks] = [0, wholePart];
  while (breaks - bears > 1) {
    const middle = Math.floor((bears + breaks) / 2);
    if (compare(over(middle), nought) >= 0) bears = middle;
    else breaks = middle;
  }
  return bears;
}

/** Today's margin without rounding to the øre, with each floating rate put through `rateOf`. */
function exactMargin(household: Household, plan: ReadPlan, figures: Figures, at: number, rateOf: (rate: Thousandths) => Thousandths): Fraction {
  const month = monthOf(plan, figures, 1);
  const unit = figures.units[at];
  let paid = startLoanPayment({ ...household, startLoanRate: rateOf(household.startLoanRate) }, 0);
  plan.loans.forEach((loan, place) => {
    const left = unit?.left[place] ?? 0n;
    const fixed = times(fraction(left), fraction(BigInt(loan.fixedPart), BigInt(wholePart)));
    const common = { kind: loan.kind, months: loan.months, interestOnlyMonths: loan.interestOnlyMonths, principal: 1_000_000n };
    const of = (part: Fraction, at: Thousandths) => times(times(part, fraction(1n, 1_000_000n)), courseOf({ ...common, rate: at }).payment(1));
    paid = plus(paid, plus(of(fixed, loan.fixedRate), of(minus(fraction(left), fixed), rateOf(loan.rate))));
  });
  const rest = household.netIncome + household.housingAllowance - household.otherHousing - household.subsistence - (month.units[at]?.operation ?? 0n);
  return minus(fraction(rest), paid);
}

/** What lacks over what a krone of startlån costs a month, up to the next whole krone. */
function lessLoan(household: Household, margin: Fraction): Ore | null {
  if (margin.top >= 0n) return 0n;
  const { startLoan } = household;
  if (startLoan === 0n) return null;
  const payment = startLoanPayment(household, 0);
  const less = ceiling(fraction(-margin.top * startLoan * payment.bottom, margin.bottom * payment.top * 100n)) * 100n;
  return less > startLoan ? null : less;
}

/** The group sees "n of N" and nothing else, and only where neither n nor what is missing tells of one household (domain 5.4): null then. */
export function settledCount(settled: number, all: number, least: number): { readonly settled: number; readonly all: number } | null {
  const missing = all - settled;
  const tells = (count: number) => count > 0 && count < least;
  return all < least || tells(settled) || tells(missing) ? null : { settled, all };
}
