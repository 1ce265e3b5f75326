// Submissions and their evidence: frozen versions, each with the hash that was submitted.
import { sql } from "kysely";
import type { DocumentKindName } from "../app/domain/documents/kind";
import type { DocumentId, Hash, MembershipId, MilestoneId, ProjectId, SubmissionId, UserId, VersionId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import type { Evidence, Submission } from "../app/domain/milestone";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

/** A piece of evidence with the document it froze, and where in that document's log it was frozen. */
export type StoredEvidence = Evidence & {
  readonly documentId: DocumentId;
  readonly documentKind: DocumentKindName;
  readonly documentTitle: string;
  readonly versionNumber: number;
  readonly frozenAt: Instant;
  readonly seq: number;
};

export type StoredSubmission = Omit<Submission, "evidence" | "preparers"> & {
  readonly preparers: readonly { readonly membershipId: MembershipId; readonly userId: UserId; readonly name: string }[];
  readonly evidence: readonly StoredEvidence[];
  readonly note: string;
  readonly submittedByName: string;
  readonly submittedByRole: Role;
};

/** The milestone must have been read in that project first. */
export async function addSubmission(
  db: Tx, projectId: ProjectId, submission: Omit<Submission, "submittedByUser" | "preparers">, note: string, preparers: readonly MembershipId[] = [],
): Promise<void> {
  await db
    .insertInto("submission")
    .values({
      id: submission.id, project_id: projectId, milestone_id: submission.milestoneId, number: submission.number,
      submitted_by: submission.submittedBy, submitted_at: submission.submittedAt, note,
    })
    .execute();
  const rows = submission.evidence.map((each, position) => ({
    submission_id: submission.id, position, version_id: each.versionId, hash: each.hash, noted_hash: each.hash,
  }));
  await db.insertInto("evidence").values(rows).execute();
  if (preparers.length === 0) return;
  await db.insertInto("preparer").values(preparers.map((each) => ({ submission_id: submission.id, membership_id: each }))).execute();
}

/** Every submission of the milestone, newest first, with its evidence in order and its preparers: three queries however many there are. */
export async function listSubmissions(db: Db | Tx, projectId: ProjectId, milestoneId: MilestoneId): Promise<StoredSubmission[]> {
  const submissions = await db
    .selectFrom("submission").innerJoin("membership", "membership.id", "submission.submitted_by")
    .where("submission.project_id", "=", projectId).where("submission.milestone_id", "=", milestoneId)
    .selectAll("submission").select(["membership.display_name", "membership.role", "membership.user_id"])
    .orderBy("submission.number", "desc").execute();
  const evidence = await withDocuments(db, projectId).where("submission.milestone_id", "=", milestoneId).execute();
  const preparers = await db
    .selectFrom("preparer").innerJoin("submission", "submission.id", "preparer.submission_id").innerJoin("membership", "membership.id", "preparer.membership_id")
    .where("submission.project_id", "=", projectId).where("submission.milestone_id", "=", milestoneId)
    .select(["preparer.submission_id", "preparer.membership_id", "membership.user_id", "membership.display_name"]).orderBy("membership.display_name").execute();
  return submissions.map((row) => ({
    preparers: preparers
      .filter((each) => each.submission_id === row.id)
      .map((each) => ({ membershipId: each.membership_id, userId: each.user_id, name: each.display_name })),
    id: row.id, milestoneId: row.milestone_id, number: row.number, submittedBy: row.submitted_by, submittedByUser: row.user_id,
    submittedByName: row.display_name, submittedByRole: row.role, submittedAt: row.submitted_at, note: row.note,
    evidence: evidence.filter((each) => each.submission_id === row.id).map(evidenceFrom),
  }));
}

/** The evidence of the newest submission of each milestone in the project, by milestone: one query for the whole list. */
export async function listNewestEvidence(db: Db | Tx, projectId: ProjectId): Promise<Map<MilestoneId, StoredEvidence[]>> {
  const rows = await withDocuments(db, projectId).where(isNewest).execute();
  const byMilestone = new Map<MilestoneId, StoredEvidence[]>();
  for (const row of rows) byMilestone.set(row.milestone_id, [...(byMilestone.get(row.milestone_id) ?? []), evidenceFrom(row)]);
  return byMilestone;
}

/** The submissions that version is evidence in, oldest first. */
export async function listSubmissionsOf(db: Db | Tx, projectId: ProjectId, versionId: VersionId): Promise<{ readonly submissionId: SubmissionId; readonly milestoneId: MilestoneId }[]> {
  const rows = await db
    .selectFrom("evidence").innerJoin("submission", "submission.id", "evidence.submission_id")
    .where("submission.project_id", "=", projectId).where("evidence.version_id", "=", versionId)
    .orderBy("submission.submitted_at").orderBy("submission.id").select(["submission.id", "submission.milestone_id"]).execute();
  return rows.map((row) => ({ submissionId: row.id, milestoneId: row.milestone_id }));
}

/** A piece of evidence some approval stands on, with the hash the journal was last told about. */
export type Ground = {
  readonly submissionId: SubmissionId;
  readonly position: number;
  readonly milestoneId: MilestoneId;
  readonly code: string;
  readonly documentId: DocumentId;
  readonly approved: Hash;
  readonly noted: Hash;
};

/** The evidence from that document which approvals of the project stand on now. */
export async function listGround(db: Db | Tx, projectId: ProjectId, documentId: DocumentId): Promise<Ground[]> {
  const rows = await withDocuments(db, projectId)
    .innerJoin("milestone", "milestone.id", "submission.milestone_id")
    .where("document.id", "=", documentId).where("milestone.state", "in", ["approved", "approvedWithConditions"]).where(isNewest)
    .select("milestone.code").execute();
  return rows.map((row) => ({
    submissionId: row.submission_id, position: row.position, milestoneId: row.milestone_id, code: row.code, documentId: row.document_id,
    approved: row.hash, noted: row.noted_hash,
  }));
}

/** True for exactly one of those who note the same movement at once. */
export async function noteHash(db: Tx, ground: Ground, now: Hash): Promise<boolean> {
  const done = await db
    .updateTable("evidence").set({ noted_hash: now })
    .where("submission_id", "=", ground.submissionId).where("position", "=", ground.position).where("noted_hash", "=", ground.noted)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

const isNewest = sql<boolean>`submission.number = (select max(later.number) from submission as later where later.milestone_id = submission.milestone_id)`;

function withDocuments(db: Db | Tx, projectId: ProjectId) {
  return db
    .selectFrom("evidence")
    .innerJoin("submission", "submission.id", "evidence.submission_id")
    .innerJoin("version", "version.id", "evidence.version_id")
    .innerJoin("document", "document.id", "version.document_id")
    .where("submission.project_id", "=", projectId)
    .select([
      "evidence.submission_id", "evidence.position", "evidence.version_id", "evidence.hash", "evidence.noted_hash", "submission.milestone_id",
      "version.number as version_number", "version.made_at", "version.seq", "document.id as document_id", "document.kind", "document.title",
    ])
    .orderBy("evidence.submission_id").orderBy("evidence.position");
}

type EvidenceRow = Awaited<ReturnType<ReturnType<typeof withDocuments>["execute"]>>[number];

function evidenceFrom(row: EvidenceRow): StoredEvidence {
  return {
    versionId: row.version_id, hash: row.hash, documentId: row.document_id, documentKind: row.kind, documentTitle: row.title,
    versionNumber: row.version_number, frozenAt: row.made_at, seq: row.seq,
  };
}
