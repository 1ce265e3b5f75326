// Chance with a seed: the same seed makes the same history on every machine.

export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
    // neighbouring seeds begin alike
    for (let round = 0; round < 4; round += 1) this.next();
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  oneOf<T>(things: readonly T[]): T {
    if (things.length === 0) throw new Error("nothing to choose from");
    return things[Math.floor(this.next() * things.length)] as T;
  }

  /** Mostly about `usualMs`, now and then anything up to `worstMs`. */
  delay({ usualMs, worstMs }: Delay): number {
    return Math.round(this.happens(0.9) ? this.next() * 2 * usualMs : usualMs + this.next() * (worstMs - usualMs));
  }
}

export type Delay = { readonly usualMs: number; readonly worstMs: number };
