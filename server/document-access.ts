// How much of one document a person may see: everything now, only what was submitted, only what it is about, or not that it exists.
import { kindOf } from "../app/domain/documents";
import type { DocumentId, ProjectId } from "../app/domain/ids";
import { may, type Actor } from "../app/domain/permission";
import { ok, refuse, type Result } from "../app/domain/result";
import type { Db } from "../db/connect";
import { findDocument, type Document } from "../db/document";
import type { Tx } from "../db/transaction";
import { actorIn } from "./access";
import type { Visitor } from "./visitor";

export type Reach = "now" | "submitted" | "summary";
export type ReachedDocument = { readonly actor: Actor; readonly document: Document; readonly reach: Reach; readonly mayEdit: boolean };

/** [D22] Refuses: signInNeeded, notFound (no member, no such document in the project, or a role that may see nothing of it). */
export async function reachDocument(db: Db | Tx, visitor: Visitor | null, projectId: ProjectId, documentId: DocumentId): Promise<Result<ReachedDocument>> {
  const actor = await actorIn(db, visitor, projectId);
  if (!actor.ok) return actor;
  const document = await findDocument(db, projectId, documentId);
  if (!document) return refuse({ code: "notFound" });
  const subject = { thing: kindOf(document.kind).thing };
  const reach = may(actor.value, "read", subject) ? "now" : may(actor.value, "readFrozen", subject) ? "submitted" : may(actor.value, "see", subject) ? "summary" : null;
  return reach ? ok({ actor: actor.value, document, reach, mayEdit: may(actor.value, "edit", subject) }) : refuse({ code: "notFound" });
}

/** [D22] The same for its versions, which are more than what the text is about. Refuses also: notAllowed. */
export async function reachVersions(db: Db | Tx, visitor: Visitor | null, projectId: ProjectId, documentId: DocumentId): Promise<Result<ReachedDocument>> {
  const reached = await reachDocument(db, visitor, projectId, documentId);
  return reached.ok && reached.value.reach === "summary" ? refuse({ code: "notAllowed" }) : reached;
}
