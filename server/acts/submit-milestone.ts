// Submits a milestone for decision: each chosen document is frozen in the same transaction, and those versions are the evidence.
import { kindOf } from "../../app/domain/documents";
import type { DocumentId, SubmissionId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { isApproved, submit } from "../../app/domain/milestone";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { findDocument, lockDocument } from "../../db/document";
import { textHash } from "../../db/hash";
import { appendEntry } from "../../db/journal";
import { moveMilestone } from "../../db/milestone";
import { addSubmission, listSubmissions } from "../../db/submission";
import { inTransaction } from "../../db/transaction";
import { hashesNow, standingOf } from "../milestones-now";
import type { Office } from "../office";
import { contentNow, freeze } from "../sync/freeze";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";

export type SubmitInput = MilestoneName & {
  /** In the order they are to be read. */
  readonly documentIds: readonly DocumentId[];
  /** What the submitter says to those who decide; may be empty. */
  readonly note: string;
};

/**
 * [M2, M7] Refuses: signInNeeded, notFound (also a document this person may not read), notAllowed, wrongState, evidenceMissing,
 * contentIncomplete.
 */
export async function submitMilestone(office: Office, visitor: Visitor | null, input: SubmitInput): Promise<Result<{ number: number }>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const { projectId } = input;
    const documentIds = [...new Set(input.documentIds)];
    const submissions = await listSubmissions(db, projectId, milestone.id);
    const before = submissions[0]?.evidence ?? [];
    const holds = isApproved(milestone.state) && standingOf(before, await hashesNow(db, projectId, before.map((each) => each.documentId))) === "holds";
    const next = submit(milestone, actor, documentIds, holds);
    if (!next.ok) return next;

    // all documents are held, in one order for everybody, and read before anything is written: what refuses leaves nothing behind
    for (const documentId of [...documentIds].sort()) {
      await lockDocument(db, documentId);
      const document = await findDocument(db, projectId, documentId);
      if (!document || !may(actor, "read", { thing: kindOf(document.kind).thing })) return refuse({ code: "notFound" });
      const content = await contentNow(db, documentId);
      if (!content.ok) return content;
    }
    const evidence = [];
    for (const documentId of documentIds) {
      const frozen = await freeze(db, office, { projectId, documentId, reason: "submitted", name: null, madeBy: journalActor(actor) });
      if (!frozen.ok) throw new Error(`a held document could not be frozen: ${frozen.refusal.code}`);
      const { id: versionId, number, hash } = frozen.value;
      evidence.push({ documentId, versionId, number, hash });
    }
    const now = office.now();
    const submission = {
      id: office.newId<SubmissionId>(), milestoneId: milestone.id, number: (submissions[0]?.number ?? 0) + 1, submittedBy: actor.membershipId,
      submittedByUser: actor.userId, submittedAt: now, evidence,
    };
    if (!(await moveMilestone(db, milestone, next.value, now, null))) throw new Error("a held milestone changed state");
    await addSubmission(db, projectId, submission, input.note.trim());
    await appendEntry(db, projectId, now, journalActor(actor), {
      kind: "milestoneSubmitted", milestoneId: milestone.id, code: milestone.code, submissionId: submission.id, number: submission.number, evidence,
      textHash: textHash({ note: input.note.trim() }),
    });
    return ok({ number: submission.number });
  });
}
