// Submissions and their evidence: frozen versions, each with the hash that was submitted.
import { sql } from "kysely";
import type { Annex } from "../app/domain/annex";
import type { Attachment } from "../app/domain/attachment";
import type { DocumentKindName } from "../app/domain/documents/kind";
import type { DocumentId, Hash, MembershipId, MilestoneId, ProjectId, SubmissionId, UserId, VersionId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import type { Evidence, Submission, SubmittedFile } from "../app/domain/milestone";
import type { RemovedFile } from "../app/domain/staleness";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import { hashOf } from "./hash";
import type { Tx } from "./transaction";

/** The hash a decision names of what went along beside the texts. What is no JSON any more was not what was sent. */
export function annexHash(annex: string | null): Hash | null {
  if (annex === null) return null;
  try {
    return hashOf(JSON.parse(annex));
  } catch {
    return hashOf({ unreadable: annex });
  }
}

/** As it is kept; null where nothing goes along. */
export function writtenAnnex(annex: Annex | null): string | null {
  return annex && JSON.stringify(annex);
}

/** What has been spoilt in the table is told by the proof, and read as nothing. */
export function readAnnex(annex: string | null): Annex | null {
  if (annex === null) return null;
  try {
    return JSON.parse(annex) as Annex;
  } catch {
    return null;
  }
}

/** A piece of evidence with the document it froze, and where in that document's log it was frozen. */
export type StoredEvidence = Evidence & {
  readonly documentId: DocumentId;
  readonly documentKind: DocumentKindName;
  readonly documentTitle: string;
  readonly versionNumber: number;
  readonly frozenAt: Instant;
  readonly seq: number;
};

/** A file as it went along: what it was called, and whether it has been taken away since. */
export type StoredFile = SubmittedFile & Pick<Attachment, "number" | "type" | "name" | "kind" | "byteCount" | "addedBy"> & { readonly removed: RemovedFile | null };

export type StoredSubmission = Omit<Submission, "evidence" | "files" | "preparers"> & {
  readonly preparers: readonly { readonly membershipId: MembershipId; readonly userId: UserId; readonly name: string }[];
  readonly evidence: readonly StoredEvidence[];
  readonly files: readonly StoredFile[];
  readonly note: string;
  readonly annex: Annex | null;
  readonly submittedByName: string;
  readonly submittedByRole: Role;
};

/** The milestone must have been read in that project first. */
export async function addSubmission(
  db: Tx, projectId: ProjectId, submission: Omit<Submission, "submittedByUser" | "preparers" | "annexHash"> & { readonly annex: Annex | null }, note: string, preparers: readonly MembershipId[] = [],
): Promise<void> {
  await db
    .insertInto("submission")
    .values({
      id: submission.id, project_id: projectId, milestone_id: submission.milestoneId, number: submission.number,
      submitted_by: submission.submittedBy, submitted_at: submission.submittedAt, note, annex: writtenAnnex(submission.annex),
    })
    .execute();
  const rows = submission.evidence.map((each, position) => ({
    submission_id: submission.id, position, version_id: each.versionId, hash: each.hash, noted_hash: each.hash,
  }));
  if (rows.length > 0) await db.insertInto("evidence").values(rows).execute();
  const files = submission.files.map((each, position) => ({ submission_id: submission.id, position, attachment_id: each.attachmentId, hash: each.hash }));
  if (files.length > 0) await db.insertInto("submission_file").values(files).execute();
  if (preparers.length === 0) return;
  await db.insertInto("preparer").values(preparers.map((each) => ({ submission_id: submission.id, membership_id: each }))).execute();
}

/** Every submission of the milestone, newest first, with its evidence and files in order and its preparers: four queries however many there are. */
export async function listSubmissions(db: Db | Tx, projectId: ProjectId, milestoneId: MilestoneId): Promise<StoredSubmission[]> {
  const submissions = await db
    .selectFrom("submission").innerJoin("membership", "membership.id", "submission.submitted_by")
    .where("submission.project_id", "=", projectId).where("submission.milestone_id", "=", milestoneId)
    .selectAll("submission").select(["membership.display_name", "membership.role", "membership.user_id"])
    .orderBy("submission.number", "desc").execute();
  const evidence = await withDocuments(db, projectId).where("submission.milestone_id", "=", milestoneId).execute();
  const files = await withFiles(db, projectId).where("submission.milestone_id", "=", milestoneId).execute();
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
    annex: readAnnex(row.annex), annexHash: annexHash(row.annex),
    evidence: evidence.filter((each) => each.submission_id === row.id).map(evidenceFrom),
    files: files.filter((each) => each.submission_id === row.id).map(fileFrom),
  }));
}

/** The evidence of the newest submission of each milestone in the project, by milestone: one query for the whole list. */
export async function listNewestEvidence(db: Db | Tx, projectId: ProjectId): Promise<Map<MilestoneId, StoredEvidence[]>> {
  const rows = await withDocuments(db, projectId).where(isNewest).execute();
  const byMilestone = new Map<MilestoneId, StoredEvidence[]>();
  for (const row of rows) byMilestone.set(row.milestone_id, [...(byMilestone.get(row.milestone_id) ?? []), evidenceFrom(row)]);
  return byMilestone;
}

/** What has been taken away since of the files of each milestone's newest submission: one query for the whole list. */
export async function listRemovedFiles(db: Db | Tx, projectId: ProjectId): Promise<Map<MilestoneId, RemovedFile[]>> {
  const rows = await withFiles(db, projectId).where("attachment.removed_at", "is not", null).where(isNewest).execute();
  const byMilestone = new Map<MilestoneId, RemovedFile[]>();
  for (const row of rows) byMilestone.set(row.milestone_id, [...(byMilestone.get(row.milestone_id) ?? []), ...(fileFrom(row).removed ? [fileFrom(row).removed as RemovedFile] : [])]);
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

/** What went along with each of these; those with which nothing did are left out. */
export async function listAnnexes(db: Db | Tx, projectId: ProjectId, ids: readonly SubmissionId[]): Promise<Map<SubmissionId, Annex>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("submission").where("project_id", "=", projectId).where("id", "in", ids).select(["id", "annex"]).execute();
  return new Map(rows.flatMap(({ id, annex }) => (readAnnex(annex) ? [[id, readAnnex(annex) as Annex] as const] : [])));
}

/** The milestone a submission is about; null when the project has no such submission. */
export async function findSubmissionMilestone(db: Db | Tx, projectId: ProjectId, submissionId: SubmissionId): Promise<MilestoneId | null> {
  const row = await db.selectFrom("submission").where("id", "=", submissionId).where("project_id", "=", projectId).select("milestone_id").executeTakeFirst();
  return row?.milestone_id ?? null;
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

function withFiles(db: Db | Tx, projectId: ProjectId) {
  return db
    .selectFrom("submission_file")
    .innerJoin("submission", "submission.id", "submission_file.submission_id")
    .innerJoin("attachment", "attachment.id", "submission_file.attachment_id")
    .innerJoin("membership", "membership.id", "attachment.added_by").leftJoin("membership as remover", "remover.id", "attachment.removed_by")
    .where("submission.project_id", "=", projectId)
    .select([
      "submission_file.submission_id", "submission_file.attachment_id", "submission_file.hash", "submission.milestone_id", "attachment.number", "attachment.type",
      "attachment.name", "attachment.kind", "attachment.byte_count", "attachment.removed_at", "attachment.replaced_by", "attachment.added_by",
      "membership.display_name", "membership.user_id", "membership.role", "remover.display_name as remover_name", "remover.role as remover_role",
    ])
    .orderBy("submission_file.submission_id").orderBy("submission_file.position");
}

function fileFrom(row: Awaited<ReturnType<ReturnType<typeof withFiles>["execute"]>>[number]): StoredFile {
  const { number } = row;
  return {
    attachmentId: row.attachment_id, hash: row.hash, number, type: row.type, name: row.name, kind: row.kind, byteCount: row.byte_count,
    addedBy: { membershipId: row.added_by, userId: row.user_id, name: row.display_name, role: row.role },
    removed: row.removed_at === null ? null : { number, replaced: row.replaced_by !== null, since: row.removed_at, byName: row.remover_name ?? "", byRole: row.remover_role ?? row.role },
  };
}

type EvidenceRow = Awaited<ReturnType<ReturnType<typeof withDocuments>["execute"]>>[number];

function evidenceFrom(row: EvidenceRow): StoredEvidence {
  return {
    versionId: row.version_id, hash: row.hash, documentId: row.document_id, documentKind: row.kind, documentTitle: row.title,
    versionNumber: row.version_number, frozenAt: row.made_at, seq: row.seq,
  };
}
