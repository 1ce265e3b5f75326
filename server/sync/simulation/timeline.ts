// Virtual time: everything in a simulation happens here, one event after another, in an order that only the seed decides.
import type { Clock } from "../clock";
import type { Chance } from "./chance";

/** A program that can be killed: what it had planned dies with it. */
export class Process {
  isDead = false;
  /** What it waits for. */
  readonly timers = new Set<Event>();
  readonly name: string;
  /** How much its clock is ahead of everybody else's. */
  readonly skewMs: number;

  constructor(name: string, skewMs = 0) {
    this.name = name;
    this.skewMs = skewMs;
  }
}

type Event = { readonly atMs: number; readonly order: number; readonly process: Process | null; readonly work: () => void; isCancelled: boolean };

const beginMs = Date.UTC(2026, 0, 1);

export class Timeline {
  /** What happened, in words; only when somebody wants to read it. */
  readonly trace: string[] | null;
  /** How many events have happened. */
  events = 0;
  readonly #chance: Chance;
  readonly #heap: Event[] = [];
  #turn: { readonly process: Process; readonly work: () => void }[] = [];
  #order = 0;
  #nowMs = beginMs;

  constructor(chance: Chance, isTraced: boolean) {
    this.#chance = chance;
    this.trace = isTraced ? [] : null;
  }

  get nowMs(): number {
    return this.#nowMs - beginMs;
  }

  note(words: () => string): void {
    this.trace?.push(`${(this.nowMs / 1000).toFixed(3)} ${words()}`);
  }

  /** `process` null: the world's own doing, which nothing stops. */
  after(ms: number, process: Process | null, work: () => void): Event {
    const event: Event = { atMs: this.#nowMs + Math.max(0, ms), order: (this.#order += 1), process, work, isCancelled: false };
    push(this.#heap, event);
    return event;
  }

  clockOf(process: Process): Clock {
    return {
      now: () => this.#nowMs + process.skewMs,
      after: (ms, work) => {
        const event = this.after(ms, process, work);
        process.timers.add(event);
        return {
          cancel() {
            event.isCancelled = true;
            process.timers.delete(event);
          },
        };
      },
      endOfTurn: (work) => void this.#turn.push({ process, work }),
    };
  }

  /** Lets so much time pass. Several events of one moment may be one turn of the event loop, or several. */
  async run(ms: number, isOver: () => boolean): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await promisesKept();
    while (!isOver()) {
      const next = this.#heap[0];
      const isNow = next !== undefined && next.atMs <= this.#nowMs;
      if (this.#turn.length > 0 && (!isNow || this.#chance.happens(0.3))) {
        await this.#endTurn();
        continue;
      }
      if (!next || next.atMs > untilMs) break;
      pop(this.#heap);
      if (next.isCancelled) continue;
      next.process?.timers.delete(next);
      if (next.process?.isDead) continue;
      this.#nowMs = next.atMs;
      this.events += 1;
      next.work();
      await promisesKept();
    }
    this.#nowMs = untilMs;
  }

  async #endTurn(): Promise<void> {
    const turn = this.#turn;
    this.#turn = [];
    for (const { process, work } of turn) {
      if (process.isDead) continue;
      work();
      await promisesKept();
    }
  }
}

/** Every promise that can go on has gone on. */
function promisesKept(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function isBefore(one: Event, other: Event): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
}

function push(heap: Event[], event: Event): void {
  let at = heap.length;
  heap.push(event);
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isBefore(event, heap[above] as Event)) break;
    heap[at] = heap[above] as Event;
    at = above;
  }
  heap[at] = event;
}

function pop(heap: Event[]): void {
  const last = heap.pop() as Event;
  if (heap.length === 0) return;
  let at = 0;
  for (;;) {
    let below = at * 2 + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isBefore(heap[below + 1] as Event, heap[below] as Event)) below += 1;
    if (!isBefore(heap[below] as Event, last)) break;
    heap[at] = heap[below] as Event;
    at = below;
  }
  heap[at] = last;
}
