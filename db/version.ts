// Versions: documents frozen. Rows are added and read, never changed.
import type { DocumentId, ProjectId, VersionId } from "../app/domain/ids";
import type { Version } from "../app/domain/version";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

/** A version with what it froze: the canonical JSON of the content. */
export type FrozenVersion = Version & { readonly content: string };

const columns = [
  "id", "project_id", "document_id", "number", "name", "reason", "hash", "schema_version", "made_by", "made_at",
] as const;

/** `state`: the Yjs state at that moment; `seq`: where the log ended. */
export async function addVersion(db: Tx, version: FrozenVersion, state: Uint8Array, seq: number): Promise<void> {
  await db
    .insertInto("version")
    .values({
      id: version.id, project_id: version.projectId, document_id: version.documentId, number: version.number, name: version.name,
      reason: version.reason, hash: version.hash, schema_version: version.schemaVersion, content: version.content,
      state: Buffer.from(state), seq, made_by: version.madeBy, made_at: version.madeAt,
    })
    .execute();
}

/** Newest first. */
export async function listVersions(db: Db | Tx, projectId: ProjectId, documentId: DocumentId): Promise<Version[]> {
  const rows = await db
    .selectFrom("version").where("project_id", "=", projectId).where("document_id", "=", documentId)
    .orderBy("number", "desc").select(columns).execute();
  return rows.map(fromRow);
}

export async function newestVersion(db: Db | Tx, documentId: DocumentId): Promise<Version | null> {
  const row = await db
    .selectFrom("version").where("document_id", "=", documentId).orderBy("number", "desc").limit(1).select(columns).executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function findVersion(db: Db | Tx, projectId: ProjectId, documentId: DocumentId, number: number): Promise<FrozenVersion | null> {
  const row = await db
    .selectFrom("version").where("project_id", "=", projectId).where("document_id", "=", documentId).where("number", "=", number)
    .select([...columns, "content"]).executeTakeFirst();
  return row ? { ...fromRow(row), content: row.content } : null;
}

export async function findVersionById(db: Db | Tx, projectId: ProjectId, versionId: VersionId): Promise<FrozenVersion | null> {
  const row = await db
    .selectFrom("version").where("project_id", "=", projectId).where("id", "=", versionId)
    .select([...columns, "content"]).executeTakeFirst();
  return row ? { ...fromRow(row), content: row.content } : null;
}

/** [P35] Every version of the document with all that was frozen, one at a time: together they may be more than fits in memory. */
export async function* listFrozen(db: Db | Tx, projectId: ProjectId, documentId: DocumentId): AsyncGenerator<FrozenVersion & { readonly state: Uint8Array }> {
  const rows = await db.selectFrom("version").where("project_id", "=", projectId).where("document_id", "=", documentId).orderBy("number").select("id").execute();
  for (const { id } of rows) {
    const row = await db.selectFrom("version").where("id", "=", id).select([...columns, "content", "state"]).executeTakeFirst();
    if (row) yield { ...fromRow(row), content: row.content, state: row.state };
  }
}

function fromRow(row: Pick<Row<"version">, (typeof columns)[number]>): Version {
  return {
    id: row.id, projectId: row.project_id, documentId: row.document_id, number: row.number, name: row.name, reason: row.reason,
    hash: row.hash, schemaVersion: row.schema_version, madeBy: row.made_by, madeAt: row.made_at,
  };
}
