// Signed checkpoints of journals, and which journals have grown since their last.
import { sql } from "kysely";
import type { Checkpoint } from "../app/domain/checkpoint";
import type { Hash, ProjectId } from "../app/domain/ids";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

/** False when there is one for that length already: another server was first. */
export async function addCheckpoint(db: Db | Tx, checkpoint: Checkpoint): Promise<boolean> {
  const { projectId, seq, hash, chain, at, keyId, signature } = checkpoint;
  const added = await db
    .insertInto("checkpoint")
    .values({ project_id: projectId, seq, hash, chain, at, key_id: keyId, signature })
    .onConflict((conflict) => conflict.columns(["project_id", "seq"]).doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** Oldest first; of one project, or of all. */
export async function listCheckpoints(db: Db | Tx, projectId?: ProjectId): Promise<Checkpoint[]> {
  let query = db.selectFrom("checkpoint").selectAll().orderBy("project_id").orderBy("seq");
  if (projectId !== undefined) query = query.where("project_id", "=", projectId);
  return (await query.execute()).map(fromRow);
}

export async function findCheckpoint(db: Db | Tx, projectId: ProjectId, seq: number): Promise<Checkpoint | null> {
  const row = await db.selectFrom("checkpoint").where("project_id", "=", projectId).where("seq", "=", seq).selectAll().executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function newestCheckpoint(db: Db | Tx, projectId: ProjectId): Promise<Checkpoint | null> {
  const row = await db.selectFrom("checkpoint").where("project_id", "=", projectId).orderBy("seq", "desc").limit(1).selectAll().executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The projects whose journal is longer than their last checkpoint says. */
export async function listUnsealed(db: Db): Promise<ProjectId[]> {
  const last = sql<number>`coalesce((select max(journal.seq) from journal where journal.project_id = project.id), 0)`;
  const sealed = sql<number>`coalesce((select max(checkpoint.seq) from checkpoint where checkpoint.project_id = project.id), 0)`;
  const rows = await db.selectFrom("project").where(sql<boolean>`${last} > ${sealed}`).orderBy("id").select("id").execute();
  return rows.map((row) => row.id);
}

/** The hashes of the journal's entries, first to last, up to and including `seq`. */
export async function listEntryHashes(db: Db | Tx, projectId: ProjectId, seq?: number): Promise<Hash[]> {
  let query = db.selectFrom("journal").where("project_id", "=", projectId).select("hash").orderBy("seq");
  if (seq !== undefined) query = query.where("seq", "<=", seq);
  return (await query.execute()).map((row) => row.hash);
}

function fromRow(row: Row<"checkpoint">): Checkpoint {
  return { projectId: row.project_id, seq: row.seq, hash: row.hash, chain: row.chain, at: row.at, keyId: row.key_id, signature: row.signature };
}
