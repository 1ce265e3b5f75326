// Random numbers that come again with their seed: what is typed must be the same in every run.

export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function below(random: Random, end: number): number {
  return Math.floor(random() * end);
}

/** For ids of Yjs clients, which must not meet. */
export function freshClientId(): number {
  return Math.floor(Math.random() * 2 ** 32);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Answers whether it came true in time. */
export async function until(condition: () => boolean, ms: number, everyMs = 5): Promise<boolean> {
  for (const end = performance.now() + ms; !condition(); ) {
    if (performance.now() > end) return false;
    await pause(everyMs);
  }
  return true;
}
