// Somebody begins the project's financing plan: one, empty, that those who keep the economy write together.
import { emptyFinancing } from "../../app/domain/documents/financing/content";
import type { DocumentId, ProjectId } from "../../app/domain/ids";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { wordsIn } from "../../app/words";
import { listDocuments } from "../../db/document";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import { startDocument } from "../sync/freeze";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";

/** [F48] Answers the one there is, when there is one already: two who begin at once begin the same. Refuses: signInNeeded, notFound, notAllowed. */
export async function startFinancing(office: Office, visitor: Visitor | null, { projectId }: { readonly projectId: ProjectId }): Promise<Result<DocumentId>> {
  return inTransaction(office.db, async (db): Promise<Result<DocumentId>> => {
    const actor = await holdProject(db, visitor, projectId);
    if (!actor.ok) return actor;
    if (!may(actor.value, "edit", { thing: "groupEconomy" })) return refuse({ code: may(actor.value, "read", { thing: "groupEconomy" }) ? "notAllowed" : "notFound" });
    const known = (await listDocuments(db, projectId)).find((each) => each.kind === "financing");
    if (known) return ok(known.id);
    const { userId, membershipId, displayName, role } = actor.value;
    const title = wordsIn(visitor?.language ?? "nb").documents.kinds.financing;
    return ok(await startDocument(db, office, { projectId, kind: "financing", title, content: emptyFinancing, startedBy: { userId, membershipId, displayName, role } }));
  });
}
