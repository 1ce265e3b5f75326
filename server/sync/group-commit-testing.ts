// For tests of the group commit: rooms that only count, a clock that is moved by hand, and a disk that can be told to fail.
import type { DocumentId } from "../../app/domain/ids";
import { author } from "../../db/ledger-testing";
import type { Clock } from "./clock";
import type { Appended, Appending, Store } from "./ground";
import type { GroupCommit, Writer } from "./group-commit";
import { noMeter } from "./meter";

/** A room in which words are written, and which remembers where they landed. */
export class TestRoom implements Writer {
  readonly documentId: DocumentId;
  readonly landed: { readonly first: number; readonly words: readonly string[] }[] = [];
  onStored: () => void = () => undefined;
  #waiting: string[] = [];
  #inFlight: string[] = [];

  constructor(documentId: string) {
    this.documentId = documentId as DocumentId;
  }

  write(commit: GroupCommit, ...words: string[]): void {
    this.#waiting.push(...words);
    commit.want(this);
  }

  take() {
    if (this.#inFlight.length > 0) throw new Error("asked again before it was stored");
    this.#inFlight = this.#waiting;
    this.#waiting = [];
    return this.#inFlight.map((word) => ({ bytes: Buffer.from(word), authorId: author }));
  }

  stored(first: number): void {
    this.landed.push({ first, words: this.#inFlight });
    this.#inFlight = [];
    this.onStored();
  }

  get words(): string[] {
    return this.landed.flatMap((each) => each.words);
  }
}

/** Turns of the event loop are real; time passes when the test says so. */
export class HandClock implements Clock {
  #now = 0;
  #timers: { readonly at: number; readonly work: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, work: () => void) {
    const timer = { at: this.#now + ms, work };
    this.#timers.push(timer);
    return { cancel: () => void (this.#timers = this.#timers.filter((each) => each !== timer)) };
  }

  endOfTurn(work: () => void): void {
    setImmediate(work);
  }

  /** How long the rests are that somebody takes now, shortest first. */
  get rests(): number[] {
    return this.#timers.map((each) => each.at - this.#now).sort((a, b) => a - b);
  }

  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      await turns();
      const [next] = this.#timers.filter((each) => each.at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#now = Math.max(this.#now, next.at);
      this.#timers = this.#timers.filter((each) => each !== next);
      next.work();
    }
    this.#now = until;
    await turns();
  }
}

/** Long enough for whatever needs no timer and no real disk. */
export async function turns(count = 10): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Logs in memory. `trouble` is asked before each attempt, and may throw, wait, or give another answer. */
export class TestDisk {
  readonly words = new Map<DocumentId, string[]>();
  readonly attempts: { readonly isAlone: boolean; readonly batch: readonly Appending[] }[] = [];
  trouble: (batch: readonly Appending[], isAlone: boolean) => Promise<ReadonlyMap<DocumentId, Appended> | null> = () => Promise.resolve(null);

  readonly store: Pick<Store, "append" | "appendAlone"> = {
    append: async (batch) => {
      this.attempts.push({ isAlone: false, batch });
      const other = await this.trouble(batch, false);
      return new Map(batch.map((each) => [each.documentId, other?.get(each.documentId) ?? this.#append(each)]));
    },
    appendAlone: async (appending) => {
      this.attempts.push({ isAlone: true, batch: [appending] });
      await this.trouble([appending], true);
      return this.#append(appending);
    },
  };

  #append({ documentId, edits }: Appending): number {
    const log = this.words.get(documentId) ?? [];
    const first = log.length + 1;
    this.words.set(documentId, [...log, ...edits.map((edit) => Buffer.from(edit.bytes).toString())]);
    return first;
  }
}

/** What the meter was told of commits. */
export function countingMeter() {
  const counted = { committed: [] as { seconds: number; edits: number; documents: number }[], failed: 0 };
  const meter = {
    ...noMeter,
    committed: (seconds: number, edits: number, documents: number) => void counted.committed.push({ seconds, edits, documents }),
    commitFailed: () => void (counted.failed += 1),
  };
  return { meter, counted };
}
