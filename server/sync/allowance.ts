// How fast one person may send, over all their sockets: whoever sends faster is read more slowly, and nobody else waits (rule D17).
import type { Clock } from "./clock";
import { limits } from "./limits";

export class Allowance {
  readonly #clock: Clock;
  #frames: number = limits.atOnce.frames;
  #bytes: number = limits.atOnce.bytes;
  #filledAt: number;
  /** How many sockets share it. */
  holders = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#filledAt = clock.now();
  }

  /** Takes from it; false when it is used up. */
  take(bytes: number): boolean {
    this.#frames -= 1;
    this.#bytes -= bytes;
    if (this.#frames >= 0 && this.#bytes >= 0) return true;
    this.#fill();
    return this.#frames >= 0 && this.#bytes >= 0;
  }

  /** How long until there is something to take again. */
  get waitMs(): number {
    this.#fill();
    return Math.max(0, Math.ceil(Math.max((-this.#frames / limits.perSecond.frames) * 1000, (-this.#bytes / limits.perSecond.bytes) * 1000)));
  }

  #fill(): void {
    const now = this.#clock.now();
    const seconds = Math.max(0, now - this.#filledAt) / 1000;
    this.#filledAt = now;
    this.#frames = Math.min(limits.atOnce.frames, this.#frames + seconds * limits.perSecond.frames);
    this.#bytes = Math.min(limits.atOnce.bytes, this.#bytes + seconds * limits.perSecond.bytes);
  }
}
