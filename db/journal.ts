// The journal: appended in the same transaction as the change itself, each row chained to the one before by its hash (rule P2).
import { sql } from "kysely";
import type { Hash, ProjectId } from "../app/domain/ids";
import type { Entry, JournalActor, JournalRow } from "../app/domain/journal";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import { hashOf } from "./hash";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

/** Appends one entry as the next link of the project's chain. Two transactions at once are put in line, never given one number. */
export async function appendEntry(db: Tx, projectId: ProjectId, at: Instant, actor: JournalActor, entry: Entry): Promise<JournalRow> {
  await lockChain(db, projectId);
  const last = await db
    .selectFrom("journal").where("project_id", "=", projectId).orderBy("seq", "desc").select(["seq", "hash"]).limit(1).executeTakeFirst();
  const unsealed = { projectId, seq: (last?.seq ?? 0) + 1, at, actor, entry, previous: last?.hash ?? null };
  const row: JournalRow = { ...unsealed, hash: hashOf(unsealed) };
  await db
    .insertInto("journal")
    .values({
      project_id: projectId, seq: row.seq, at, actor: actor && JSON.stringify(actor), kind: entry.kind,
      entry: JSON.stringify(entry), previous: row.previous, hash: row.hash,
    })
    .execute();
  return row;
}

/** Newest first, `limit` rows before `beforeSeq` (or from the end). */
export async function listEntries(db: Db | Tx, projectId: ProjectId, limit: number, beforeSeq: number | null): Promise<JournalRow[]> {
  let query = db.selectFrom("journal").where("project_id", "=", projectId).selectAll().orderBy("seq", "desc").limit(limit);
  if (beforeSeq !== null) query = query.where("seq", "<", beforeSeq);
  return (await query.execute()).map(fromRow);
}

/** The first link that does not hold, or null when the whole chain does. Reads in pages: a journal may be long. */
export async function findBrokenLink(db: Db | Tx, projectId: ProjectId): Promise<{ seq: number } | null> {
  let previous: Hash | null = null;
  for (let seq = 0; ; ) {
    const rows = await db
      .selectFrom("journal").where("project_id", "=", projectId).where("seq", ">", seq).orderBy("seq").limit(500).selectAll().execute();
    if (rows.length === 0) return null;
    for (const each of rows) {
      const { hash, ...unsealed } = fromRow(each);
      if (each.seq !== seq + 1 || each.kind !== unsealed.entry.kind || unsealed.previous !== previous || hashOf(unsealed) !== hash) return { seq: seq + 1 };
      previous = hash;
      seq = each.seq;
    }
  }
}

/** An entry as it lies in the table; `read` answers null when it is no entry at all. */
export type StoredEntry = { readonly seq: number; readonly kind: string; readonly hash: Hash; read(): JournalRow | null };

/** The whole journal, first entry first, for whoever wants to prove it. */
export async function readChain(db: Db | Tx, projectId: ProjectId): Promise<StoredEntry[]> {
  const rows = await db.selectFrom("journal").where("project_id", "=", projectId).orderBy("seq").selectAll().execute();
  return rows.map((row) => ({ seq: row.seq, kind: row.kind, hash: row.hash, read: () => readable(row) }));
}

function readable(row: Row<"journal">): JournalRow | null {
  try {
    return fromRow(row);
  } catch {
    return null;
  }
}

function fromRow(row: Row<"journal">): JournalRow {
  return {
    projectId: row.project_id, seq: row.seq, at: row.at, actor: row.actor === null ? null : JSON.parse(row.actor),
    entry: JSON.parse(row.entry), previous: row.previous, hash: row.hash,
  };
}

/** A write to the project row makes PostgreSQL put appends in line; on SQLite there is one writer anyway. */
async function lockChain(db: Tx, projectId: ProjectId): Promise<void> {
  await db.updateTable("project").set({ id: sql.ref("id") }).where("id", "=", projectId).execute();
}
