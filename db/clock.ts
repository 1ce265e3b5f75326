// What the clocks of a project are computed from, beside its milestones: open conditions, appeal deadlines, and who may not decide what lies there.
import { sql } from "kysely";
import type { OpenCondition } from "../app/domain/clock";
import type { MilestoneId, ProjectId, UserId } from "../app/domain/ids";
import type { Day, Instant } from "../app/domain/time";
import { asked } from "./asked";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

const isNewest = sql<boolean>`submission.number = (select max(later.number) from submission as later where later.milestone_id = submission.milestone_id)`;

const openConditions = asked((db, projectId: string) =>
  db
    .selectFrom("condition")
    .innerJoin("approval", "approval.id", "condition.approval_id")
    .innerJoin("submission", "submission.id", "approval.submission_id")
    .innerJoin("milestone", "milestone.id", "submission.milestone_id")
    .where("approval.project_id", "=", projectId as ProjectId).where("condition.met_at", "is", null)
    .where("milestone.state", "in", ["approved", "approvedWithConditions"]).where(isNewest)
    .orderBy("condition.due_day").orderBy("condition.id")
    .select(["condition.id", "condition.owner_role", "condition.due_day", "approval.decided_at", "submission.milestone_id"]),
);

/** The conditions of approvals that count now and have not been met. */
export async function listOpenConditions(db: Db | Tx, projectId: ProjectId): Promise<OpenCondition[]> {
  return (await openConditions(db, projectId)).map((row) => ({ id: row.id, milestoneId: row.milestone_id, ownerRole: row.owner_role, dueDay: row.due_day, since: row.decided_at }));
}

const appealDays = asked((db, projectId: string) =>
  db
    .selectFrom("outside_record").where("project_id", "=", projectId as ProjectId).where("appeal_day", "is not", null).where("set_aside_at", "is", null)
    .select(["milestone_id", "appeal_day", "registered_at"]),
);

/** The last days for an appeal, of decisions made elsewhere. */
export async function listAppealDays(db: Db | Tx, projectId: ProjectId): Promise<{ milestoneId: MilestoneId; day: Day; since: Instant }[]> {
  return (await appealDays(db, projectId)).flatMap((row) => (row.appeal_day ? [{ milestoneId: row.milestone_id, day: row.appeal_day, since: row.registered_at }] : []));
}

const senders = asked((db, projectId: string) =>
  db
    .selectFrom("submission")
    .innerJoin("milestone", "milestone.id", "submission.milestone_id")
    .innerJoin("membership", "membership.id", "submission.submitted_by")
    .where("submission.project_id", "=", projectId as ProjectId).where("milestone.state", "=", "submitted").where(isNewest)
    .select(["submission.milestone_id", "membership.user_id"]),
);
const preparers = asked((db, projectId: string) =>
  db
    .selectFrom("preparer")
    .innerJoin("submission", "submission.id", "preparer.submission_id")
    .innerJoin("milestone", "milestone.id", "submission.milestone_id")
    .innerJoin("membership", "membership.id", "preparer.membership_id")
    .where("submission.project_id", "=", projectId as ProjectId).where("milestone.state", "=", "submitted").where(isNewest)
    .select(["submission.milestone_id", "membership.user_id"]),
);

/** Who sent in, or is named as having prepared, what lies for decision, milestone by milestone: four eyes (rule M4). */
export async function listSubmitters(db: Db | Tx, projectId: ProjectId): Promise<{ milestoneId: MilestoneId; userId: UserId }[]> {
  return [...(await senders(db, projectId)), ...(await preparers(db, projectId))].map((row) => ({ milestoneId: row.milestone_id, userId: row.user_id }));
}
