// Every figure of a plan that is not about a month: what it costs, who pays, what each home costs and owes. Domain 3.4; rules F10-F14.
import { fraction, round } from "../../fraction";
import { shareOut, sumOf, wholePart, type Ore, type Thousandths } from "../../money";
import type { ProjectModel } from "../../project";
import type { Rates } from "./rates";
import type { Loan, ReadPlan, Source, Unit } from "./reading";

/** What the figures are computed with, beside the plan: the project's model and the rates that hold. */
export type Ground = { readonly model: ProjectModel; readonly rates: Rates };

/** `expected` is what the rates say, for the kinds they speak of; `amount` what the plan counts with. */
export type CountedSource = Source & { readonly counted: Ore; readonly expected: Ore | null };
/** What a home costs: `price` = `debt` + `own`, and `ownPart` of it is own money. `debts` are its parts of each loan before any pay-down, `left` after. */
export type UnitFigures = Omit<Unit, "debt"> & { readonly typedDebt: Ore | null; readonly price: Ore; readonly debt: Ore; readonly own: Ore; readonly debts: readonly Ore[]; readonly left: readonly Ore[] };

export type Figures = {
  readonly beforeVat: Ore;
  readonly vatBase: Ore;
  readonly vat: Ore;
  /** All that is to be paid for, VAT included. */
  readonly cost: Ore;
  readonly sources: readonly CountedSource[];
  /** Grants and compensation that lower the price. */
  readonly support: Ore;
  /** What the cooperative pays: the cost less the support. */
  readonly price: Ore;
  readonly debt: Ore;
  /** After individual pay-down. */
  readonly debtLeft: Ore;
  /** What the homes must bring themselves: the price less the debt. */
  readonly own: Ore;
  /** What the plan says they bring. */
  readonly ownTyped: Ore;
  /** Sources and loans less the cost: below nought is missing, above is too much. */
  readonly balance: Ore;
  /** What the 75 % rule counts from, and the most it allows. */
  readonly estimate: Ore;
  readonly mostDebt: Ore;
  readonly units: readonly UnitFigures[];
};

/** What a household brings itself, whoever lends or gives it; anything else lowers the price for all. */
export const ownKinds = ["startLoan", "savings", "gift", "establishmentGrant"] as const;
const isOwn = (source: Source): boolean => (ownKinds as readonly string[]).includes(source.kind);
/** Money that will not come counts for nothing. */
const isLost = (source: Source): boolean => source.status === "refused" || source.status === "withdrawn";

/** `part` of an amount, to the øre. */
export function partOf(amount: Ore, part: Thousandths): Ore {
  return round(fraction(amount * BigInt(part), BigInt(wholePart)));
}

/** As `partOf`, but never above: for limits. */
export function atMost(amount: Ore, part: Thousandths): Ore {
  return (amount * BigInt(part)) / BigInt(wholePart);
}

/** Never throws, whatever the plan holds. */
export function figuresOf(plan: ReadPlan, { model, rates }: Ground): Figures {
  const beforeVat = sumOf(plan.uses.map((use) => use.amount));
  const vatBase = sumOf(plan.uses.filter((use) => use.hasVat).map((use) => use.amount));
  const vat = partOf(vatBase, rates.vatRate);
  const cost = beforeVat + vat;
  const grant = model === "municipalLed" ? grantOf(plan, rates, beforeVat) : 0n;
  const sources = plan.sources.map((source) => {
    const expected = source.kind === "vatCompensation" ? partOf(vat, plan.terms.compensableShare) : source.kind === "investmentGrant" ? grant : null;
    const { id, name, kind, amount, status, expires, month, evidence } = source;
    return { id, name, kind, amount, status, expires, month, evidence, expected, counted: isLost(source) ? 0n : (amount ?? expected ?? 0n) };
  });
  const support = sumOf(sources.filter((each) => !isOwn(each)).map((each) => each.counted));
  const ownTyped = sumOf(sources.filter(isOwn).map((each) => each.counted));
  const debt = sumOf(plan.loans.map((loan) => loan.amount));
  const price = cost - support;
  const estimate = plan.terms.costEstimate ?? (price > 0n ? price : 0n);
  const units = unitsOf(plan, price);
  return {
    beforeVat, vatBase, vat, cost, sources, support, price, debt, debtLeft: sumOf(units.flatMap((unit) => unit.left)), own: price - debt, ownTyped,
    balance: support + ownTyped + debt - cost, estimate, mostDebt: atMost(estimate, rates.debtCap), units,
  };
}

/** N x rate x the lesser of the approved cost of a home and the cap. Without a typed approved cost: the cost before VAT over the homes. */
function grantOf({ terms, units }: ReadPlan, rates: Rates, beforeVat: Ore): Ore {
  const homes = BigInt(terms.grantUnits ?? units.length);
  const approved = terms.approvedPerUnit ?? (units.length === 0 ? 0n : beforeVat / BigInt(units.length));
  return homes * partOf(approved < rates.grantCap ? approved : rates.grantCap, rates.grantRate);
}

/** Prices and debts in whole kroner by weight; where a debt is typed at a home, the others carry the rest by weight. */
function unitsOf(plan: ReadPlan, whole: Ore): UnitFigures[] {
  const weights = plan.units.map((unit) => unit.weight);
  const prices = shareOut(whole, weights, 100n);
  const keys = debtWeights(plan);
  const debts = plan.loans.map((loan) => shareOut(loan.amount, keys, 100n));
  return plan.units.map((unit, at) => {
    const each = debts.map((parts) => parts[at] ?? 0n);
    const debt = sumOf(each);
    const { id, number, weight, area, isMunicipal, isBound } = unit;
    const price = prices[at] ?? 0n;
    // written out: a spread here was half of the time a keystroke takes
    return { id, number, weight, area, isMunicipal, isBound, typedDebt: unit.debt, price, debt, own: price - debt, debts: each, left: afterPaydowns(plan, unit, each) };
  });
}

function debtWeights({ units, loans }: ReadPlan): bigint[] {
  if (units.every((unit) => unit.debt === null)) return units.map((unit) => unit.weight);
  const rest = sumOf(loans.map((loan) => loan.amount)) - sumOf(units.map((unit) => unit.debt ?? 0n));
  const shares = shareOut(rest > 0n ? rest : 0n, units.map((unit) => (unit.debt === null ? unit.weight : 0n)));
  return units.map((unit, at) => unit.debt ?? shares[at] ?? 0n);
}

/** Each pay-down takes from the loan it names, by its name, else from the first; never more than is left (brl. § 2-15). */
function afterPaydowns({ paydowns, loans }: ReadPlan, unit: Unit, debts: readonly Ore[]): readonly Ore[] {
  if (paydowns.length === 0) return debts;
  const left = [...debts];
  for (const paydown of paydowns) {
    if (paydown.unit !== unit.number || unit.number === "") continue;
    const at = Math.max(0, loans.findIndex((loan) => loan.name === paydown.loan));
    const owed = left[at];
    if (owed !== undefined) left[at] = owed > paydown.amount ? owed - paydown.amount : 0n;
  }
  return left;
}

/** The floating and the fixed part of a loan with so much left of it. */
export function partsOfLoan(loan: Loan, principal: Ore, rateUp: Thousandths) {
  const fixed = partOf(principal, loan.fixedPart);
  const common = { kind: loan.kind, months: loan.months, interestOnlyMonths: loan.interestOnlyMonths };
  return [
    { ...common, principal: principal - fixed, rate: Math.min(wholePart, loan.rate + rateUp) },
    { ...common, principal: fixed, rate: loan.fixedRate },
  ].filter((part) => part.principal > 0n);
}
