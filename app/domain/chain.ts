// The chain of answers to one submission: which roles have answered, who is next, how long it has lain with whom, and who is late. Rule M37.
import { rolesBefore, type Approval } from "./approval";
import { answerDays } from "./clock";
import type { Role } from "./membership";
import type { Milestone } from "./milestone";
import { addDays, dayInOslo, daysBetween, type Day, type Instant } from "./time";

export type Link = {
  readonly role: Role;
  /** "waits": others come first. */
  readonly state: "answered" | "next" | "waits";
  /** How many whole days in Oslo it has lain there; 0 unless it is next. */
  readonly days: number;
  /** The last day an answer is expected; null unless it is next. */
  readonly answerBy: Day | null;
  readonly lateDays: number;
};

/** In the order of the milestone. `answered`: the decisions on this submission. */
export function chainOf(
  milestone: Pick<Milestone, "decidedBy" | "decideOrder" | "expectedDay" | "plannedDay">, submittedAt: Instant, answered: readonly Pick<Approval, "decidedByRole" | "decidedAt">[], today: Day,
): Link[] {
  return milestone.decidedBy.map((role): Link => {
    const still = { role, days: 0, answerBy: null, lateDays: 0 };
    if (answered.some((each) => each.decidedByRole === role)) return { ...still, state: "answered" };
    if (rolesBefore(milestone, role, answered).length > 0) return { ...still, state: "waits" };
    // in turn, it came here when the last of those before had answered
    const before = milestone.decideOrder === "inTurn" ? answered.map((each) => each.decidedAt) : [];
    const since = dayInOslo([submittedAt, ...before].sort().at(-1) as Instant);
    // as the clock of the decision counts it
    const own = milestone.expectedDay ?? milestone.plannedDay;
    const answerBy = own && own > since ? own : addDays(since, answerDays);
    return { role, state: "next", days: Math.max(0, daysBetween(since, today)), answerBy, lateDays: Math.max(0, daysBetween(answerBy, today)) };
  });
}
