// Makes the archive of a hand-over, for whoever may read all of it, and notes in the journal which bytes were given out.
import { mayReadParts } from "../../app/domain/handover";
import type { ProjectId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { ok, refuse, type Result } from "../../app/domain/result";
import { addArchive, findHandover } from "../../db/handover";
import { appendEntry } from "../../db/journal";
import { lockProject } from "../../db/project";
import { inTransaction } from "../../db/transaction";
import { actorIn } from "../access";
import { buildArchive, type BuiltArchive } from "../archive/build-archive";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

export type HandoverName = { readonly projectId: ProjectId; readonly number: number };

/** [H4, H5, H6] Twice the same gives the same bytes, and is noted once. Refuses: signInNeeded, notFound. */
export async function fetchArchive(office: Office, visitor: Visitor | null, { projectId, number }: HandoverName): Promise<Result<BuiltArchive>> {
  const found = await actorIn(office.db, visitor, projectId);
  if (!found.ok) return found;
  const handover = await findHandover(office.db, projectId, number);
  if (!handover || !mayReadParts(found.value, handover.parts)) return refuse({ code: "notFound" });
  const archive = await buildArchive(office, handover);
  const { hash, byteCount } = archive;
  if (handover.archives.some((each) => each.hash === hash)) return ok(archive);
  await inTransaction(office.db, async (db) => {
    await lockProject(db, projectId);
    const now = office.now();
    if (!(await addArchive(db, handover.id, { hash, byteCount, madeAt: now }))) return;
    await appendEntry(db, projectId, now, journalActor(found.value), { kind: "archiveMade", handoverId: handover.id, number, hash, byteCount });
  });
  return ok(archive);
}
