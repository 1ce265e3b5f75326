// The log of a document: every edit as the bytes it came in, numbered without gaps, and the snapshots that make it short.
import { sql } from "kysely";
import type { DocumentId, UserId } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

export type Edit = { readonly bytes: Uint8Array; /** null for what the server wrote itself */ readonly authorId: UserId | null };
export type LoggedEdit = Edit & { readonly seq: number };
export type Snapshot = { readonly seq: number; readonly bytes: Uint8Array; readonly stateVector: Uint8Array };
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
  if (rows.length === 0 && ((await newestSnapshot(db, documentId))?.seq ?? 0) > seq) return null;
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

/** Writes a snapshot of the state after `snapshot.seq`, reads it back, and only when every byte is there lets go of the edits it covers. */
export async function shortenLog(db: Tx, documentId: DocumentId, snapshot: Snapshot, at: Instant): Promise<void> {
  const newest = await newestSnapshot(db, documentId);
  if (newest && newest.seq >= snapshot.seq) return;
  await db
    .insertInto("document_snapshot")
    .values({
      document_id: documentId, seq: snapshot.seq, bytes: Buffer.from(snapshot.bytes), state_vector: Buffer.from(snapshot.stateVector), made_at: at,
    })
    .execute();
  const readBack = await newestSnapshot(db, documentId);
  if (readBack?.seq !== snapshot.seq || Buffer.compare(readBack.bytes, snapshot.bytes) !== 0) {
    throw new Error(`the snapshot of document ${documentId} was not read back as it was written`);
  }
  // the newest edit stays, though the snapshot holds it: it says who wrote last, and when
  await db.deleteFrom("document_update").where("document_id", "=", documentId).where("seq", "<", snapshot.seq).execute();
  // the one before is kept for the day this one turns out to be wrong
  if (newest) {
    await db.deleteFrom("document_snapshot").where("document_id", "=", documentId).where("seq", "<", newest.seq).execute();
  }
}

async function newestSnapshot(db: Db | Tx, documentId: DocumentId): Promise<Snapshot | null> {
  const row = await db
    .selectFrom("document_snapshot").where("document_id", "=", documentId).orderBy("seq", "desc").limit(1)
    .select(["seq", "bytes", "state_vector"]).executeTakeFirst();
  return row ? { seq: row.seq, bytes: row.bytes, stateVector: row.state_vector } : null;
}
