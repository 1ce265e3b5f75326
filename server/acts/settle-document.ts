// What follows when writing in a document pauses: a version is kept, and approvals that stood on it are told whether they still hold.
import type { DocumentId } from "../../app/domain/ids";
import { addMs } from "../../app/domain/time";
import { findDocumentAnywhere, lockDocument } from "../../db/document";
import { lockProject } from "../../db/project";
import { inTransaction } from "../../db/transaction";
import { newestVersion } from "../../db/version";
import type { Office } from "../office";
import { contentNow, freeze } from "../sync/freeze";
import { noteMovement } from "./note-movement";

/** How old the newest version must be before a pause in the writing makes another. */
const pauseMs = 10 * 60_000;

/**
 * Called by the room: when nobody has written for a while (`open`), and when the last person has left (`empty`). Safe to call at any
 * time and as often as one likes: it writes only what is new. A document that waits for parts of an edit is left for the next time.
 */
export async function settleDocument(office: Office, documentId: DocumentId, room: "open" | "empty" = "open"): Promise<void> {
  const document = await findDocumentAnywhere(office.db, documentId);
  if (!document) return;
  const { projectId } = document;
  await inTransaction(office.db, async (db) => {
    await lockProject(db, projectId);
    await lockDocument(db, documentId);
    const content = await contentNow(db, documentId);
    if (!content.ok) return;
    const now = office.now();
    const newest = await newestVersion(db, documentId);
    const due = room === "empty" || !newest || newest.madeAt <= addMs(now, -pauseMs);
    if (newest?.hash !== content.value.hash && due) {
      await freeze(db, office, { projectId, documentId, reason: "automatic", name: null, madeBy: null });
    }
    await noteMovement(db, projectId, documentId, content.value.hash, now);
  });
}
