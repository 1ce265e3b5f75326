// Submits a milestone for decision: each chosen document is frozen in the same transaction, and those versions are the evidence.
import { annexOf } from "../../app/domain/annex";
import { mayReadFile } from "../../app/domain/attachment";
import { kindOf } from "../../app/domain/documents";
import type { FinancingContent } from "../../app/domain/documents/financing/content";
import { isDisqualified } from "../../app/domain/disqualification";
import type { DocumentId, MembershipId, SubmissionId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { isApproved, submit } from "../../app/domain/milestone";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo } from "../../app/domain/time";
import { readVoice, type TypedVoice } from "../../app/domain/voice";
import { listApprovals } from "../../db/approval";
import { listDisqualifications } from "../../db/disqualification";
import { listAttachments } from "../../db/attachment";
import { findDocument, lockDocument } from "../../db/document";
import { hashOf, textHash } from "../../db/hash";
import { appendEntry } from "../../db/journal";
import { listMembers } from "../../db/membership";
import { moveMilestone } from "../../db/milestone";
import { templateMilestone } from "../../db/reference";
import { addSubmission, listSubmissions } from "../../db/submission";
import { inTransaction } from "../../db/transaction";
import { isPlanBroken } from "../financing-ground";
import { approvedIn, anotherNow, hashesNow, reopenedGrounds, stalenessOf } from "../milestones-now";
import type { Office } from "../office";
import { contentNow, freeze } from "../sync/freeze";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";
import { noteMissed } from "./note-missed";

export type SubmitInput = MilestoneName & {
  /** In the order they are to be read. */
  readonly documentIds: readonly DocumentId[];
  /** The files that go along, by their numbers in the milestone. */
  readonly files?: readonly number[];
  /** Others who have prepared it: they will not decide it. */
  readonly preparers?: readonly MembershipId[];
  /** What those who shall live there say, where they are asked. */
  readonly voice?: TypedVoice;
  /** What the submitter says to those who decide; may be empty. */
  readonly note: string;
};

/**
 * [M2, M7, M59, F22] Refuses: signInNeeded, notFound (also a document this person may not read), notAllowed, wrongState, evidenceMissing,
 * contentIncomplete, financingBroken, disqualified (who sends it in, or one they name as having prepared it), invalidInput.
 */
export async function submitMilestone(office: Office, visitor: Visitor | null, input: SubmitInput): Promise<Result<{ number: number }>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const { projectId } = input;
    const documentIds = [...new Set(input.documentIds)];
    const submissions = await listSubmissions(db, projectId, milestone.id);
    const now = office.now();
    const before = submissions[0]?.evidence ?? [];
    const hashes = await hashesNow(db, projectId, before.map((each) => each.documentId));
    const conditions = (await listApprovals(db, projectId, milestone.id)).filter((each) => each.submissionId === submissions[0]?.id).flatMap((each) => each.conditions);
    const reopened = isApproved(milestone.state) ? await reopenedGrounds(db, projectId, milestone) : [];
    const another = await anotherNow(db, projectId, milestone.id, submissions[0]?.submittedAt);
    const holds = isApproved(milestone.state) && stalenessOf(approvedIn(submissions[0]), hashes, conditions, reopened, dayInOslo(now), another).length === 0;
    const declared = await listDisqualifications(db, projectId, milestone.id);
    const named = [...new Set(input.preparers ?? [])].filter((each) => each !== actor.membershipId);
    const preparers = (await listMembers(db, projectId)).filter((each) => named.includes(each.id));
    const tooClose = [actor, ...preparers.map(({ id: membershipId, userId }) => ({ membershipId, userId }))].some((each) => isDisqualified(each, declared));
    const numbers = [...new Set(input.files ?? [])].sort((one, other) => one - other);
    const next = submit(milestone, actor, [...documentIds, ...numbers], holds, tooClose);
    if (!next.ok) return next;
    const lying = numbers.length === 0 ? [] : (await listAttachments(db, projectId)).filter((each) => each.milestoneId === milestone.id && each.removed === null && mayReadFile(milestone, actor, each));
    const chosen = numbers.flatMap((number) => lying.find((each) => each.number === number) ?? []);
    // taken away, or replaced, while the form was open
    if (chosen.length !== numbers.length) return refuse({ code: "invalidInput", fields: { file: "notAChoice" } });
    const voice = readVoice(templateMilestone(milestone.code)?.affectsHome === true, input.voice);
    if (!voice.ok) return voice;
    if (preparers.length !== named.length) return refuse({ code: "invalidInput", fields: { preparer: "notAChoice" } });
    await noteMissed(db, milestone, now);

    // all documents are held, in one order for everybody, and read before anything is written: what refuses leaves nothing behind
    for (const documentId of [...documentIds].sort()) {
      await lockDocument(db, documentId);
      const document = await findDocument(db, projectId, documentId);
      if (!document || !may(actor, "read", { thing: kindOf(document.kind).thing })) return refuse({ code: "notFound" });
      const content = await contentNow(db, documentId);
      if (!content.ok) return content;
      if (document.kind === "financing" && (await isPlanBroken(db, office, projectId, content.value.content as FinancingContent))) return refuse({ code: "financingBroken" });
    }
    const evidence = [];
    for (const documentId of documentIds) {
      const frozen = await freeze(db, office, { projectId, documentId, reason: "submitted", name: null, madeBy: journalActor(actor) });
      if (!frozen.ok) throw new Error(`a held document could not be frozen: ${frozen.refusal.code}`);
      const { id: versionId, number, hash } = frozen.value;
      evidence.push({ documentId, versionId, number, hash });
    }
    const submission = {
      id: office.newId<SubmissionId>(), milestoneId: milestone.id, number: (submissions[0]?.number ?? 0) + 1, submittedBy: actor.membershipId,
      submittedByUser: actor.userId, submittedAt: now, evidence, files: chosen.map((each) => ({ attachmentId: each.id, hash: each.hash })),
    };
    const annex = annexOf({ voice: voice.value });
    if (!(await moveMilestone(db, milestone, next.value, now, null))) throw new Error("a held milestone changed state");
    await addSubmission(db, projectId, { ...submission, annex }, input.note.trim(), preparers.map((each) => each.id));
    await appendEntry(db, projectId, now, journalActor(actor), {
      kind: "milestoneSubmitted", milestoneId: milestone.id, code: milestone.code, submissionId: submission.id, number: submission.number, evidence,
      ...(submission.files.length > 0 ? { files: submission.files } : {}),
      ...(annex ? { annexHash: hashOf(annex) } : {}),
      ...(preparers.length > 0 ? { preparers: preparers.map((each) => each.id) } : {}), textHash: textHash({ note: input.note.trim() }),
    });
    return ok({ number: submission.number });
  });
}
