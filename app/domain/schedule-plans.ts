// How long each milestone may take from here: the three points (least, likely, most) read from its range, its state and the days people have set.
import { isReached } from "./milestone";
import type { Step } from "./schedule";
import { daysBetween, type Day } from "./time";

type Points = { readonly least: number; readonly likely: number; readonly most: number };

/**
 * Days are counted from today. `begun`: people are at it (or it waits for an answer), so its own time runs beside what it rests on.
 * `ahead`: its time begins when what it rests on is there, and it is not ready before the day people have set. `councils`: the only days
 * it can be reached on.
 */
export type Plan =
  | ({ readonly kind: "reached"; readonly day: number; readonly councils: null } & Points)
  | ({ readonly kind: "begun"; readonly from: number; readonly councils: readonly number[] | null } & Points)
  | ({ readonly kind: "ahead"; readonly notBefore: number; readonly councils: readonly number[] | null } & Points);

/** An event nobody has given a range: within a month. */
const anEvent = { min: 0, max: 30 };
/** What is submitted waits for an answer: usually two weeks, at most six. */
const anAnswer: Points = { least: 1, likely: 14, most: 42 };
/** What people have set a day for can still take a quarter more. */
const overrun = 4;
/** The municipality's budget is decided before the year is out. */
const councilDay = "12-15";
const councilsCounted = 40;

/** `after`: for each place, the places it rests on; all of them stand before it. */
export function plansFor(steps: readonly Step[], after: readonly Int32Array[], today: Day): Plan[] {
  const stated = steps.map((each) => each.reachedDay ?? each.expectedDay ?? each.plannedDay ?? (isReached(each.state) ? each.since : null));
  return steps.map((step, place) => {
    const ground = [...(after[place] ?? [])].flatMap((each) => stated[each] ?? []).sort().at(-1) ?? null;
    return planFor(step, ground, today);
  });
}

/** [T2, T3] `ground`: the last day people have set, or had, for what it rests on. */
function planFor(step: Step, ground: Day | null, today: Day): Plan {
  const { min, max } = step.usualDays ?? anEvent;
  const set = step.expectedDay ?? step.plannedDay;
  const councils = step.rhythm === "councilInDecember" ? councilsFrom(set, today) : null;
  if (isReached(step.state)) {
    return { kind: "reached", day: Math.min(0, daysBetween(today, step.reachedDay ?? step.since)), councils: null, least: 0, likely: 0, most: 0 };
  }
  const middle = Math.round((min + max) / 2);
  if (step.state === "underWay" || step.state === "returned" || step.state === "reopened" || step.state === "submitted") {
    // those who are at it know best: not before their day, but what is long can still go over it
    if (set !== null && set >= today) {
      return { kind: "begun", from: daysBetween(today, set), councils, least: 0, likely: 0, most: councils ? 0 : Math.round(max / overrun) };
    }
    if (step.state === "submitted") return { kind: "begun", from: 0, councils, ...anAnswer };
    const spent = Math.max(0, daysBetween(step.since, today));
    // over its usual time something still remains: a tenth
    const remains = (days: number) => Math.round(Math.max(days - spent, days / 10));
    return { kind: "begun", from: 0, councils, least: remains(min), likely: remains(middle), most: remains(max) };
  }
  const room = set !== null && ground !== null ? daysBetween(ground, set) : middle;
  const likely = Math.min(max, Math.max(min, room));
  const most = Math.max(max, likely + Math.round(likely / overrun));
  return { kind: "ahead", notBefore: set === null ? 0 : Math.max(0, daysBetween(today, set)), councils, least: min, likely, most };
}

/** The day people have set, or the middle of December, and the same day in the years that follow. */
function councilsFrom(set: Day | null, today: Day): number[] {
  const first = set ?? (`${today.slice(0, 4)}-${councilDay}` as Day);
  const sameDay = first.slice(5).replace("02-29", "02-28");
  const later = Array.from({ length: councilsCounted }, (_, year) => `${Number(first.slice(0, 4)) + year + 1}-${sameDay}` as Day);
  return [first, ...later].map((each) => daysBetween(today, each)).filter((each) => each >= 0);
}
