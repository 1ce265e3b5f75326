// What somebody who decides sees: the frozen evidence itself, what changed since last time, earlier remarks, and whether they may decide.
import { kindOf } from "../../app/domain/documents";
import type { Comparison } from "../../app/domain/documents/comparison";
import type { RichText } from "../../app/domain/documents/rich-text";
import type { DocumentId, Hash, ProjectId } from "../../app/domain/ids";
import { subjectOf } from "../../app/domain/milestone";
import { may, type Actor } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { listApprovals } from "../../db/approval";
import type { Db } from "../../db/connect";
import { findMilestone } from "../../db/milestone";
import { findProject } from "../../db/project";
import { listSubmissions, type StoredEvidence, type StoredSubmission } from "../../db/submission";
import { findVersionById } from "../../db/version";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { compareContent } from "../compare";
import { milestoneText } from "../milestone-text";
import { hashesNow } from "../milestones-now";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** One document to decide about. `sinceLast` is null when it was not part of the submission before. */
export type ShownEvidence = {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly versionNumber: number;
  readonly hash: Hash;
  readonly content: RichText;
  /** The living document says something else by now. Told to whoever may read it; the others see the frozen text only. */
  readonly isWrittenOn: boolean;
  readonly sinceLast: { readonly versionNumber: number; readonly comparison: Comparison } | null;
};

/** [M4, M5] Refuses: signInNeeded, notFound, notAllowed (the role does not decide this milestone, or not all evidence is open to it). */
export async function decisionForm({ db }: Office, visitor: Visitor | null, { projectId, code }: MilestoneName) {
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  const actor = found.value;
  const project = await findProject(db, projectId);
  const milestone = await findMilestone(db, projectId, code);
  if (!project || !milestone || !may(actor, "see", subjectOf(milestone))) return refuse({ code: "notFound" });
  if (!may(actor, "decide", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  const [newest, before] = await listSubmissions(db, projectId, milestone.id);
  const approvals = await listApprovals(db, projectId, milestone.id);
  const onThis = approvals.filter((each) => each.submissionId === newest?.id);
  if (newest && !newest.evidence.every((each) => isOpen(each, actor))) return refuse({ code: "notAllowed" });
  const isOpenNow = newest !== undefined && milestone.state === "submitted" && !onThis.some((each) => each.decidedByRole === actor.role);
  return ok({
    code, title: milestoneText(milestone, project.model, visitor?.language ?? "nb").title,
    kind: milestone.kind, decidedBy: milestone.decidedBy,
    /** "closed": it is not submitted, or has been decided, by others or by this role. */
    state: !isOpenNow ? "closed" : newest.submittedByUser === actor.userId ? "ownSubmission" : "open",
    submission: newest
      ? { number: newest.number, submittedAt: newest.submittedAt, submittedByName: newest.submittedByName, submittedByRole: newest.submittedByRole, note: newest.note }
      : null,
    evidence: newest && isOpenNow ? await shown(db, projectId, actor, newest, before) : [],
    decided: onThis.map(said),
    earlier: approvals.filter((each) => each.submissionId !== newest?.id).map(said).reverse(),
  } as const);
}

export type DecisionFormView = Awaited<ReturnType<typeof decisionForm>> extends Result<infer View> ? View : never;

async function shown(db: Db, projectId: ProjectId, actor: Actor, newest: StoredSubmission, before: StoredSubmission | undefined): Promise<ShownEvidence[]> {
  const contents = async (each: StoredEvidence) => JSON.parse((await findVersionById(db, projectId, each.versionId))?.content ?? "null") as RichText;
  const readable = newest.evidence.filter((each) => may(actor, "read", { thing: kindOf(each.documentKind).thing }));
  const hashes = await hashesNow(db, projectId, readable.map((each) => each.documentId));
  const all: ShownEvidence[] = [];
  for (const each of newest.evidence) {
    const content = await contents(each);
    const earlier = before?.evidence.find((one) => one.documentId === each.documentId && isOpen(one, actor));
    all.push({
      documentId: each.documentId, title: each.documentTitle, versionNumber: each.versionNumber, hash: each.hash, content,
      isWrittenOn: hashes.has(each.documentId) && hashes.get(each.documentId) !== each.hash,
      sinceLast: earlier ? { versionNumber: earlier.versionNumber, comparison: compareContent(await contents(earlier), content) } : null,
    });
  }
  return all;
}

function isOpen(evidence: StoredEvidence, actor: Actor): boolean {
  return may(actor, "readFrozen", { thing: kindOf(evidence.documentKind).thing });
}

function said(approval: Awaited<ReturnType<typeof listApprovals>>[number]) {
  const { id, decision, decidedByName, decidedByRole, decidedAt, authority, remark } = approval;
  return { id, decision, decidedByName, decidedByRole, decidedAt, authority, remark };
}
