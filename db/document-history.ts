// Who changed a document last, and what its versions have been used for.
import type { DocumentId, MilestoneId, ProjectId, UserId, VersionId } from "../app/domain/ids";
import type { MilestoneState } from "../app/domain/milestone";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

/** The newest edit still in the log; after it is shortened, when that was done is all that is left. `userId` null: the server itself. */
export async function findLastChange(db: Db | Tx, documentId: DocumentId): Promise<{ at: Instant; userId: UserId | null } | null> {
  const edit = await db
    .selectFrom("document_update").where("document_id", "=", documentId).orderBy("seq", "desc").limit(1)
    .select(["written_at", "author_id"]).executeTakeFirst();
  if (edit) return { at: edit.written_at, userId: edit.author_id };
  const snapshot = await db
    .selectFrom("document_snapshot").where("document_id", "=", documentId).orderBy("seq", "desc").limit(1).select("made_at").executeTakeFirst();
  return snapshot ? { at: snapshot.made_at, userId: null } : null;
}

/** What each person is called in the project, also those who have left it. Their latest membership speaks. */
export async function listDisplayNames(db: Db | Tx, projectId: ProjectId): Promise<Map<UserId, string>> {
  const rows = await db
    .selectFrom("membership").where("project_id", "=", projectId).orderBy("began_at").select(["user_id", "display_name"]).execute();
  return new Map(rows.map((row) => [row.user_id, row.display_name]));
}

/** `outcome`: what came of that submission, or that it still waits; null when it has been followed by a newer one. */
export type VersionUse = {
  readonly versionId: VersionId;
  readonly milestoneId: MilestoneId;
  readonly code: string;
  readonly outcome: Extract<MilestoneState, "submitted" | "approved" | "approvedWithConditions" | "returned"> | null;
};

/** Every submission that a version of this document is evidence in, oldest first. */
export async function listVersionUses(db: Db | Tx, projectId: ProjectId, documentId: DocumentId): Promise<VersionUse[]> {
  const rows = await db
    .selectFrom("evidence")
    .innerJoin("version", "version.id", "evidence.version_id")
    .innerJoin("submission", "submission.id", "evidence.submission_id")
    .innerJoin("milestone", "milestone.id", "submission.milestone_id")
    .where("submission.project_id", "=", projectId).where("version.document_id", "=", documentId)
    .select(["evidence.version_id", "milestone.id", "milestone.code", "milestone.state", "submission.number"])
    .select((select) => select
      .selectFrom("submission as later").whereRef("later.milestone_id", "=", "milestone.id").select((each) => each.fn.max("later.number").as("n")).as("newest"))
    .orderBy("submission.submitted_at").orderBy("submission.id").execute();
  return rows.map((row) => ({
    versionId: row.version_id, milestoneId: row.id, code: row.code, outcome: row.number === row.newest ? outcomeOf(row.state) : null,
  }));
}

function outcomeOf(state: MilestoneState): VersionUse["outcome"] {
  return state === "submitted" || state === "approved" || state === "approvedWithConditions" || state === "returned" ? state : null;
}
