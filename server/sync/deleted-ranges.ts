// Which letters of which writers are known to be deleted: sorted ranges without gaps between neighbours, found by halving.
import * as Y from "yjs";

type Ranges = { /** first clocks, rising */ readonly starts: number[]; /** first clock after each */ readonly ends: number[] };

export class DeletedRanges {
  readonly #of = new Map<number, Ranges>();

  /** Everything these pieces of a log say was deleted. */
  static of(pieces: readonly Uint8Array[]): DeletedRanges {
    const deleted = new DeletedRanges();
    for (const piece of pieces) for (const [client, ranges] of Y.decodeUpdate(piece).ds.clients) for (const { clock, len } of ranges) deleted.add(client, clock, len);
    return deleted;
  }

  add(client: number, clock: number, length: number): void {
    if (length === 0) return;
    const ranges = this.#of.get(client) ?? { starts: [], ends: [] };
    this.#of.set(client, ranges);
    const { starts, ends } = ranges;
    // all that touch the new one become one with it
    const from = firstAtLeast(ends, clock);
    const to = firstAbove(starts, clock + length);
    const start = from < to ? Math.min(clock, starts[from] as number) : clock;
    const end = from < to ? Math.max(clock + length, ends[to - 1] as number) : clock + length;
    starts.splice(from, to - from, start);
    ends.splice(from, to - from, end);
  }

  covers(client: number, clock: number, length: number): boolean {
    if (length === 0) return true;
    const ranges = this.#of.get(client);
    if (!ranges) return false;
    const index = firstAbove(ranges.starts, clock) - 1;
    return index >= 0 && (ranges.ends[index] as number) >= clock + length;
  }
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAbove(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
