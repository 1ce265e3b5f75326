// Where a milestone stands for the people who wait: with whom it lies and since when, what is late, what runs out. Rules M6, M9, M10.
import type { StaleReason, Standing } from "./staleness";
import type { Role } from "./membership";
import { isApproved, isReached, type Milestone } from "./milestone";
import { dayInOslo, daysBetween, type Day } from "./time";

/** `roles`: who has the next move. `days`: how many whole Oslo days it has lain there. */
export type Waiting = { readonly roles: readonly Role[]; readonly days: number };

/**
 * [M10] Whose move it is, or null when nobody is waited for. `decidedRoles`: roles that have decided the submission that lies there
 * now. An approval that does not hold waits for those who can ask again, or, when only conditions were missed, for those who owe them.
 */
export function waitingFor(
  milestone: Pick<Milestone, "kind" | "state" | "stateSince" | "preparedBy" | "decidedBy">,
  decidedRoles: readonly Role[],
  standing: Standing | null,
  today: Day,
  reasons: readonly StaleReason[] = [],
): Waiting | null {
  const days = Math.max(0, daysBetween(dayInOslo(milestone.stateSince), today));
  switch (milestone.state) {
    case "submitted":
      return { roles: milestone.decidedBy.filter((role) => !decidedRoles.includes(role)), days };
    case "underWay":
    case "returned":
    case "reopened":
      return { roles: milestone.preparedBy, days };
    default:
      if (!isApproved(milestone.state) || standing !== "moved") return null;
      return { roles: owedBy(reasons) ?? milestone.preparedBy, days };
  }
}

/** [M33] Whose conditions were missed, when that is all that stands in the way of the approval; null when there is more, or nothing. */
export function owedBy(reasons: readonly StaleReason[]): Role[] | null {
  const owners = reasons.flatMap((each) => (each.kind === "conditionMissed" ? [each.ownerRole] : []));
  return owners.length > 0 && owners.length === reasons.length ? [...new Set(owners)] : null;
}

/** `overdue`: days past the day it was expected. `slipped`: days the expected day lies after the planned one. 0 when not. */
export type Lateness = { readonly overdue: number; readonly slipped: number };

/** [M9] Days late, counted as Oslo days. What is reached, postponed or not relevant is never late. */
export function lateness(milestone: Pick<Milestone, "state" | "plannedDay" | "expectedDay">, today: Day): Lateness {
  const { state, plannedDay, expectedDay } = milestone;
  if (isReached(state) || state === "notRelevant" || state === "postponed" || state === "refused") return { overdue: 0, slipped: 0 };
  const due = expectedDay ?? plannedDay;
  return {
    overdue: due ? Math.max(0, daysBetween(due, today)) : 0,
    slipped: plannedDay && expectedDay ? Math.max(0, daysBetween(plannedDay, expectedDay)) : 0,
  };
}

/** [M9] Days until something here runs out, negative when it has; null when nothing does. `soon` within 90 days (D9). */
export function expiry(expiresDay: Day | null, today: Day): { readonly days: number; readonly soon: boolean } | null {
  if (!expiresDay) return null;
  const days = daysBetween(today, expiresDay);
  return { days, soon: days <= 90 };
}
