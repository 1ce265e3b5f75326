// What moves when one milestone comes later: each that follows, by how much, and what then runs out before it is needed.
import { countDays, type Network, type Step } from "./schedule";
import { addDays, daysBetween, type Day } from "./time";

export type Moved = { readonly code: string; readonly from: Day; readonly to: Day; readonly days: number };
/** `already`: it runs out too early without the slip too. `short`: how many days it lacks. */
export type RunsOut = { readonly code: string; readonly day: Day; readonly until: string; readonly needed: Day; readonly short: number; readonly already: boolean };
export type Slip = { readonly moved: readonly Moved[]; readonly runsOut: readonly RunsOut[] };

/** [T5] `days`: more than 0. Null when the milestone is not in the forecast or is reached: then nothing can slip. */
export function slip(network: Network, steps: readonly Step[], code: string, days: number): Slip | null {
  const place = network.placeOf.get(code);
  if (place === undefined || network.plans[place]?.kind === "reached") return null;
  const before = countDays(network);
  const after = countDays(network, { place, days });
  const moved = network.codes.flatMap((each, at): Moved[] => {
    const [from, to] = [before[at] ?? 0, after[at] ?? 0];
    return from === to ? [] : [{ code: each, from: addDays(network.today, from), to: addDays(network.today, to), days: to - from }];
  });
  return { moved: moved.sort((left, right) => left.to.localeCompare(right.to)), runsOut: runsOut(network, steps, before, after) };
}

/** [T6] What runs out before the milestone it must last until, as the days are counted in `after`. */
export function runsOut(network: Network, steps: readonly Step[], before: Int32Array, after: Int32Array = before): RunsOut[] {
  return lasting(network, steps).flatMap(({ step, until, expires }): RunsOut[] => {
    const needed = after[until] ?? 0;
    if (needed <= expires) return [];
    return [{
      code: step.code, day: addDays(network.today, expires), until: network.codes[until] ?? "", needed: addDays(network.today, needed), short: needed - expires,
      already: (before[until] ?? 0) > expires,
    }];
  });
}

/** Everything with a day it runs out and something still ahead that it must last until. */
export function lasting(network: Network, steps: readonly Step[]): { readonly step: Step; readonly until: number; readonly expires: number }[] {
  return steps.flatMap((step) => {
    const until = step.holdsUntil === null ? undefined : network.placeOf.get(step.holdsUntil);
    if (until === undefined || step.expiresDay === null || step.state === "notRelevant" || network.plans[until]?.kind === "reached") return [];
    return [{ step, until, expires: daysBetween(network.today, step.expiresDay) }];
  });
}
