// When the milestones can be reached, counted from what is done, planned and expected: forecast, slack, the critical path, and what a slip moves.
import { isReached, type Milestone } from "./milestone";
import { plansFor, type Plan } from "./schedule-plans";
import type { Rhythm } from "./template";
import { addDays, type Day } from "./time";

/** One milestone as the schedule needs it. */
export type Step = Pick<Milestone, "code" | "state" | "plannedDay" | "expectedDay" | "reachedDay" | "expiresDay"> & {
  /** Since when it has been in its state. */
  readonly since: Day;
  readonly after: readonly string[];
  readonly usualDays: { readonly min: number; readonly max: number } | null;
  readonly rhythm: Rhythm | null;
  readonly holdsUntil: string | null;
};

/** What is counted with, in the order it is counted: everything a milestone rests on stands before it. Days are counted from `today`. */
export type Network = {
  readonly today: Day;
  readonly codes: readonly string[];
  readonly plans: readonly Plan[];
  /** For each place, the places it rests on. */
  readonly after: readonly Int32Array[];
  readonly placeOf: ReadonlyMap<string, number>;
};

export type Forecast = {
  readonly code: string;
  readonly day: Day;
  /** How many days it may come later without the goal moving; null when the goal does not rest on it, or it is reached. */
  readonly slack: number | null;
  /** On the critical path: a day later here is a day later for the goal. */
  readonly critical: boolean;
};

/** The milestone everything leads to: moving in. */
export const goal = "M35";

/**
 * [T1, T2] The steps that can be counted: what is not relevant is passed through, what comes by the calendar has no forecast, and what
 * nobody has put a day on and nothing is known of has none either. Throws when steps rest on each other in a circle.
 */
export function layOut(steps: readonly Step[], today: Day): Network {
  const byCode = new Map(steps.map((each) => [each.code, each]));
  const counted = steps.filter((each) => isCounted(each));
  const restsOn = new Map(counted.map((each) => [each.code, groundOf(each, byCode)]));
  const codes = inOrder(counted.map((each) => each.code), restsOn);
  const placeOf = new Map(codes.map((code, place) => [code, place]));
  const after = codes.map((code) => Int32Array.from((restsOn.get(code) ?? []).map((each) => placeOf.get(each) as number)));
  const ordered = codes.map((code) => byCode.get(code) as Step);
  return { today, codes, placeOf, after, plans: plansFor(ordered, after, today) };
}

/** The day number each place is reached on when everything takes its likely time. `slip`: days one of them comes later by itself. */
export function countDays(network: Network, slip: { readonly place: number; readonly days: number } | null = null): Int32Array {
  const days = new Int32Array(network.codes.length);
  network.plans.forEach((plan, place) => {
    days[place] = reachedOn(plan, groundDay(network, place, days), plan.likely, slip?.place === place ? slip.days : 0);
  });
  return days;
}

/** The latest day among what a place rests on; never before today. */
export function groundDay({ after }: Network, place: number, days: Int32Array): number {
  const rests = after[place] as Int32Array;
  let latest = 0;
  for (let each = 0; each < rests.length; each += 1) latest = Math.max(latest, days[rests[each] as number] as number);
  return latest;
}

/** [T2, T3] `ground`: when all it rests on is there. `takes`: its own days. `late`: how much later it comes than that makes it. */
export function reachedOn(plan: Plan, ground: number, takes: number, late = 0): number {
  if (plan.kind === "reached") return plan.day;
  const own = (plan.kind === "begun" ? Math.max(ground, plan.from + takes) : Math.max(plan.notBefore, ground + takes)) + late;
  return plan.councils ? (plan.councils.find((each) => each >= own) ?? own) : own;
}

/** [T2, T4] In the order of `network`. */
export function forecast(network: Network): Forecast[] {
  const days = countDays(network);
  const latest = latestDays(network, days);
  return network.codes.map((code, place) => {
    const plan = network.plans[place] as Plan;
    const day = days[place] ?? 0;
    const slack = plan.kind === "reached" || latest[place] === undefined ? null : latest[place] - day;
    return { code, day: addDays(network.today, day), slack, critical: slack === 0 };
  });
}

/** The latest day for each place that leaves the goal where it is; undefined where the goal does not rest on it. */
function latestDays(network: Network, days: Int32Array): (number | undefined)[] {
  const latest: (number | undefined)[] = network.codes.map(() => undefined);
  const end = network.placeOf.get(goal);
  if (end === undefined || network.plans[end]?.kind === "reached") return latest;
  latest[end] = days[end];
  for (let place = end; place >= 0; place -= 1) {
    const plan = network.plans[place];
    const limit = latest[place];
    if (limit === undefined || !plan || plan.kind === "reached") continue;
    const done = plan.councils ? (plan.councils.findLast((each) => each <= limit) ?? limit) : limit;
    const ground = plan.kind === "begun" ? done : done - plan.likely;
    for (const each of network.after[place] ?? []) latest[each] = Math.min(latest[each] ?? Number.POSITIVE_INFINITY, ground);
  }
  return latest;
}

/** [T8] The place that held this one back, or undefined when nothing did but its own time, or the day people have set for it. */
export function heldBackBy({ plans, after }: Network, place: number, days: Int32Array, takes: number): number | undefined {
  const plan = plans[place] as Plan;
  const rests = after[place] as Int32Array;
  let last: number | undefined;
  for (let at = 0; at < rests.length; at += 1) {
    const each = rests[at] as number;
    if (plans[each]?.kind !== "reached" && (last === undefined || (days[each] as number) > (days[last] as number))) last = each;
  }
  if (last === undefined || plan.kind === "reached") return undefined;
  const ground = days[last] as number;
  const heldBack = plan.kind === "begun" ? ground >= plan.from + takes : ground + takes >= plan.notBefore;
  return heldBack ? last : undefined;
}

function isCounted(step: Step): boolean {
  if (step.state === "notRelevant" || step.rhythm === "yearly" || step.rhythm === "whenNeeded") return false;
  return isReached(step.state) || step.usualDays !== null || step.after.length > 0 || (step.expectedDay ?? step.plannedDay) !== null;
}

/** What a step rests on among those that are counted, through what is not. */
function groundOf(step: Step, byCode: ReadonlyMap<string, Step>, seen: ReadonlySet<string> = new Set([step.code])): string[] {
  const found = step.after.flatMap((code) => {
    const each = byCode.get(code);
    if (!each || seen.has(code)) return each ? circle() : [];
    return isCounted(each) ? [code] : groundOf(each, byCode, new Set([...seen, code]));
  });
  return [...new Set(found)];
}

function inOrder(codes: readonly string[], restsOn: ReadonlyMap<string, readonly string[]>): string[] {
  const ordered = new Set<string>();
  let left = codes;
  while (left.length > 0) {
    const ready = left.filter((code) => (restsOn.get(code) ?? []).every((each) => ordered.has(each)));
    if (ready.length === 0) circle();
    for (const code of ready) ordered.add(code);
    left = left.filter((code) => !ordered.has(code));
  }
  return [...ordered];
}

function circle(): never {
  throw new Error("milestones rest on each other in a circle");
}
