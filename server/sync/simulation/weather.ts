// Which faults a history has, and how often: each history has its own few, so that rare ones are not drowned by the others.
import type { Chance, Delay } from "./chance";

export type Weather = {
  /** Share of the store's answers that are a failure, nothing written. */
  storeFails: number;
  /** Share of the store's writes that happen and answer with a failure: the line to the database broke. */
  answerLost: number;
  storeBusy: number;
  storeTakes: Delay;
  isDiskFull: boolean;
  isDatabaseGone: boolean;
  parcelLost: number;
  parcelTwice: number;
  parcelTakes: Delay;
  isRedisGone: boolean;
  networkTakes: Delay;
  compactFails: number;
  compactTakes: Delay;
  rightsFail: number;
};

/** What can befall a history; each with its own share of them. */
export type Trouble = "cuts" | "stalls" | "crashes" | "closings" | "fullDisk" | "goneDatabase" | "goneRedis" | "roles" | "acts" | "hostile" | "bursts" | "reloads";

const troubles: readonly Trouble[] = ["cuts", "stalls", "crashes", "closings", "fullDisk", "goneDatabase", "goneRedis", "roles", "acts", "hostile", "bursts", "reloads"];

export function forecast(chance: Chance): { weather: Weather; troubles: ReadonlySet<Trouble> } {
  const share = (most: number) => (chance.happens(0.5) ? chance.next() * most : 0);
  const delay = (usual: readonly number[], worst: readonly number[]): Delay => ({ usualMs: chance.oneOf(usual), worstMs: chance.oneOf(worst) });
  return {
    weather: {
      storeFails: share(0.2), answerLost: share(0.15), storeBusy: share(0.3), storeTakes: delay([0, 1, 4, 30], [5, 100, 3_000]),
      isDiskFull: false, isDatabaseGone: false,
      parcelLost: share(0.4), parcelTwice: share(0.3), parcelTakes: delay([1, 3, 20], [5, 200, 4_000]), isRedisGone: false,
      networkTakes: delay([1, 10, 60], [20, 300, 2_000]),
      compactFails: share(0.6), compactTakes: delay([2, 50], [100, 3_000]), rightsFail: share(0.1),
    },
    troubles: new Set(troubles.filter(() => chance.happens(0.4))),
  };
}

/** All faults cease. What is on its way arrives. */
export function clear(weather: Weather): void {
  const soon = { usualMs: 2, worstMs: 10 };
  Object.assign(weather, {
    storeFails: 0, answerLost: 0, storeBusy: 0, storeTakes: soon, isDiskFull: false, isDatabaseGone: false,
    parcelLost: 0, parcelTwice: 0, parcelTakes: soon, isRedisGone: false, networkTakes: soon, compactFails: 0, compactTakes: soon, rightsFail: 0,
  } satisfies Weather);
}
