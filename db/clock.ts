// What the clocks of a project are computed from, beside its milestones: open conditions, appeal deadlines, and who may not decide what lies there.
import { sql } from "kysely";
import type { OpenCondition } from "../app/domain/clock";
import type { MilestoneId, ProjectId, UserId } from "../app/domain/ids";
import type { Day, Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

/** The conditions of approvals that count now and have not been met. */
export async function listOpenConditions(db: Db | Tx, projectId: ProjectId): Promise<OpenCondition[]> {
  const rows = await db
    .selectFrom("condition")
    .innerJoin("approval", "approval.id", "condition.approval_id")
    .innerJoin("submission", "submission.id", "approval.submission_id")
    .innerJoin("milestone", "milestone.id", "submission.milestone_id")
    .where("approval.project_id", "=", projectId).where("condition.met_at", "is", null)
    .where("milestone.state", "in", ["approved", "approvedWithConditions"]).where(isNewest)
    .orderBy("condition.due_day").orderBy("condition.id")
    .select(["condition.id", "condition.owner_role", "condition.due_day", "approval.decided_at", "submission.milestone_id"]).execute();
  return rows.map((row) => ({ id: row.id, milestoneId: row.milestone_id, ownerRole: row.owner_role, dueDay: row.due_day, since: row.decided_at }));
}

/** The last days for an appeal, of decisions made elsewhere. */
export async function listAppealDays(db: Db | Tx, projectId: ProjectId): Promise<{ milestoneId: MilestoneId; day: Day; since: Instant }[]> {
  const rows = await db
    .selectFrom("outside_record").where("project_id", "=", projectId).where("appeal_day", "is not", null).where("set_aside_at", "is", null)
    .select(["milestone_id", "appeal_day", "registered_at"]).execute();
  return rows.flatMap((row) => (row.appeal_day ? [{ milestoneId: row.milestone_id, day: row.appeal_day, since: row.registered_at }] : []));
}

/** Who sent in, or is named as having prepared, what lies for decision, milestone by milestone: four eyes (rule M4). */
export async function listSubmitters(db: Db | Tx, projectId: ProjectId): Promise<{ milestoneId: MilestoneId; userId: UserId }[]> {
  const rows = await db
    .selectFrom("submission")
    .innerJoin("milestone", "milestone.id", "submission.milestone_id")
    .innerJoin("membership", "membership.id", "submission.submitted_by")
    .where("submission.project_id", "=", projectId).where("milestone.state", "=", "submitted").where(isNewest)
    .select(["submission.milestone_id", "membership.user_id"]).execute();
  const named = await db
    .selectFrom("preparer")
    .innerJoin("submission", "submission.id", "preparer.submission_id")
    .innerJoin("milestone", "milestone.id", "submission.milestone_id")
    .innerJoin("membership", "membership.id", "preparer.membership_id")
    .where("submission.project_id", "=", projectId).where("milestone.state", "=", "submitted").where(isNewest)
    .select(["submission.milestone_id", "membership.user_id"]).execute();
  return [...rows, ...named].map((row) => ({ milestoneId: row.milestone_id, userId: row.user_id }));
}

const isNewest = sql<boolean>`submission.number = (select max(later.number) from submission as later where later.milestone_id = submission.milestone_id)`;
