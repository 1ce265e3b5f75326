// Somebody who may edit gives the document as it stands a name, and with it a version.
import { cleanText } from "../../app/domain/documents/rich-text";
import { kindOf } from "../../app/domain/documents";
import type { DocumentId, ProjectId } from "../../app/domain/ids";
import { may } from "../../app/domain/permission";
import { refuse, type Result } from "../../app/domain/result";
import type { Version } from "../../app/domain/version";
import { findDocument } from "../../db/document";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import { freeze } from "../sync/freeze";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";

const longestName = 120;

export type NameVersionInput = { readonly projectId: ProjectId; readonly documentId: DocumentId; readonly name: string };

/** [D8] Refuses: signInNeeded, notFound, notAllowed, invalidInput (name), contentIncomplete. */
export async function nameVersion(office: Office, visitor: Visitor | null, { projectId, documentId, name }: NameVersionInput): Promise<Result<Version>> {
  const given = cleanText(name).replace(/\s+/g, " ").trim();
  return inTransaction(office.db, async (db) => {
    const actor = await holdProject(db, visitor, projectId);
    if (!actor.ok) return actor;
    const document = await findDocument(db, projectId, documentId);
    if (!document) return refuse({ code: "notFound" });
    if (!may(actor.value, "edit", { thing: kindOf(document.kind).thing })) return refuse({ code: "notAllowed" });
    if (given === "") return refuse({ code: "invalidInput", fields: { name: "required" } });
    if (given.length > longestName) return refuse({ code: "invalidInput", fields: { name: "tooLong" } });
    const { userId, membershipId, displayName, role } = actor.value;
    return freeze(db, office, { projectId, documentId, reason: "named", name: given, madeBy: { userId, membershipId, displayName, role } });
  });
}
