// The rules of a financing plan: what is wrong, at which cell, and by which law. Words stand in app/words; nothing here stops anybody from typing.
import { type Ore } from "../../money";
import { cashFlowOf } from "./cash-flow";
import { nameOfCell, type Cell } from "./content";
import { atMost, type Figures, type Ground } from "./figures";
import type { ReadPlan } from "./reading";

/**
 * Where each rule comes from. brl. is the Housing Cooperatives Act (borettslagsloven); "sound" is the trade's own sense, not law.
 * [U] in the domain's text: not verified, so a warning.
 */
export const ruleSources = {
  unreadable: "own", debtCap: "brl. § 2-14", equalSplit: "brl. § 2-15", shareRange: "brl. § 3-1", municipalPart: "brl. §§ 4-2, 4-3", boundPart: "own", unbalanced: "own",
  liquidity: "own", combination: "Husbanken, veileder investeringstilskudd", roundTheClockGrant: "Husbanken, forskrift om investeringstilskudd",
  roundTheClockVat: "kompensasjonsforskriften § 7a", grantToMunicipality: "Husbanken, forskrift om investeringstilskudd", reserve: "sound", unlikeExpected: "own", expires: "own",
  noWeights: "own", twoAlike: "own", noMaintenance: "sound", notAUnit: "own",
} as const;
export type FinancingRule = keyof typeof ruleSources;

/** `values`: amounts in øre, counts and numbers of homes, by the names the rule's words use. */
export type FinancingFinding = {
  readonly rule: FinancingRule; readonly severity: "error" | "warning"; readonly at: string; readonly values?: Readonly<Record<string, bigint | number | string>>;
};

/** What is known outside the plan; null where nobody has said it yet. */
export type Circumstances = {
  /** How many residents have a decision on services around the clock. */
  readonly decisions: number | null;
  /** Whether a signed staffing plan covers day and night. */
  readonly isStaffedRoundTheClock: boolean | null;
};

const cell = (table: Cell["table"], row: string, column: string): string => nameOfCell({ table, row, column });

/** Everything the rules say of the plan now, errors first. Writing is never stopped by them, submitting is by an error (rule F22). */
export function checkPlan(plan: ReadPlan, figures: Figures, ground: Ground, known: Circumstances): FinancingFinding[] {
  const found = [
    ...plan.unreadable.map((at): FinancingFinding => ({ rule: "unreadable", severity: "error", at: nameOfCell(at) })),
    ...debtRules(plan, figures), ...homeRules(plan, ground), ...balanceRules(plan, figures, ground), ...supportRules(plan, figures, ground, known), ...soundness(plan, figures, ground),
  ];
  return found.sort((one, other) => Number(one.severity === "warning") - Number(other.severity === "warning"));
}

function debtRules(plan: ReadPlan, figures: Figures): FinancingFinding[] {
  const found: FinancingFinding[] = [];
  if (figures.debt > figures.mostDebt) {
    found.push({ rule: "debtCap", severity: "error", at: cell("loans", plan.loans[0]?.id ?? "", "amount"), values: { debt: figures.debt, most: figures.mostDebt, over: figures.debt - figures.mostDebt } });
  }
  // each home's debt is the same part of its price: to the krone the split itself rounds to, for each loan
  for (const unit of figures.units) {
    if (figures.price <= 0n || unit.typedDebt === null) continue;
    const equal = unit.price * figures.debt;
    const own = unit.typedDebt * figures.price;
    const slack = 100n * BigInt(plan.loans.length + 1) * figures.price;
    if (own - equal > slack || equal - own > slack) found.push({ rule: "equalSplit", severity: "error", at: cell("units", unit.id, "debt"), values: { unit: unit.number, equal: equal / figures.price } });
  }
  return found;
}

function homeRules({ terms, units, paydowns }: ReadPlan, { rates }: Ground): FinancingFinding[] {
  const found: FinancingFinding[] = [];
  const { share } = terms;
  if (share !== null && (share < rates.shareLeast || share > rates.shareMost)) {
    found.push({ rule: "shareRange", severity: "error", at: cell("terms", "", "share"), values: { least: rates.shareLeast, most: rates.shareMost } });
  }
  const count = BigInt(units.length);
  const municipal = units.filter((unit) => unit.isMunicipal);
  const mostMunicipal = atMost(count, rates.municipalPart);
  if (BigInt(municipal.length) > mostMunicipal) {
    found.push({ rule: "municipalPart", severity: "error", at: cell("units", municipal.at(-1)?.id ?? "", "municipal"), values: { most: mostMunicipal, have: municipal.length } });
  }
  const bound = units.filter((unit) => unit.isBound).length;
  if (units.length > 0 && BigInt(bound) * 100_000n < count * BigInt(rates.boundPart)) {
    const least = (count * BigInt(rates.boundPart) + 99_999n) / 100_000n;
    found.push({ rule: "boundPart", severity: "warning", at: cell("units", units.find((unit) => !unit.isBound)?.id ?? "", "bound"), values: { have: bound, least } });
  }
  if (units.length > 0 && units.every((unit) => unit.weight === 0n)) found.push({ rule: "noWeights", severity: "error", at: cell("units", units[0]?.id ?? "", "weight") });
  units.forEach((unit, at) => {
    if (unit.number !== "" && units[at - 1]?.number === unit.number) found.push({ rule: "twoAlike", severity: "error", at: cell("units", unit.id, "number"), values: { unit: unit.number } });
  });
  for (const paydown of paydowns) {
    if (paydown.amount > 0n && !units.some((unit) => unit.number === paydown.unit)) found.push({ rule: "notAUnit", severity: "error", at: cell("paydowns", paydown.id, "unit") });
  }
  return found;
}

function balanceRules(plan: ReadPlan, figures: Figures, ground: Ground): FinancingFinding[] {
  const found: FinancingFinding[] = [];
  if (figures.balance !== 0n) {
    found.push({ rule: "unbalanced", severity: "error", at: cell("sources", plan.sources[0]?.id ?? "", "amount"), values: { missing: -figures.balance } });
  }
  const flow = cashFlowOf(plan, figures, ground);
  const limit = plan.terms.buildingLimit;
  if (flow?.peak && limit !== null && flow.peak.drawn > limit) {
    found.push({ rule: "liquidity", severity: "error", at: cell("terms", "", "buildingLimit"), values: { drawn: flow.peak.drawn, month: flow.peak.month, limit } });
  }
  return found;
}

function supportRules(plan: ReadPlan, figures: Figures, { model }: Ground, known: Circumstances): FinancingFinding[] {
  const found: FinancingFinding[] = [];
  const counted = (kind: string) => figures.sources.filter((source) => source.kind === kind && source.counted > 0n);
  const [grants, establishments, compensations] = [counted("investmentGrant"), counted("establishmentGrant"), counted("vatCompensation")];
  for (const grant of grants) {
    if (model === "groupLed") found.push({ rule: "grantToMunicipality", severity: "error", at: cell("sources", grant.id, "kind") });
    const homes = plan.terms.grantUnits ?? plan.units.length;
    if (known.decisions !== null && known.decisions < homes) {
      found.push({ rule: "roundTheClockGrant", severity: "warning", at: cell("sources", grant.id, "amount"), values: { have: known.decisions, need: homes } });
    }
  }
  if (grants.length > 0) for (const each of establishments) found.push({ rule: "combination", severity: "warning", at: cell("sources", each.id, "kind") });
  for (const each of compensations) {
    if (known.isStaffedRoundTheClock === false) found.push({ rule: "roundTheClockVat", severity: "error", at: cell("sources", each.id, "amount") });
    else if (model === "groupLed" && known.isStaffedRoundTheClock === null) found.push({ rule: "roundTheClockVat", severity: "warning", at: cell("sources", each.id, "amount") });
  }
  for (const source of figures.sources) {
    if (source.amount !== null && source.expected !== null && source.counted > source.expected) {
      found.push({ rule: "unlikeExpected", severity: "warning", at: cell("sources", source.id, "amount"), values: { expected: source.expected } });
    }
    if (source.expires !== "" && source.month !== "" && source.counted > 0n && source.status !== "paid" && source.expires.slice(0, 7) < source.month) {
      found.push({ rule: "expires", severity: "warning", at: cell("sources", source.id, "expires"), values: { month: source.month } });
    }
  }
  return found;
}

function soundness(plan: ReadPlan, figures: Figures, { rates }: Ground): FinancingFinding[] {
  const found: FinancingFinding[] = [];
  const reserves = plan.uses.filter((use) => use.kind === "reserve");
  const [reserve, reserveVat] = [total(reserves.map((use) => use.amount)), total(reserves.filter((use) => use.hasVat).map((use) => use.amount))];
  const least = atMost(figures.vatBase - reserveVat, rates.reservePart);
  if (reserve < least) found.push({ rule: "reserve", severity: "warning", at: cell("uses", reserves[0]?.id ?? "", "amount"), values: { least } });
  if (plan.operating.length > 0 && !plan.operating.some((row) => row.kind === "maintenance" && row.amount > 0n)) {
    found.push({ rule: "noMaintenance", severity: "warning", at: cell("operating", "", "kind") });
  }
  return found;
}

const total = (amounts: readonly Ore[]): Ore => amounts.reduce((sum, each) => sum + each, 0n);
