// The log of a document: every edit as the bytes it came in, numbered without gaps, and the snapshots that make it short.
import { sql } from "kysely";
import type { DocumentId, UserId } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

export type Edit = { readonly bytes: Uint8Array; /** null for what the server wrote itself */ readonly authorId: UserId | null };
export type LoggedEdit = Edit & { readonly seq: number };
export type Snapshot = {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly stateVector: Uint8Array;
  /** What was deleted, as a Yjs update without content. Null in snapshots made before it was kept. */
  readonly deletions: Uint8Array | null;
};
/** A document as it lies on disk: the newest snapshot, if any, and every edit after it, in order and without gaps. */
export type StoredDocument = { readonly snapshot: Snapshot | null; readonly edits: readonly LoggedEdit[]; readonly head: number };

/** A few sizes only, largest first: each is one SQL text, prepared once. */
const rowsPerStatement = [512, 64, 8, 1] as const;

/** Appends in order and answers the seq of the first. The head moves in the same transaction, which puts writers in line. */
export async function appendEdits(db: Tx, documentId: DocumentId, edits: readonly Edit[], at: Instant): Promise<number> {
  const { head } = await db
    .updateTable("document")
    .set({ head: sql<number>`head + ${edits.length}` })
    .where("id", "=", documentId)
    .returning("head")
    .executeTakeFirstOrThrow();
  const first = head - edits.length + 1;
  for (let from = 0; from < edits.length; ) {
    const size = rowsPerStatement.find((each) => each <= edits.length - from) ?? 1;
    const rows = edits.slice(from, from + size).map((edit, index) => ({
      document_id: documentId, seq: first + from + index, bytes: Buffer.from(edit.bytes), author_id: edit.authorId, written_at: at,
    }));
    await db.insertInto("document_update").values(rows).execute();
    from += size;
  }
  return first;
}

/** Edits after `seq`, in order; null when they are no longer all there because a snapshot has taken their place. */
export async function readEditsAfter(db: Db | Tx, documentId: DocumentId, seq: number): Promise<LoggedEdit[] | null> {
  const rows = await db
    .selectFrom("document_update").where("document_id", "=", documentId).where("seq", ">", seq).orderBy("seq")
    .select(["seq", "bytes", "author_id"]).execute();
  if (rows.some((row, index) => row.seq !== seq + 1 + index)) return null;
  if (rows.length === 0 && (await newestSnapshotSeq(db, documentId)) > seq) return null;
  return rows.map((row) => ({ seq: row.seq, bytes: row.bytes, authorId: row.author_id }));
}

/** The whole document. Somebody may make a snapshot between our two readings: then we read again. */
export async function readStored(db: Db | Tx, documentId: DocumentId): Promise<StoredDocument> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const snapshot = await newestSnapshot(db, documentId);
    const edits = await readEditsAfter(db, documentId, snapshot?.seq ?? 0);
    if (edits) return { snapshot, edits, head: edits[edits.length - 1]?.seq ?? snapshot?.seq ?? 0 };
  }
  throw new Error(`the log of document ${documentId} has a gap`);
}

/** So many edits are let go of at once: a long log must not hold up everybody else who uses the database. */
const droppedAtOnce = 500;

/**
 * Writes a snapshot of the state after `snapshot.seq`, reads it back, and only when every byte is there begins to let go of the edits it covers:
 * the first of them here, the rest with `dropCovered`. Whoever reads the log does not see what the snapshot covers, gone or not.
 */
export async function shortenLog(db: Tx, documentId: DocumentId, snapshot: Snapshot, at: Instant): Promise<void> {
  const newestSeq = await newestSnapshotSeq(db, documentId);
  if (newestSeq >= snapshot.seq) return;
  const { seq, bytes, stateVector, deletions } = snapshot;
  const added = await db
    .insertInto("document_snapshot")
    .values({
      document_id: documentId, seq, bytes: Buffer.from(bytes), state_vector: Buffer.from(stateVector), made_at: at,
      deletions: deletions && Buffer.from(deletions),
    })
    .onConflict((conflict) => conflict.columns(["document_id", "seq"]).doNothing())
    .executeTakeFirst();
  // another server was about the same at the same moment, and lets go of the edits itself
  if (added.numInsertedOrUpdatedRows !== 1n) return;
  const readBack = await readSnapshot(db, documentId, seq);
  if (!readBack || !isSame(readBack, snapshot)) throw new Error(`the snapshot of document ${documentId} was not read back as it was written`);
  await dropCovered(db, documentId, seq);
  // the one before is kept for the day this one turns out to be wrong
  await db.deleteFrom("document_snapshot").where("document_id", "=", documentId).where("seq", "<", newestSeq).execute();
}

/** Lets go of some of the edits that a snapshot at `seq` covers; false when there are none left. */
export async function dropCovered(db: Db | Tx, documentId: DocumentId, seq: number): Promise<boolean> {
  // the newest edit stays, though the snapshot holds it: it says who wrote last, and when
  const covered = () => db.selectFrom("document_update").where("document_id", "=", documentId).where("seq", "<", seq);
  const oldest = await covered().orderBy("seq").limit(1).select("seq").executeTakeFirst();
  if (!oldest) return false;
  await db.deleteFrom("document_update").where("document_id", "=", documentId).where("seq", "<", Math.min(seq, oldest.seq + droppedAtOnce)).execute();
  return oldest.seq + droppedAtOnce < seq;
}

function isSame(one: Snapshot, other: Snapshot): boolean {
  const none = new Uint8Array();
  return (
    Buffer.compare(one.bytes, other.bytes) === 0 && Buffer.compare(one.stateVector, other.stateVector) === 0 &&
    (one.deletions === null) === (other.deletions === null) && Buffer.compare(one.deletions ?? none, other.deletions ?? none) === 0
  );
}

async function newestSnapshot(db: Db | Tx, documentId: DocumentId): Promise<Snapshot | null> {
  const row = await snapshots(db, documentId).orderBy("seq", "desc").limit(1).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** 0 when there is none. */
async function newestSnapshotSeq(db: Db | Tx, documentId: DocumentId): Promise<number> {
  const row = await db.selectFrom("document_snapshot").where("document_id", "=", documentId).orderBy("seq", "desc").limit(1).select("seq").executeTakeFirst();
  return row?.seq ?? 0;
}

async function readSnapshot(db: Tx, documentId: DocumentId, seq: number): Promise<Snapshot | null> {
  const row = await snapshots(db, documentId).where("seq", "=", seq).executeTakeFirst();
  return row ? fromRow(row) : null;
}

function snapshots(db: Db | Tx, documentId: DocumentId) {
  return db.selectFrom("document_snapshot").where("document_id", "=", documentId).select(["seq", "bytes", "state_vector", "deletions"]);
}

function fromRow(row: Pick<Row<"document_snapshot">, "seq" | "bytes" | "state_vector" | "deletions">): Snapshot {
  return { seq: row.seq, bytes: row.bytes, stateVector: row.state_vector, deletions: row.deletions };
}
