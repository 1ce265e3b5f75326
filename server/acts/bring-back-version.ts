// An old version is brought back as a new edit: people writing at the same time lose nothing, and the history goes on forwards.
import * as Y from "yjs";
import { kindOf } from "../../app/domain/documents";
import type { DocumentId, ProjectId } from "../../app/domain/ids";
import { may } from "../../app/domain/permission";
import { refuse, type Result } from "../../app/domain/result";
import type { Version } from "../../app/domain/version";
import { findDocument, lockDocument } from "../../db/document";
import { appendEdits, readStored } from "../../db/document-log";
import { textHash } from "../../db/hash";
import { appendEntry } from "../../db/journal";
import { inTransaction } from "../../db/transaction";
import { findVersion } from "../../db/version";
import type { Office } from "../office";
import { writeKind } from "../sync/kind-content";
import { freeze } from "../sync/freeze";
import { isIncomplete, replay } from "../sync/replay";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";
import { noteMovement } from "./note-movement";

export type BringBackInput = { readonly projectId: ProjectId; readonly documentId: DocumentId; readonly number: number };

/** [D9] Refuses: signInNeeded, notFound, notAllowed, nothingToRestore (the document says the same already), contentIncomplete. */
export async function bringBackVersion(office: Office, visitor: Visitor | null, { projectId, documentId, number }: BringBackInput): Promise<Result<Version>> {
  const broughtBack = await inTransaction(office.db, async (db): Promise<Result<Version>> => {
    const actor = await holdProject(db, visitor, projectId);
    if (!actor.ok) return actor;
    const document = await findDocument(db, projectId, documentId);
    if (!document) return refuse({ code: "notFound" });
    const kind = kindOf(document.kind);
    if (!may(actor.value, "edit", { thing: kind.thing })) return refuse({ code: "notAllowed" });
    const old = await findVersion(db, projectId, documentId, number);
    if (!old) return refuse({ code: "notFound" });
    // read through today's rules: what an older schema allowed may have another form now
    const content = kind.parse(JSON.parse(old.content));
    if (!content.ok) return content;

    await lockDocument(db, documentId);
    const { userId, membershipId, displayName, role } = actor.value;
    const doc = replay(await readStored(db, documentId));
    if (isIncomplete(doc)) return refuse({ code: "contentIncomplete" });
    const before = Y.encodeStateVector(doc);
    let changed = false;
    doc.once("update", () => (changed = true));
    writeKind(kind.name, doc, content.value);
    const bytes = Y.encodeStateAsUpdate(doc, before);
    doc.destroy();
    if (!changed) return refuse({ code: "nothingToRestore" });
    // what the text said until now is kept first, so that bringing back can itself be taken back
    const kept = await freeze(db, office, { projectId, documentId, reason: "automatic", name: null, madeBy: null });
    if (!kept.ok) return kept;
    const now = office.now();
    await appendEdits(db, documentId, [{ bytes, authorId: userId }], now);
    const madeBy = { userId, membershipId, displayName, role };
    const frozen = await freeze(db, office, { projectId, documentId, reason: "broughtBack", name: null, madeBy });
    // the edit is already in this transaction: a refusal here must take it out again
    if (!frozen.ok) throw new Error(`version ${number} could not be brought back: ${frozen.refusal.code}`);
    const version = frozen.value;
    await appendEntry(db, projectId, now, madeBy, { kind: "versionBroughtBack", from: number, documentId, versionId: version.id, number: version.number, hash: version.hash, textHash: textHash({ name: version.name }) });
    // an approval that stood on another text moves, and one that stood on this text holds again
    await noteMovement(db, projectId, documentId, version.hash, now);
    return frozen;
  });
  if (broughtBack.ok) office.bulletin.post({ kind: "documentWritten", documentId });
  return broughtBack;
}
