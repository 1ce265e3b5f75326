// What calendars outside are told: one all-day event for each day, known by what it is about, with a number that grows when it changes. Rules N22-N26.
import { clocks, type Clock, type ClockFacts } from "./clock";
import type { MilestoneId } from "./ids";
import { isReached, subjectOf } from "./milestone";
import type { Tracked } from "./outlook";
import { may, type Actor } from "./permission";
import { daysBetween, type Day } from "./time";

/** Everything in the project that has a day now. `clock` null: the day a milestone is planned or expected. */
export type Dated = { readonly subject: string; readonly milestoneId: MilestoneId; readonly code: string; readonly day: Day; readonly clock: Clock | null };

/** [N22] Milestones that are not reached, and every clock that is a day of its own. */
export function datedIn(facts: ClockFacts, today: Day): Dated[] {
  const milestones = facts.milestones.flatMap((each): Dated[] => {
    const day = each.expectedDay ?? each.plannedDay;
    const open = !isReached(each.state) && each.state !== "notRelevant" && each.state !== "refused" && each.state !== "postponed";
    return day && open ? [{ subject: `milestone:${each.id}`, milestoneId: each.id, code: each.code, day, clock: null }] : [];
  });
  return [...milestones, ...clocks(facts, today).map((clock): Dated => ({ subject: clock.subject, milestoneId: clock.milestoneId, code: clock.code, day: clock.day, clock }))];
}

/** [N23] The days of milestones for whoever may see them; a clock only for whose it is. */
export function concerns(dated: Dated, milestone: Tracked, actor: Pick<Actor, "role" | "partyKind">): boolean {
  if (!may(actor, "see", subjectOf(milestone))) return false;
  return dated.clock === null || dated.clock.roles.includes(actor.role);
}

export type Told = { readonly subject: string; readonly day: Day; readonly sequence: number; readonly isGone: boolean };

/** [N24] What must be told anew: what is new, has moved or has come back gets the next number; what is no more is taken away with the next. */
export function changesIn(told: readonly Told[], now: readonly Pick<Dated, "subject" | "day">[]): Told[] {
  const known = new Map(told.map((each) => [each.subject, each]));
  const present = new Map(now.map((each) => [each.subject, each.day]));
  const moved = [...present].flatMap(([subject, day]): Told[] => {
    const before = known.get(subject);
    if (!before) return [{ subject, day, sequence: 0, isGone: false }];
    return before.day === day && !before.isGone ? [] : [{ subject, day, sequence: before.sequence + 1, isGone: false }];
  });
  const gone = told.flatMap((each): Told[] => (each.isGone || present.has(each.subject) ? [] : [{ ...each, sequence: each.sequence + 1, isGone: true }]));
  return [...moved, ...gone];
}

/** How long a day that was taken away is still told as cancelled. */
export const cancelledDays = 90;

export function isStillTold(goneDay: Day, today: Day): boolean {
  return daysBetween(goneDay, today) <= cancelledDays;
}
