// When the homes can be moved into, as chances: the schedule lived through some thousand times, each milestone with a time drawn from its range.
import { goal, groundDay, heldBackBy, reachedOn, type Network, type Step } from "./schedule";
import type { Plan } from "./schedule-plans";
import { lasting } from "./slip";
import { addDays, daysBetween, type Day } from "./time";

/**
 * `share`: in how much of the runs it lay on the path that decided. `weight`: how much of the spread of the goal its own time
 * explains (the square of their correlation).
 */
export type Driver = { readonly code: string; readonly share: number; readonly weight: number };
export type Chances = {
  /** In half of the runs the goal was reached by this day, and in eight of ten by that. */
  readonly p50: Day;
  readonly p80: Day;
  /** Share of the runs that reached the goal by `target`; null without one. */
  readonly onTarget: number | null;
  /** What decides, the heaviest first; without the goal itself and what weighs next to nothing. */
  readonly drivers: readonly Driver[];
  /** Share of the runs in which something ran out before it was needed. */
  readonly runsOut: readonly { readonly code: string; readonly share: number }[];
  readonly runs: number;
};

/** Enough for the eightieth percentile to stand still within a few days. */
export const runsUsual = 5_000;
/** Less of the spread than this is not told. */
const noticeable = 0.05;

/**
 * [T7, T8] Null when there is no goal ahead. `seed`: a text of the project's own, so that the same project gives the same answer and
 * two days are compared under the same luck. `target`: the day people hope for.
 */
export function chances(network: Network, steps: readonly Step[], seed: string, target: Day | null, runs = runsUsual): Chances | null {
  const end = network.placeOf.get(goal);
  if (end === undefined || network.plans[end]?.kind === "reached") return null;
  const size = network.codes.length;
  const days = new Int32Array(size);
  const takes = new Int32Array(size);
  const reached = new Int32Array(runs);
  const lain = new Float64Array(size);
  const sum = new Float64Array(size);
  const squares = new Float64Array(size);
  const product = new Float64Array(size);
  let goalSum = 0;
  let goalSquares = 0;
  const luck = network.codes.map((code) => hashOf(`${seed} ${code}`));
  const lasts = lasting(network, steps);
  const short = new Float64Array(lasts.length);
  for (let run = 0; run < runs; run += 1) {
    for (let place = 0; place < size; place += 1) {
      const plan = network.plans[place] as Plan;
      const own = plan.kind === "reached" ? 0 : drawn(plan, chance(luck[place] as number, run));
      takes[place] = own;
      days[place] = reachedOn(plan, groundDay(network, place, days), own);
    }
    const day = days[end] as number;
    reached[run] = day;
    goalSum += day;
    goalSquares += day * day;
    for (let place = 0; place < size; place += 1) {
      const own = takes[place] as number;
      sum[place] = (sum[place] as number) + own;
      squares[place] = (squares[place] as number) + own * own;
      product[place] = (product[place] as number) + own * day;
    }
    for (let place: number | undefined = end; place !== undefined; place = heldBackBy(network, place, days, takes[place] as number)) {
      lain[place] = (lain[place] as number) + 1;
    }
    lasts.forEach(({ until, expires }, at) => {
      if ((days[until] as number) > expires) short[at] = (short[at] as number) + 1;
    });
  }
  const goalSpread = goalSquares - (goalSum * goalSum) / runs;
  const weightOf = (place: number) => {
    const own = sum[place] as number;
    const together = (product[place] as number) - (own * goalSum) / runs;
    const spread = ((squares[place] as number) - (own * own) / runs) * goalSpread;
    return together <= 0 || spread <= 0 ? 0 : (together * together) / spread;
  };
  reached.sort();
  const within = (share: number) => addDays(network.today, reached[Math.ceil(share * runs) - 1] ?? 0);
  const hoped = target === null ? null : daysBetween(network.today, target);
  return {
    p50: within(0.5), p80: within(0.8), runs,
    onTarget: hoped === null ? null : reached.filter((each) => each <= hoped).length / runs,
    drivers: network.codes
      .map((code, place): Driver => ({ code, share: (lain[place] as number) / runs, weight: weightOf(place) }))
      .filter((each) => each.code !== goal && each.share > 0 && each.weight >= noticeable)
      .sort((left, right) => right.weight - left.weight || left.code.localeCompare(right.code)),
    runsOut: lasts.map(({ step }, at) => ({ code: step.code, share: (short[at] ?? 0) / runs })).filter((each) => each.share > 0),
  };
}

/** Whole days out of a triangular distribution: the inverse of its sum, so that a longer range never gives a shorter time for the same luck. */
export function drawn({ least, likely, most }: Pick<Plan, "least" | "likely" | "most">, luck: number): number {
  const span = most - least;
  if (span <= 0) return least;
  const low = luck * span < likely - least;
  return Math.round(low ? least + Math.sqrt(luck * span * (likely - least)) : most - Math.sqrt((1 - luck) * span * (most - likely)));
}

/** Between 0 and 1, for one milestone in one run, whatever is drawn before or after it (the finisher of MurmurHash3). */
function chance(luck: number, run: number): number {
  let mixed = (luck + Math.imul(run + 1, 0x9e3779b9)) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
