// What the rules and formulas take from outside: rates and limits with the day they begin to hold and where they come from. Never in code (rule F9).
import type { Ore, Thousandths } from "../../money";
import type { Day } from "../../time";

export const rateNames = [
  "vatRate", "grantRate", "grantCap", "debtCap", "shareLeast", "shareMost", "municipalPart", "boundPart", "reservePart", "startLoanMonths", "stressLow", "stressHigh", "lateRate",
] as const;
export type RateName = (typeof rateNames)[number];

/** Percents in thousandths, amounts in øre, the longest startlån in months. */
export type Rates = {
  readonly vatRate: Thousandths;
  /** Of the approved cost of a home, up to the cap. */
  readonly grantRate: Thousandths;
  readonly grantCap: Ore;
  /** The most of the cost estimate that can be shared debt. */
  readonly debtCap: Thousandths;
  readonly shareLeast: Ore;
  readonly shareMost: Ore;
  /** The most of the homes a municipality may own. */
  readonly municipalPart: Thousandths;
  /** The least of the homes that must be bound before the cooperative is founded. */
  readonly boundPart: Thousandths;
  readonly reservePart: Thousandths;
  readonly startLoanMonths: number;
  readonly stressLow: Thousandths;
  readonly stressHigh: Thousandths;
  /** The yearly rate at which money that comes late is bridged, when the plan names none. */
  readonly lateRate: Thousandths;
};

export const rateOwners = ["law", "municipality", "board"] as const;
export const rateStandings = ["verified", "assumed"] as const;
/** One rate as it is kept: `value` is digits, `from` the first day it holds, `source` where it is said, `owner` whose task it is to keep it. */
export type KeptRate = {
  readonly name: RateName; readonly value: string; readonly from: Day; readonly source: string;
  readonly owner: (typeof rateOwners)[number]; readonly standing: (typeof rateStandings)[number];
};

/** The set that holds on a day: of each name the newest that has begun. Names the first that has none. */
export function ratesOn(kept: readonly KeptRate[], day: Day): { readonly rates: Rates } | { readonly missing: RateName } {
  const newest = new Map<RateName, KeptRate>();
  for (const each of kept) {
    if (each.from > day || !/^\d{1,15}$/.test(each.value)) continue;
    const known = newest.get(each.name);
    if (!known || known.from <= each.from) newest.set(each.name, each);
  }
  const missing = rateNames.find((name) => !newest.has(name));
  if (missing) return { missing };
  const value = (name: RateName): bigint => BigInt(newest.get(name)?.value ?? "0");
  const part = (name: RateName): number => Number(value(name));
  return {
    rates: {
      vatRate: part("vatRate"), grantRate: part("grantRate"), grantCap: value("grantCap"), debtCap: part("debtCap"), shareLeast: value("shareLeast"),
      shareMost: value("shareMost"), municipalPart: part("municipalPart"), boundPart: part("boundPart"), reservePart: part("reservePart"),
      startLoanMonths: part("startLoanMonths"), stressLow: part("stressLow"), stressHigh: part("stressHigh"), lateRate: part("lateRate"),
    },
  };
}
