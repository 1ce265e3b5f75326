// Somebody takes a file away from the evidence of a milestone and says why. What was sent in with it stays sent in, and says that it has moved.
import { mayRemove } from "../../app/domain/attachment";
import { journalActor } from "../../app/domain/journal";
import { subjectOf } from "../../app/domain/milestone";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { listAttachments, reasonHash, removeAttachment as markRemoved } from "../../db/attachment";
import { appendEntry } from "../../db/journal";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";

export type RemoveAttachmentInput = MilestoneName & { readonly number: number; readonly reason: string };

/** [E5, E7] Refuses: signInNeeded, notFound, notAllowed, wrongState. */
export async function removeAttachment(office: Office, visitor: Visitor | null, input: RemoveAttachmentInput): Promise<Result<"removed">> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const { projectId } = input;
    const found = (await listAttachments(db, projectId)).find((each) => each.milestoneId === milestone.id && each.number === input.number);
    if (!found || !may(actor, "read", subjectOf(milestone))) return refuse({ code: "notFound" });
    const allowed = mayRemove(milestone, actor, found);
    if (!allowed.ok) return allowed;
    const reason = input.reason.trim();
    const now = office.now();
    if (!(await markRemoved(db, projectId, found.id, actor.membershipId, now, reason, null))) return refuse({ code: "wrongState" });
    await appendEntry(db, projectId, now, journalActor(actor), {
      kind: "attachmentRemoved", milestoneId: milestone.id, code: milestone.code, attachmentId: found.id, number: found.number, evidenceType: found.type, textHash: reasonHash(reason),
    });
    return ok("removed");
  });
}
