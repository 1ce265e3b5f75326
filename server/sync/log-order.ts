// What is on disk comes in in the order of the log, whoever wrote it: our own edits when they have landed, those of other servers and of acts when we
// are told of them or read them (rule D19).
import type { DocumentId } from "../../app/domain/ids";
import { pause } from "./clock";
import type { Ground } from "./ground";

/** Edits of other servers or acts, the first with this seq. */
type FromElsewhere = { readonly first: number; readonly edits: readonly Uint8Array[] };

/** What the order asks of its room. */
export type Shelf = {
  readonly documentId: DocumentId;
  readonly loaded: Promise<void>;
  /** The newest edit that has come in. */
  readonly seq: number;
  takeFromElsewhere(edits: readonly Uint8Array[]): void;
  /** Our own edits. `areNew`: false when they have come in with the log already. */
  takeOwn(areNew: boolean): void;
  /** The log no longer has what is missing: everything is read. */
  readWhole(): Promise<void>;
};

/** Edits of another server may be told in another order than they were written: so long before the log is asked. */
const gapMs = 15;
const mostAhead = 256;
const retryMs = { first: 50, longest: 5_000 };

export class LogOrder {
  readonly #shelf: Shelf;
  readonly #ground: Ground;
  /** Where what is in flight has landed in the log, when something before it is not here yet. */
  #landedAt: number | null = null;
  #ahead: FromElsewhere[] = [];
  #mustRead = false;
  #isReading = false;
  #hasEnded = false;

  constructor(shelf: Shelf, ground: Ground) {
    this.#shelf = shelf;
    this.#ground = ground;
  }

  /** Our own edits are on disk, the first with this seq. */
  landed(first: number): void {
    this.#landedAt = first;
    this.advance();
    if (this.#landedAt !== null) this.#expectRest();
  }

  /** Another server tells of edits on disk. */
  told(edits: FromElsewhere): void {
    if (this.#ahead.length >= mostAhead) this.#ahead = [];
    this.#ahead.push(edits);
    const go = () => {
      this.advance();
      if (this.#ahead.length > 0) this.#expectRest();
    };
    this.#shelf.loaded.then(go, () => undefined);
  }

  /** Somebody else wrote to the log. */
  read(): void {
    this.#mustRead = true;
    if (!this.#isReading) void this.#readUntilDone();
  }

  /** Takes in what can be taken in now without leaving anything out. */
  advance(): void {
    for (let moved = true; moved; ) {
      moved = false;
      const next = this.#ahead.findIndex(({ first }) => first <= this.#shelf.seq + 1);
      const [theirs] = next >= 0 ? this.#ahead.splice(next, 1) : [];
      if (theirs) {
        const edits = theirs.edits.slice(this.#shelf.seq + 1 - theirs.first);
        if (edits.length > 0) this.#shelf.takeFromElsewhere(edits);
        moved = true;
      }
      if (this.#landedAt !== null && this.#landedAt <= this.#shelf.seq + 1) {
        const areNew = this.#landedAt === this.#shelf.seq + 1;
        this.#landedAt = null;
        this.#shelf.takeOwn(areNew);
        moved = true;
      }
    }
  }

  end(): void {
    this.#hasEnded = true;
  }

  /** Something before what we have is missing: another server will tell it in a moment, or the log must. */
  #expectRest(): void {
    const { courier, clock } = this.#ground;
    const before = this.#shelf.seq;
    if (!courier.isUp()) return this.read();
    clock.after(gapMs, () => {
      const isMissing = this.#landedAt !== null || this.#ahead.length > 0;
      if (isMissing && this.#shelf.seq === before) this.read();
      else if (isMissing) this.#expectRest();
    });
  }

  async #readUntilDone(): Promise<void> {
    const { clock, log } = this.#ground;
    this.#isReading = true;
    for (let attempt = 1, waitMs = retryMs.first; this.#mustRead && !this.#hasEnded; ) {
      this.#mustRead = false;
      try {
        await this.#readOnce();
        attempt = 1;
        waitMs = retryMs.first;
      } catch (fault) {
        log.error({ err: fault, documentId: this.#shelf.documentId, attempt }, "the log could not be read");
        attempt += 1;
        this.#mustRead = true;
        await pause(clock, waitMs);
        waitMs = Math.min(retryMs.longest, waitMs * 2);
      }
    }
    this.#isReading = false;
  }

  async #readOnce(): Promise<void> {
    const { store, meter } = this.#ground;
    await this.#shelf.loaded;
    const edits = await store.editsAfter(this.#shelf.documentId, this.#shelf.seq);
    if (edits === null) await this.#shelf.readWhole();
    else if (edits[0]) {
      meter.caughtUp(edits.length);
      this.#ahead.push({ first: edits[0].seq, edits: edits.map((each) => each.bytes) });
    }
    this.advance();
  }
}
