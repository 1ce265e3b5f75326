// The log of one document as its room sees it: appended to until it succeeds, caught up with, and made short in quiet moments.
import * as Y from "yjs";
import type { DocumentId } from "../../app/domain/ids";
import { appendEdits, readEditsAfter, readStored, shortenLog, type Edit } from "../../db/document-log";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import { isIncomplete } from "./replay";

const firstWaitMs = 50;
const longestWaitMs = 5_000;
/** A snapshot is worth writing when what came after it is longer than this, in bytes or in edits. */
const longLog = { bytes: 32 * 1024, edits: 100 };
/** Every page that shows the text reads the log since the snapshot: while people write for hours it is made short at this length. */
const tooLongToWait = { bytes: 2 * 1024 * 1024, edits: 1_000 };

export class Archive {
  readonly #documentId: DocumentId;
  readonly #office: Office;
  readonly #onWritten: () => void;
  /** Everything up to here has been handed to the room. */
  #seq = 0;
  #sinceSnapshot = { bytes: 0, edits: 0 };
  #snapshotBytes = 0;
  #hasGivenUp = false;
  #isCompacting = false;

  constructor(documentId: DocumentId, office: Office, onWritten: () => void) {
    this.#documentId = documentId;
    this.#office = office;
    this.#onWritten = onWritten;
  }

  /** The whole document as it lies on disk. Throws when it cannot be read. */
  async load(): Promise<Uint8Array[]> {
    const { snapshot, edits, head } = await readStored(this.#office.db, this.#documentId);
    this.#seq = head;
    this.#snapshotBytes = snapshot?.bytes.length ?? 0;
    this.#sinceSnapshot = { bytes: sizeOf(edits), edits: edits.length };
    return [...(snapshot ? [snapshot.bytes] : []), ...edits.map((edit) => edit.bytes)];
  }

  /** Comes back when the edits are on disk, after however many attempts; answers what others had written in between. */
  async append(edits: readonly Edit[]): Promise<Uint8Array[]> {
    const { db, now } = this.#office;
    const first = await this.#persistently("edits could not be stored", () =>
      inTransaction(db, (tx) => appendEdits(tx, this.#documentId, edits, now())),
    );
    this.#onWritten();
    const others = first === this.#seq + 1 ? [] : await this.#readUntil(first - 1);
    this.#seq = first + edits.length - 1;
    this.#grow(edits);
    return others;
  }

  /** What others have written since the room last heard of the log. */
  readNew(): Promise<Uint8Array[]> {
    return this.#readUntil(Number.MAX_SAFE_INTEGER);
  }

  /** Too long to wait for a quiet moment. */
  get isTooLong(): boolean {
    const { bytes, edits } = this.#sinceSnapshot;
    return edits > tooLongToWait.edits || bytes > Math.max(tooLongToWait.bytes, this.#snapshotBytes / 2);
  }

  /** Replaces a log that has grown long by the state that `read` gives. A fault is logged: the long log is still there and right. */
  async compact(read: () => { bytes: Uint8Array; stateVector: Uint8Array }): Promise<void> {
    const { bytes, edits } = this.#sinceSnapshot;
    if (this.#isCompacting) return;
    if (edits <= longLog.edits && bytes <= Math.max(longLog.bytes, this.#snapshotBytes / 2)) return;
    const snapshot = { seq: this.#seq, ...read() };
    this.#isCompacting = true;
    // counted from here on, so that a snapshot that cannot be written is not tried again at every edit
    this.#sinceSnapshot = { bytes: 0, edits: 0 };
    try {
      if (!standsAlone(snapshot)) throw new Error("the snapshot does not hold what the room holds");
      await inTransaction(this.#office.db, (tx) => shortenLog(tx, this.#documentId, snapshot, this.#office.now()));
      this.#snapshotBytes = snapshot.bytes.length;
    } catch (fault) {
      this.#office.log.warn({ err: fault, documentId: this.#documentId }, "a log could not be made short");
    } finally {
      this.#isCompacting = false;
    }
  }

  /** No more attempts: the process ends. */
  giveUp(): void {
    this.#hasGivenUp = true;
  }

  async #readUntil(last: number): Promise<Uint8Array[]> {
    const edits = await this.#persistently("the log could not be read", async () => {
      const after = await readEditsAfter(this.#office.db, this.#documentId, this.#seq);
      if (after) return after.filter((edit) => edit.seq <= last);
      // another server has made a snapshot of what we were about to read: take all of it, Yjs knows what is new
      const stored = await readStored(this.#office.db, this.#documentId);
      const snapshot = stored.snapshot ? [{ ...stored.snapshot, authorId: null }] : [];
      return [...snapshot, ...stored.edits.filter((edit) => edit.seq <= last)];
    });
    this.#seq = Math.max(this.#seq, edits[edits.length - 1]?.seq ?? 0);
    this.#grow(edits);
    return edits.map((edit) => edit.bytes);
  }

  #grow(edits: readonly Edit[]): void {
    this.#sinceSnapshot = { bytes: this.#sinceSnapshot.bytes + sizeOf(edits), edits: this.#sinceSnapshot.edits + edits.length };
  }

  async #persistently<T>(words: string, work: () => Promise<T>): Promise<T> {
    for (let attempt = 1, waitMs = firstWaitMs; ; attempt += 1, waitMs = Math.min(longestWaitMs, waitMs * 2)) {
      try {
        return await work();
      } catch (fault) {
        this.#office.log.error({ err: fault, documentId: this.#documentId, attempt }, words);
        if (this.#hasGivenUp) throw fault;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }
}

function sizeOf(edits: readonly Edit[]): number {
  return edits.reduce((sum, edit) => sum + edit.bytes.length, 0);
}

/** Whether these bytes alone bring back the same document. */
function standsAlone({ bytes, stateVector }: { bytes: Uint8Array; stateVector: Uint8Array }): boolean {
  const copy = new Y.Doc();
  try {
    Y.applyUpdate(copy, bytes);
    const again = Y.decodeStateVector(Y.encodeStateVector(copy));
    const meant = Y.decodeStateVector(stateVector);
    return !isIncomplete(copy) && again.size === meant.size && [...meant].every(([client, clock]) => again.get(client) === clock);
  } finally {
    copy.destroy();
  }
}
