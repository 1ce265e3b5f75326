// When a document was last written in, and by whom, as the others in the project know them.
import type { DocumentId, ProjectId, UserId } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import { asked } from "./asked";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

export type LastChange = { readonly at: Instant; /** null when the server wrote it, or it is not known any more */ readonly by: string | null };

const lastEdit = asked((db, projectId: string, documentId: string) =>
  db
    .selectFrom("document_update").innerJoin("document", "document.id", "document_update.document_id")
    .where("document.project_id", "=", projectId as ProjectId).where("document.id", "=", documentId as DocumentId)
    .orderBy("document_update.seq", "desc").limit(1).select(["document_update.written_at as at", "document_update.author_id as by"]),
);
const lastVersion = asked((db, projectId: string, documentId: string) =>
  db
    .selectFrom("version").where("project_id", "=", projectId as ProjectId).where("document_id", "=", documentId as DocumentId)
    .orderBy("number", "desc").limit(1).select(["made_at as at", "made_by as by"]),
);
const named = asked((db, projectId: string, userId: string) =>
  db
    .selectFrom("membership").where("project_id", "=", projectId as ProjectId).where("user_id", "=", userId as UserId)
    .orderBy("began_at", "desc").limit(1).select("display_name"),
);

/** null before the first edit. A log that has been shortened is asked through the newest version. */
export async function findLastChange(db: Db | Tx, projectId: ProjectId, documentId: DocumentId): Promise<LastChange | null> {
  const [edit] = await lastEdit(db, projectId, documentId);
  const found = edit ?? (await lastVersion(db, projectId, documentId))[0];
  return found ? { at: found.at, by: found.by && (await nameIn(db, projectId, found.by)) } : null;
}

async function nameIn(db: Db | Tx, projectId: ProjectId, userId: UserId): Promise<string | null> {
  return (await named(db, projectId, userId))[0]?.display_name ?? null;
}
