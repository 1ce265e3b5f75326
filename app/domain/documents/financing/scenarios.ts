// What if: the plan changed in one way, and what that does to the total, to each home and to the rules. Domain 3.5 point 8; rules F30-F33.
import { fraction, round } from "../../fraction";
import { shareOut, sumOf, wholePart, type Ore, type Thousandths } from "../../money";
import { atMost, figuresOf, partOf, type Figures, type Ground } from "./figures";
import { monthOf, type Month } from "./monthly";
import type { Loan, ReadPlan, Source, Use } from "./reading";

/** One change or several at once. `bids`: so much more the construction costs; `bidsBy`: the same in øre. Numbers of homes name them. */
export type Change = {
  readonly bids?: Thousandths; readonly bidsBy?: Ore; readonly vatLost?: boolean; readonly grantLost?: boolean; readonly grantLateMonths?: number;
  readonly baseRentLost?: boolean; readonly unsold?: string; readonly unsoldMonths?: number; readonly empty?: string; readonly rateUp?: Thousandths;
};

export const builtInScenarios = ["asPlanned", "bids", "vatLost", "grantLost", "grantLate", "baseRentLost", "unsold", "empty", "rateLow", "rateHigh"] as const;
export type BuiltInScenario = (typeof builtInScenarios)[number];

export type Outcome = {
  readonly figures: Figures;
  readonly month: Month;
  /** Of what the change costs, what the reserve took, what was put on the joint loan, and what must then be own money. */
  readonly fromReserve: Ore;
  readonly onDebt: Ore;
  readonly asOwnMoney: Ore;
  /** What the reserve does not cover of higher bids, before VAT. */
  readonly beyondReserve: Ore;
  /** Paid once: interest for what comes late, and what must be carried for a home that stands unsold. */
  readonly once: Ore;
  /** Whether the plan holds together as it stands with nothing more put in: balanced, and the debt within its limit. */
  readonly holds: boolean;
};

/** The first home by number stands for "a home", as it does for the group's own talk of one. */
export function changeOf(scenario: BuiltInScenario, plan: ReadPlan, { rates }: Ground): Change {
  const one = plan.units[0]?.number ?? "";
  switch (scenario) {
    case "asPlanned": return {};
    case "bids": return { bids: 10_000 };
    case "vatLost": return { vatLost: true };
    case "grantLost": return { grantLost: true };
    case "grantLate": return { grantLateMonths: 6 };
    case "baseRentLost": return { baseRentLost: true };
    case "unsold": return { unsold: one, unsoldMonths: 6 };
    case "empty": return { empty: one };
    case "rateLow": return { rateUp: rates.stressLow };
    case "rateHigh": return { rateUp: rates.stressHigh };
  }
}

/**
 * The plan with the change made. Dearer bids take the reserve first. What then lacks is put on the joint loan as far as the limit allows, and the rest
 * is own money, so that what each home would pay can be told. `before`: the plan's own figures, where they are known already. Never throws.
 */
export function outcomeOf(plan: ReadPlan, change: Change, ground: Ground, before: Figures = figuresOf(plan, ground)): Outcome {
  const bids = bidsIn(plan, change);
  const changed: ReadPlan = {
    ...plan,
    uses: bids.uses,
    sources: plan.sources.map((source) => (isLost(source, change) ? { ...source, status: "refused" as const } : bids.uses === plan.uses ? source : fixed(source, before))),
    operating: change.baseRentLost ? plan.operating.filter((row) => row.kind !== "baseRent") : plan.operating,
  };
  const isMoney = bids.uses !== plan.uses || change.vatLost === true || change.grantLost === true;
  const bare = isMoney ? figuresOf(changed, ground) : before;
  const lacking = before.balance - bare.balance;
  const room = bare.mostDebt - bare.debt;
  const onDebt = lacking <= 0n ? 0n : room <= 0n ? 0n : lacking < room ? lacking : room;
  const covered: ReadPlan = onDebt === 0n ? changed : { ...changed, loans: raised(changed.loans, onDebt) };
  const figures = onDebt === 0n ? bare : figuresOf(covered, ground);
  const asMonth = monthOf(covered, figures, 1, change.rateUp ?? 0);
  const month = change.empty === undefined ? asMonth : withoutHome(asMonth, figures, change.empty);
  return {
    figures, month, fromReserve: bids.fromReserve, onDebt, asOwnMoney: lacking > 0n ? lacking - onDebt : 0n, beyondReserve: bids.beyond,
    once: lateInterest(before, change, plan, ground) + unsoldCost(asMonth, figures, change, plan, ground), holds: bare.balance === 0n && bare.debt <= bare.mostDebt,
  };
}

/** What was computed before stays as it was: higher bids do not raise a grant nobody has promised to raise. A compensation follows its VAT. */
function fixed(source: Source, before: Figures): Source {
  return source.kind === "investmentGrant" && source.amount === null ? { ...source, amount: before.sources.find((each) => each.id === source.id)?.expected ?? null } : source;
}

const isLost = (source: Source, change: Change): boolean =>
  (change.vatLost === true && source.kind === "vatCompensation") || (change.grantLost === true && source.kind === "investmentGrant");

function bidsIn({ uses }: ReadPlan, { bids, bidsBy }: Change): { readonly uses: readonly Use[]; readonly fromReserve: Ore; readonly beyond: Ore } {
  const building = uses.filter((use) => use.kind === "construction");
  const more = bidsBy ?? partOf(sumOf(building.map((use) => use.amount)), bids ?? 0);
  const place = building[0];
  if (more <= 0n || !place) return { uses, fromReserve: 0n, beyond: 0n };
  let left = more;
  const changed = uses.map((use) => {
    if (use.kind !== "reserve") return use;
    const taken = use.amount < left ? use.amount : left;
    left -= taken;
    return { ...use, amount: use.amount - taken };
  });
  return { uses: changed.map((use) => (use.id === place.id ? { ...use, amount: use.amount + more } : use)), fromReserve: more - left, beyond: left };
}

/** The first loan takes it: it is the joint loan. Without any, there is one, at no interest nobody has named. */
function raised(loans: readonly Loan[], more: Ore): readonly Loan[] {
  const [first, ...others] = loans;
  if (first) return [{ ...first, amount: first.amount + more }, ...others];
  return [{ id: "-", name: "", kind: "annuity", amount: more, rate: 0, months: 360, interestOnlyMonths: 0, fixedPart: 0, fixedRate: 0 }];
}

const bridgingRate = (plan: ReadPlan, { rates }: Ground): Thousandths => plan.terms.buildingRate || rates.lateRate;

/** Simple interest, a twelfth of the yearly rate a month. */
function carrying(amount: Ore, rate: Thousandths, months: number): Ore {
  return round(fraction(amount * BigInt(rate) * BigInt(months), BigInt(wholePart) * 12n));
}

function lateInterest(before: Figures, { grantLateMonths = 0 }: Change, plan: ReadPlan, ground: Ground): Ore {
  const grants = sumOf(before.sources.filter((source) => source.kind === "investmentGrant").map((source) => source.counted));
  return carrying(grants, bridgingRate(plan, ground), grantLateMonths);
}

/** Its monthly cost while it stands unsold, and interest on what its buyer would have brought. */
function unsoldCost(month: Month, figures: Figures, { unsold, unsoldMonths = 0 }: Change, plan: ReadPlan, ground: Ground): Ore {
  const at = figures.units.findIndex((unit) => unit.number === unsold);
  const [unit, costs] = [figures.units[at], month.units[at]];
  if (!unit || !costs) return 0n;
  // one whose income is greater than its costs costs nobody anything
  return (costs.total > 0n ? costs.total : 0n) * BigInt(unsoldMonths) + carrying(unit.own > 0n ? unit.own : 0n, bridgingRate(plan, ground), unsoldMonths);
}

/** What the empty home should have paid, the others pay, by weight; nobody else's part changes otherwise. */
function withoutHome(month: Month, figures: Figures, empty: string): Month {
  const at = figures.units.findIndex((unit) => unit.number === empty);
  const lost = month.units[at];
  if (!lost || month.units.length === 1) return month;
  const weights = figures.units.map((unit, place) => (place === at ? 0n : unit.weight > 0n ? unit.weight : 1n));
  const shared = { interest: shareOut(lost.interest, weights), principal: shareOut(lost.principal, weights), operation: shareOut(lost.operation, weights) };
  const units = month.units.map((unit, place) => {
    if (place === at) return { interest: 0n, principal: 0n, capital: 0n, operation: 0n, total: 0n };
    const interest = unit.interest + (shared.interest[place] ?? 0n);
    const principal = unit.principal + (shared.principal[place] ?? 0n);
    const operation = unit.operation + (shared.operation[place] ?? 0n);
    return { interest, principal, capital: interest + principal, operation, total: interest + principal + operation };
  });
  return { units, whole: month.whole };
}

/** The most debt the plan's own estimate allows once everything lacking is paid for: FIN-1c and d ask for it. */
export function needOf(figures: Figures, ground: Ground): { readonly need: Ore; readonly mostDebt: Ore; readonly leastOwn: Ore } {
  const need = figures.price;
  const mostDebt = atMost(need > 0n ? need : 0n, ground.rates.debtCap);
  return { need, mostDebt, leastOwn: need - mostDebt };
}
