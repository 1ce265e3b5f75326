// Time and the turns of the event loop, so that a simulation can own both.

export type Timer = { cancel(): void };

export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  after(ms: number, work: () => void): Timer;
  /** When everything that has arrived in this turn of the event loop has been read. */
  endOfTurn(work: () => void): void;
};

export const realClock: Clock = {
  now: () => Date.now(),
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return { cancel: () => clearTimeout(timer) };
  },
  endOfTurn: (work) => void setImmediate(work),
};

export function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}
