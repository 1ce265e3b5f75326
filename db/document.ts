// Documents of a project, and their content as last read from the log.
import { sql } from "kysely";
import type { DocumentKindName } from "../app/domain/documents/kind";
import type { DocumentId, Hash, ProjectId } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import { asked } from "./asked";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

export type Document = {
  readonly id: DocumentId;
  readonly projectId: ProjectId;
  readonly kind: DocumentKindName;
  readonly title: string;
  readonly createdAt: Instant;
  /** The seq of the newest update on disk; 0 before the first. */
  readonly head: number;
};

/** Content that was true when the log ended at `seq`. */
export type KeptContent = { readonly seq: number; readonly schemaVersion: number; readonly hash: Hash; readonly content: string };

export async function addDocument(db: Tx, document: Omit<Document, "head">): Promise<void> {
  await db
    .insertInto("document")
    .values({
      id: document.id, project_id: document.projectId, kind: document.kind, title: document.title, created_at: document.createdAt, head: 0,
    })
    .execute();
}

export async function findDocument(db: Db | Tx, projectId: ProjectId, documentId: DocumentId): Promise<Document | null> {
  const row = await db
    .selectFrom("document").where("project_id", "=", projectId).where("id", "=", documentId).selectAll().executeTakeFirst();
  return row ? fromRow(row) : null;
}

const documentFound = asked((db, documentId: string) => db.selectFrom("document").where("id", "=", documentId as DocumentId).selectAll());

/** For the socket and the log only, which are asked for a document without a project. Everything else names the project too. */
export async function findDocumentAnywhere(db: Db | Tx, documentId: DocumentId): Promise<Document | null> {
  const [row] = await documentFound(db, documentId);
  return row ? fromRow(row) : null;
}

const inProject = asked((db, projectId: string) =>
  db.selectFrom("document").where("project_id", "=", projectId as ProjectId).orderBy("created_at").orderBy("id").selectAll(),
);

export async function listDocuments(db: Db | Tx, projectId: ProjectId): Promise<Document[]> {
  return (await inProject(db, projectId)).map(fromRow);
}

/** Holds the document's row until the transaction ends: nobody appends, freezes or numbers a version meanwhile. */
export async function lockDocument(db: Tx, documentId: DocumentId): Promise<void> {
  await db.updateTable("document").set({ id: sql.ref("id") }).where("id", "=", documentId).execute();
}

export async function findKeptContent(db: Db | Tx, documentId: DocumentId): Promise<KeptContent | null> {
  const row = await db.selectFrom("document_content").where("document_id", "=", documentId).selectAll().executeTakeFirst();
  return row ? { seq: row.seq, schemaVersion: row.schema_version, hash: row.hash, content: row.content } : null;
}

/** Keeps the newer of two readings; one made from an older log changes nothing. */
export async function keepContent(db: Db | Tx, documentId: DocumentId, kept: KeptContent): Promise<void> {
  const values = { seq: kept.seq, schema_version: kept.schemaVersion, hash: kept.hash, content: kept.content };
  await db
    .insertInto("document_content")
    .values({ document_id: documentId, ...values })
    .onConflict((conflict) => conflict.column("document_id").doUpdateSet(values).where("document_content.seq", "<=", kept.seq))
    .execute();
}

function fromRow(row: Row<"document">): Document {
  return { id: row.id, projectId: row.project_id, kind: row.kind, title: row.title, createdAt: row.created_at, head: row.head };
}
