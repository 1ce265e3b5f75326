// The truth that all virtual servers share: logs as they lie on disk. What is committed here is never gone, whoever crashes.
import type { DocumentId } from "../../../app/domain/ids";
import type { Edit, LoggedEdit, Snapshot, StoredDocument } from "../../../db/document-log";

type Log = { edits: LoggedEdit[]; snapshots: Snapshot[]; head: number; /** who is in the middle of a write */ writer: object | null };

type OnCommit = (documentId: DocumentId, updates: readonly Uint8Array[], isSnapshot: boolean) => void;

export class Disk {
  readonly #logs = new Map<DocumentId, Log>();
  readonly #onCommit: OnCommit;

  /** `onCommit` hears of everything at the moment it is on disk. */
  constructor(onCommit: OnCommit) {
    this.#onCommit = onCommit;
  }

  create(documentId: DocumentId): void {
    this.#logs.set(documentId, { edits: [], snapshots: [], head: 0, writer: null });
  }

  has(documentId: DocumentId): boolean {
    return this.#logs.has(documentId);
  }

  /** The row lock of a write that has begun; false when somebody else has it. */
  lock(documentId: DocumentId, writer: object): boolean {
    const log = this.#log(documentId);
    if (log.writer !== null && log.writer !== writer) return false;
    log.writer = writer;
    return true;
  }

  unlock(documentId: DocumentId, writer: object): void {
    const log = this.#log(documentId);
    if (log.writer === writer) log.writer = null;
  }

  /** Answers the seq of the first. */
  append(documentId: DocumentId, edits: readonly Edit[]): number {
    const log = this.#log(documentId);
    const first = log.head + 1;
    log.edits.push(...edits.map((edit, index) => ({ ...edit, seq: first + index })));
    log.head += edits.length;
    this.#onCommit(documentId, edits.map((edit) => edit.bytes), false);
    return first;
  }

  load(documentId: DocumentId): StoredDocument {
    const log = this.#log(documentId);
    const snapshot = log.snapshots[log.snapshots.length - 1] ?? null;
    const edits = this.editsAfter(documentId, snapshot?.seq ?? 0);
    if (!edits) throw new Error("the log has a gap");
    return { snapshot, edits, head: log.head };
  }

  editsAfter(documentId: DocumentId, seq: number): LoggedEdit[] | null {
    const log = this.#log(documentId);
    const edits = log.edits.filter((edit) => edit.seq > seq);
    if (edits.length !== Math.max(0, log.head - seq)) return null;
    return edits;
  }

  head(documentId: DocumentId): number {
    return this.#log(documentId).head;
  }

  shorten(documentId: DocumentId, snapshot: Snapshot): void {
    const log = this.#log(documentId);
    const newest = log.snapshots[log.snapshots.length - 1];
    if (newest && newest.seq >= snapshot.seq) return;
    if (snapshot.seq > log.head) throw new Error("a snapshot of what is not written");
    log.snapshots = [...(newest ? [newest] : []), snapshot];
    log.edits = log.edits.filter((edit) => edit.seq >= snapshot.seq);
    this.#onCommit(documentId, [snapshot.bytes], true);
  }

  #log(documentId: DocumentId): Log {
    const log = this.#logs.get(documentId);
    if (!log) throw new Error("no such document");
    return log;
  }
}
