// What documents say now, as hashes: read from the kept readings, one query however many documents.
import type { DocumentKindName } from "../app/domain/documents/kind";
import type { DocumentId, Hash, MilestoneId, ProjectId, SubmissionId, UserId } from "../app/domain/ids";
import type { Entry } from "../app/domain/journal";
import type { Instant } from "../app/domain/time";
import { asked } from "./asked";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

/** `hash` is null when the log has moved since the content was last read: then it must be read again. */
export type KeptHash = { readonly documentId: DocumentId; readonly kind: DocumentKindName; readonly schemaVersion: number | null; readonly hash: Hash | null };

const keptHashes = asked((db, projectId: string) =>
  db
    .selectFrom("document")
    .leftJoin("document_content", (join) => join.onRef("document_content.document_id", "=", "document.id").onRef("document_content.seq", "=", "document.head"))
    .where("document.project_id", "=", projectId as ProjectId)
    .select(["document.id", "document.kind", "document_content.schema_version", "document_content.hash"]),
);

export async function listKeptHashes(db: Db | Tx, projectId: ProjectId): Promise<KeptHash[]> {
  return (await keptHashes(db, projectId)).map((row) => ({ documentId: row.id, kind: row.kind, schemaVersion: row.schema_version, hash: row.hash }));
}

/** Who last wrote in a document after a place in its log, and when. */
export type LastWriter = { readonly documentId: DocumentId; readonly name: string | null; readonly at: Instant };

/**
 * The newest edit of each of those documents, with the name its author has in the project. A document whose newest edit lies in a
 * snapshot is not among them: its log no longer says who.
 */
export async function listLastWriters(db: Db | Tx, projectId: ProjectId, documentIds: readonly DocumentId[]): Promise<LastWriter[]> {
  if (documentIds.length === 0) return [];
  const edits = await db
    .selectFrom("document_update").innerJoin("document", "document.id", "document_update.document_id")
    .where("document.project_id", "=", projectId).where("document.id", "in", documentIds).whereRef("document_update.seq", "=", "document.head")
    .select(["document.id", "document_update.author_id", "document_update.written_at"]).execute();
  const authors = edits.flatMap((each) => (each.author_id ? [each.author_id] : []));
  const names = await namesOf(db, projectId, authors);
  return edits.map((each) => ({ documentId: each.id, name: each.author_id ? (names.get(each.author_id) ?? null) : null, at: each.written_at }));
}

const movements = asked((db, projectId: string) =>
  db.selectFrom("journal").where("project_id", "=", projectId as ProjectId).where("kind", "=", "approvalMoved").orderBy("seq").select(["at", "entry"]),
);

/** When the journal was last told that an approval of each milestone had moved. */
export async function listMovedSince(db: Db | Tx, projectId: ProjectId): Promise<Map<MilestoneId, Instant>> {
  return new Map((await movements(db, projectId)).map((row) => [(JSON.parse(row.entry) as Extract<Entry, { kind: "approvalMoved" }>).milestoneId, row.at]));
}

/** Whether an approval of that submission has moved and come to hold again, so that the journal has both. */
export async function hasHeldAgain(db: Db | Tx, projectId: ProjectId, submissionId: SubmissionId): Promise<boolean> {
  const row = await db
    .selectFrom("journal").where("project_id", "=", projectId).where("kind", "=", "approvalHoldsAgain")
    .where("entry", "like", `%"submissionId":"${submissionId}"%`).select("seq").limit(1).executeTakeFirst();
  return row !== undefined;
}

/** What the project calls these people, also those who have left: the newest membership speaks. */
async function namesOf(db: Db | Tx, projectId: ProjectId, users: readonly UserId[]): Promise<Map<UserId, string>> {
  if (users.length === 0) return new Map();
  const rows = await db
    .selectFrom("membership").where("project_id", "=", projectId).where("user_id", "in", users).orderBy("began_at")
    .select(["user_id", "display_name"]).execute();
  return new Map(rows.map((row) => [row.user_id, row.display_name]));
}
