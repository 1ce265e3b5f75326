// A file becomes evidence in a milestone, alone or in the place of another: its bytes are on the disk before the row says so.
import { cleanName, mayAttach, mayRemove, type EvidenceType, type HouseholdType } from "../../app/domain/attachment";
import type { AttachmentId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { ok, refuse, type Result } from "../../app/domain/result";
import { looksLikeNationalId } from "../../app/domain/documents/privacy-hints";
import { addAttachment as addRow, countBytes, listAttachments, nameHash, reasonHash, removeAttachment as markRemoved } from "../../db/attachment";
import { appendEntry } from "../../db/journal";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";
import type { ReceivedFile } from "./receive-file";

export type AddAttachmentInput = MilestoneName & {
  readonly received: ReceivedFile;
  readonly type: EvidenceType | HouseholdType;
  /** As the sender's machine calls it. */
  readonly name: string;
  /** A photo that says where it was taken may be added all the same. */
  readonly placeIsFine: boolean;
  /** The number of the attachment it comes in the place of. */
  readonly replaces: number | null;
};

/** [E1-E5, E7] Refuses: signInNeeded, notFound, notAllowed, wrongState, fileRefused (hasPlace, projectFull, diskFull), invalidInput. Keeps the file or drops it. */
export async function addAttachment(office: Office, visitor: Visitor | null, input: AddAttachmentInput): Promise<Result<{ number: number }>> {
  const { incoming, kind, hasPlace } = input.received;
  const name = cleanName(input.name, kind);
  try {
    const { type } = input;
    if (type === "household" || type === "guardianConsent") return refuse({ code: "fileRefused", why: "householdOnly" });
    if (looksLikeNationalId(name)) return refuse({ code: "invalidInput", fields: { file: "looksLikeNationalId" } });
    if (hasPlace && !input.placeIsFine) return refuse({ code: "fileRefused", why: "hasPlace" });
    await office.files.keep(incoming);
    return await noted(office, visitor, { ...input, name, type });
  } catch (fault) {
    if ((fault as { code?: unknown }).code === "ENOSPC") return refuse({ code: "fileRefused", why: "diskFull" });
    throw fault;
  } finally {
    // gone already when it was kept; kept bytes nobody got a row for are the sweep's
    await office.files.drop(incoming);
  }
}

function noted(office: Office, visitor: Visitor | null, { received, type, name, replaces, ...milestoneName }: AddAttachmentInput & { readonly type: EvidenceType }): Promise<Result<{ number: number }>> {
  const { incoming: { hash, byteCount }, kind, hasPlace } = received;
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, milestoneName);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const { projectId } = milestoneName;
    const allowed = mayAttach(milestone, actor);
    if (!allowed.ok) return allowed;
    // held, so that two files at once cannot both be the last that fits
    if ((await countBytes(db, projectId)) + byteCount > office.fileLimits.project) return refuse({ code: "fileRefused", why: "projectFull" });
    const here = (await listAttachments(db, projectId)).filter((each) => each.milestoneId === milestone.id);
    const old = replaces === null ? null : here.find((each) => each.number === replaces);
    if (old === undefined) return refuse({ code: "invalidInput", fields: { replaces: "notAChoice" } });
    const removal = old && mayRemove(milestone, actor, old);
    if (removal && !removal.ok) return removal;
    const same = here.find((each) => each.removed === null && each.hash === hash && each.type === type && each.name === name);
    if (same && !old) return ok({ number: same.number });

    const now = office.now();
    const id = office.newId<AttachmentId>();
    const number = await addRow(db, projectId, {
      id, milestoneId: milestone.id, type, name, kind, hash, byteCount, placeKnownAt: hasPlace ? now : null, addedBy: actor.membershipId, addedAt: now,
    });
    const about = { milestoneId: milestone.id, code: milestone.code };
    await appendEntry(db, projectId, now, journalActor(actor), { kind: "attachmentAdded", ...about, attachmentId: id, number, evidenceType: type, fileHash: hash, byteCount, textHash: nameHash(name) });
    if (old) {
      if (!(await markRemoved(db, projectId, old.id, actor.membershipId, now, "", id))) return refuse({ code: "wrongState" });
      await appendEntry(db, projectId, now, journalActor(actor), {
        kind: "attachmentRemoved", ...about, attachmentId: old.id, number: old.number, evidenceType: old.type, replacedBy: id, textHash: reasonHash(""),
      });
    }
    return ok({ number });
  });
}
