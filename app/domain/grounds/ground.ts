// What a decision stands on (grunnlag): the answers of the rules D1-D10 as plain data, and whether anything in them stands in the way.
import type { Role } from "../membership";
import { refuse, type Result } from "../result";
import type { Day } from "../time";
import type { PointAnswered } from "./bylaws";

/** domain.md 2.3, and the check of the by-laws (2.4). */
export const ruleNames = ["D1", "D1b", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10", "bylaws"] as const;
export type RuleName = (typeof ruleNames)[number];

/** A hard rule blocks the decision while it is not met; a soft one is told and bound to it. */
export type Weight = "hard" | "soft";
/** "unknown": nobody has said. A hard rule is not met then either. */
export type GroundState = "met" | "missing" | "unknown";

/** What one part of a rule asks for, with what is needed to say it in words. Never how many of a count of people there are, only how many it takes. */
export type Need =
  /** `moved`: it was approved, but the approval does not hold now. */
  | { readonly kind: "reached"; readonly code: string; readonly moved: boolean }
  | { readonly kind: "homes"; readonly of: "buyersBound" | "householdsClarified" | "serviceDecisions"; readonly least: number; readonly all: number }
  | { readonly kind: "guardianConsents" }
  | { readonly kind: "coverageAllDay" }
  | { readonly kind: "debtShare"; readonly most: number; readonly is: number | null }
  | { readonly kind: "equalSplit" }
  /** `until`: the last day the founding can be after that audit. `founding`: the day it is looked at for. */
  | { readonly kind: "auditDay"; readonly day: Day | null; readonly until: Day | null; readonly founding: Day }
  | { readonly kind: "registered"; readonly day: Day | null; readonly until: Day | null }
  | { readonly kind: "startsInTime"; readonly code: string; readonly until: Day | null; readonly start: Day }
  /** The council decides in December: `next` is the one that comes. */
  | { readonly kind: "council"; readonly code: string; readonly next: Day }
  /** It should be there so many months ahead, that is by `by`. */
  | { readonly kind: "ahead"; readonly code: string; readonly months: number; readonly by: Day }
  | { readonly kind: "lasts"; readonly code: string; readonly expires: Day; readonly until: Day }
  /** Nobody can decide for these roles: all of them have prepared it, or are disqualified. */
  | { readonly kind: "fourEyes"; readonly nobodyFor: readonly Role[] }
  /** Each point as it was answered, so that another answer is another ground. */
  | { readonly kind: "bylaws"; readonly notMet: number; readonly legalReview: number; readonly unanswered: number; readonly points: readonly PointAnswered[] };

/** Where the rule comes from; the words are in app/words. */
export const groundSources = ["husbankenLoan", "husbankenSale", "brl2-14", "brl2-7", "brl2-9", "guardianship", "grantAndVat", "budgetCycle", "staffing", "ownTerms", "fourEyes", "bylaws"] as const;
export type GroundSource = (typeof groundSources)[number];

export type Ground = {
  readonly rule: RuleName;
  readonly weight: Weight;
  readonly state: GroundState;
  readonly need: Need;
  /** Whose it is to bring what is missing. */
  readonly whose: readonly Role[];
  readonly source: GroundSource;
  /** The fact it was read from; another statement of the same is another ground, so that whoever reads it is told. */
  readonly factId: string | null;
};

/** What blocks the decision. */
export function blocking(grounds: readonly Ground[]): Ground[] {
  return grounds.filter((each) => each.weight === "hard" && each.state !== "met");
}

/** [M50] Refuses groundsMissing with the rules that are not met; null when nothing stands in the way. */
export function blocked<T>(grounds: readonly Ground[]): Result<T> | null {
  const missing = blocking(grounds);
  return missing.length === 0 ? null : refuse({ code: "groundsMissing", rules: [...new Set(missing.map((each) => each.rule))] });
}
