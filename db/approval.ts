// Decisions on submissions, and the conditions they carry.
import { sql } from "kysely";
import type { Approval, Condition } from "../app/domain/approval";
import type { Ground } from "../app/domain/grounds/ground";
import type { ApprovalId, ConditionId, Hash, MilestoneId, ProjectId, SubmissionId, UserId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import type { Day, Instant } from "../app/domain/time";
import type { Db } from "./connect";
import { hashOf } from "./hash";
import { proofIn } from "./presence-proof";
import type { Tx } from "./transaction";

/** `missedAt`: when the journal was told that its day had passed without it. */
export type StoredCondition = Condition & { readonly metAt: Instant | null; readonly missedAt: Instant | null };
export type StoredApproval = Approval & {
  readonly decidedByName: string;
  readonly decidedByUser: UserId;
  readonly decidedForName: string | null;
  readonly conditions: readonly StoredCondition[];
};

/** [P6] The hash the journal names: over everything that was decided, so that no column of it can be changed unseen. */
export function decisionHash(approval: Approval, conditions: readonly Condition[]): Hash {
  const { id, submissionId, decision, decidedBy, decidedByRole, decidedFor, decidedAt, authority, remark, shown, grounds, proof } = approval;
  return hashOf({
    id, submissionId, decision, decidedBy, decidedByRole, decidedAt, authority, remark, shown,
    // what was decided before proofs were asked for had neither: its hash stays what it was
    ...(proof ? { decidedFor, proof } : {}),
    ...(grounds ? { grounds } : {}),
    conditions: conditions.map((each) => ({ id: each.id, text: each.text, ownerRole: each.ownerRole, dueDay: each.dueDay })),
  });
}

/** False when that role has decided this submission already. The submission must have been read in that project first. */
export async function addApproval(db: Tx, projectId: ProjectId, approval: Approval, conditions: readonly Condition[]): Promise<boolean> {
  const added = await db
    .insertInto("approval")
    .values({
      id: approval.id, project_id: projectId, submission_id: approval.submissionId, decision: approval.decision, decided_by: approval.decidedBy,
      decided_by_role: approval.decidedByRole, decided_for: approval.decidedFor, decided_at: approval.decidedAt, authority: approval.authority,
      remark: approval.remark, shown: JSON.stringify(approval.shown), grounds: approval.grounds && JSON.stringify(approval.grounds), proof_method: approval.proof?.method ?? null,
      proved_at: approval.proof?.provedAt ?? null,
    })
    .onConflict((conflict) => conflict.columns(["submission_id", "decided_by_role"]).doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) return false;
  if (conditions.length === 0) return true;
  const rows = conditions.map((each, position) => ({
    id: each.id, approval_id: approval.id, position, text: each.text, owner_role: each.ownerRole, due_day: each.dueDay, met_at: null, missed_at: null,
  }));
  await db.insertInto("condition").values(rows).execute();
  return true;
}

/** Every decision on the milestone's submissions, oldest first, with its conditions: two queries. */
export async function listApprovals(db: Db | Tx, projectId: ProjectId, milestoneId: MilestoneId): Promise<StoredApproval[]> {
  const rows = await approvals(db, projectId).where("submission.milestone_id", "=", milestoneId).execute();
  const conditions = await conditionsOf(db, projectId).where("submission.milestone_id", "=", milestoneId).execute();
  return rows.map((row) => fromRow(row, conditions));
}

/** [P6] Every decision of the project, by its id, as it stands in the tables now. */
export async function listDecisionHashes(db: Db | Tx, projectId: ProjectId): Promise<Map<ApprovalId, Hash>> {
  const rows = await approvals(db, projectId).execute();
  const conditions = await conditionsOf(db, projectId).execute();
  const all = rows.map((row) => fromRow(row, conditions));
  return new Map(all.map((each) => [each.id, decisionHash(each, each.conditions)]));
}

/** For the list: which roles have decided the newest submission of each milestone. */
export async function listDecidedRoles(db: Db | Tx, projectId: ProjectId): Promise<Map<MilestoneId, Role[]>> {
  const rows = await newest(approvals(db, projectId)).execute();
  const byMilestone = new Map<MilestoneId, Role[]>();
  for (const row of rows) byMilestone.set(row.milestone_id, [...(byMilestone.get(row.milestone_id) ?? []), row.decided_by_role]);
  return byMilestone;
}

/** For the list: the conditions of each milestone's newest submission that are not met yet. */
export async function listUnmet(db: Db | Tx, projectId: ProjectId): Promise<Map<MilestoneId, StoredCondition[]>> {
  const rows = await newest(conditionsOf(db, projectId)).where("condition.met_at", "is", null).execute();
  const byMilestone = new Map<MilestoneId, StoredCondition[]>();
  for (const row of rows) byMilestone.set(row.milestone_id, [...(byMilestone.get(row.milestone_id) ?? []), conditionFrom(row)]);
  return byMilestone;
}

/** A condition an approval stands on whose day has passed, and which the journal has not been told about yet. */
export type Missed = {
  readonly id: ConditionId; readonly approvalId: ApprovalId; readonly projectId: ProjectId; readonly milestoneId: MilestoneId; readonly code: string;
  readonly ownerRole: Role; readonly dueDay: Day;
};

/** In every project, or in one. */
export async function listMissed(db: Db | Tx, today: Day, projectId?: ProjectId): Promise<Missed[]> {
  let query = newest(db
    .selectFrom("condition").innerJoin("approval", "approval.id", "condition.approval_id").innerJoin("submission", "submission.id", "approval.submission_id"))
    .innerJoin("milestone", "milestone.id", "submission.milestone_id")
    .where("milestone.state", "in", ["approved", "approvedWithConditions"])
    .where("condition.met_at", "is", null).where("condition.missed_at", "is", null).where("condition.due_day", "<", today)
    .select(["condition.id", "condition.approval_id", "approval.project_id", "milestone.id as milestone_id", "milestone.code", "condition.owner_role", "condition.due_day"])
    .orderBy("approval.project_id").orderBy("condition.due_day").orderBy("condition.id");
  if (projectId) query = query.where("approval.project_id", "=", projectId);
  return (await query.execute()).map((row) => ({
    id: row.id, approvalId: row.approval_id, projectId: row.project_id, milestoneId: row.milestone_id, code: row.code, ownerRole: row.owner_role, dueDay: row.due_day,
  }));
}

/** True for exactly one of those who note it at once, and only while it is not met. */
export async function markMissed(db: Tx, id: ConditionId, now: Instant): Promise<boolean> {
  const done = await db
    .updateTable("condition").set({ missed_at: now }).where("id", "=", id).where("met_at", "is", null).where("missed_at", "is", null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** False when it was met already. The condition must have been read in its project first. */
export async function markMet(db: Tx, id: ConditionId, now: Instant): Promise<boolean> {
  const done = await db.updateTable("condition").set({ met_at: now }).where("id", "=", id).where("met_at", "is", null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

function approvals(db: Db | Tx, projectId: ProjectId) {
  return db
    .selectFrom("approval")
    .innerJoin("submission", "submission.id", "approval.submission_id")
    .innerJoin("membership", "membership.id", "approval.decided_by")
    .leftJoin("membership as absent", "absent.id", "approval.decided_for")
    .where("approval.project_id", "=", projectId)
    .selectAll("approval").select(["submission.milestone_id", "membership.display_name", "membership.user_id", "absent.display_name as absent_name"])
    .orderBy("approval.decided_at").orderBy("approval.id");
}

function conditionsOf(db: Db | Tx, projectId: ProjectId) {
  return db
    .selectFrom("condition")
    .innerJoin("approval", "approval.id", "condition.approval_id")
    .innerJoin("submission", "submission.id", "approval.submission_id")
    .where("approval.project_id", "=", projectId)
    .selectAll("condition").select("submission.milestone_id")
    .orderBy("condition.approval_id").orderBy("condition.position");
}

/** Only what belongs to the newest submission of its milestone. */
function newest<Query extends { where(condition: ReturnType<typeof sql<boolean>>): Query }>(query: Query): Query {
  return query.where(sql<boolean>`submission.number = (select max(later.number) from submission as later where later.milestone_id = submission.milestone_id)`);
}

type ApprovalRow = Awaited<ReturnType<ReturnType<typeof approvals>["execute"]>>[number];
type ConditionRow = Awaited<ReturnType<ReturnType<typeof conditionsOf>["execute"]>>[number];

function fromRow(row: ApprovalRow, conditions: readonly ConditionRow[]): StoredApproval {
  return {
    id: row.id, submissionId: row.submission_id as SubmissionId, decision: row.decision, decidedBy: row.decided_by,
    decidedByRole: row.decided_by_role, decidedByName: row.display_name, decidedByUser: row.user_id, decidedFor: row.decided_for, decidedForName: row.absent_name,
    decidedAt: row.decided_at, authority: row.authority, remark: row.remark, shown: JSON.parse(row.shown) as Hash[],
    grounds: groundsIn(row.grounds),
    proof: proofIn(row),
    conditions: conditions.filter((each) => each.approval_id === row.id).map(conditionFrom),
  };
}

/** What is no JSON any more is read as nothing, which is not what was decided: its hash tells. */
function groundsIn(text: string | null): readonly Ground[] | null {
  if (text === null) return null;
  try {
    return JSON.parse(text) as Ground[];
  } catch {
    return [];
  }
}

function conditionFrom(row: ConditionRow): StoredCondition {
  return { id: row.id, text: row.text, ownerRole: row.owner_role, dueDay: row.due_day, metAt: row.met_at, missedAt: row.missed_at };
}
