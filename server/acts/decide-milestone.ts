// A role decides a submission: approves, approves with conditions, sends it back or says no; about exactly the hashes that were shown. Every
// decision of a milestone is made here and nowhere else.
import { decide, type Approval, type Condition, type DecisionInput } from "../../app/domain/approval";
import { kindOf } from "../../app/domain/documents";
import type { ApprovalId, ConditionId, DocumentId, Hash } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { contentOf, isApproved, type MilestoneState } from "../../app/domain/milestone";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo } from "../../app/domain/time";
import { addApproval, decisionHash } from "../../db/approval";
import { lockDocument } from "../../db/document";
import { appendEntry } from "../../db/journal";
import { moveMilestone } from "../../db/milestone";
import { listSubmissions } from "../../db/submission";
import { inTransaction, type Tx } from "../../db/transaction";
import { decisionGround } from "../decision-ground";
import type { Office } from "../office";
import { contentNow } from "../sync/freeze";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";
import { noteMovement } from "./note-movement";

/**
 * [M3, M4, M5, M34-M39, M50] Refuses: signInNeeded, notFound, and all that `decide` refuses; notAllowed also when part of the evidence is closed
 * to the role that answers.
 */
export async function decideMilestone(office: Office, visitor: Visitor | null, input: MilestoneName & DecisionInput): Promise<Result<MilestoneState>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const { projectId } = input;
    const [submission] = await listSubmissions(db, projectId, milestone.id);
    if (!submission) return refuse({ code: "wrongState" });
    const now = office.now();
    // with the project held nobody says otherwise what this stands on until it is decided, and with the texts nobody writes in them
    const documentIds = isYes(input.decision) ? submission.evidence.map((each) => each.documentId) : [];
    for (const documentId of [...documentIds].sort()) await lockDocument(db, documentId);
    const ground = await decisionGround(db, visitor, actor, milestone, submission.id, now);
    const next = decide(milestone, submission, actor, ground, input);
    if (!next.ok) return next;
    const { state, seat, proof } = next.value;
    const readable = submission.evidence.every((each) => may(seat, "readFrozen", { thing: kindOf(each.documentKind).thing }));
    if (!readable) return refuse({ code: "notAllowed" });

    const hashes = isApproved(state) ? await hashesOf(db, documentIds) : [];
    const approval: Approval = {
      id: office.newId<ApprovalId>(), submissionId: submission.id, decision: input.decision, decidedBy: actor.membershipId, decidedByRole: seat.role,
      decidedFor: seat.inPlaceOf?.membershipId ?? null, decidedAt: now, authority: input.authority.trim(), remark: input.remark.trim(),
      shown: [...contentOf(submission), ...(ground.stands ? [ground.stands.hash] : [])], grounds: ground.stands?.grounds ?? null, proof,
    };
    const conditions = input.conditions.map((each): Condition => ({ ...each, id: office.newId<ConditionId>(), text: each.text.trim() }));
    if (!(await addApproval(db, projectId, approval, conditions))) return refuse({ code: "changedMeanwhile" });
    const reached = isApproved(state) ? dayInOslo(now) : null;
    if (!(await moveMilestone(db, milestone, state, now, reached))) throw new Error("a held milestone changed state");
    await appendEntry(db, projectId, now, journalActor(actor), {
      kind: "milestoneDecided", milestoneId: milestone.id, code: milestone.code, submissionId: submission.id, approvalId: approval.id,
      decision: approval.decision, role: seat.role, ...(approval.decidedFor ? { inPlaceOf: approval.decidedFor } : {}),
      decisionHash: decisionHash(approval, conditions),
    });
    // a text that moved while it lay for decision is approved as it was submitted, and the journal says at once that it has moved
    for (const [documentId, hash] of hashes) await noteMovement(db, projectId, documentId, hash, now);
    return ok(state);
  });
}

function isYes(decision: DecisionInput["decision"]): boolean {
  return decision === "approved" || decision === "approvedWithConditions";
}

/** The hash each has now; one that cannot be read now is noted another time. */
async function hashesOf(db: Tx, documentIds: readonly DocumentId[]): Promise<[DocumentId, Hash][]> {
  const hashes: [DocumentId, Hash][] = [];
  for (const documentId of documentIds) {
    const content = await contentNow(db, documentId);
    if (content.ok) hashes.push([documentId, content.value.hash]);
  }
  return hashes;
}
