// Milestones: the rows, the lock that puts deeds on one milestone in line, and the guarded change of state.
import type { Defined } from "../app/domain/definition";
import type { Hash, MilestoneId, ProjectId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import type { Days, Milestone, MilestoneState } from "../app/domain/milestone";
import type { EvidenceKind } from "../app/domain/template";
import type { Day, Instant } from "../app/domain/time";
import { asked } from "./asked";
import type { Db } from "./connect";
import { hashOf } from "./hash";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

/** A milestone with its place in the list, and what the project has changed in it (null: as the template says). */
export type StoredMilestone = Milestone & { readonly position: number } & Pick<Defined, "title" | "easyRead" | "evidenceKinds" | "afterCode" | "beforeCode" | "leftOutFrom">;

/** As the template lays it out: nothing in it is the project's own. */
export const asInTemplate = { title: null, easyRead: null, evidenceKinds: null, afterCode: null, beforeCode: null, leftOutFrom: null } as const;

export async function addMilestones(db: Tx, milestones: readonly StoredMilestone[]): Promise<void> {
  const rows = milestones.map((each) => ({
    id: each.id, project_id: each.projectId, code: each.code, position: each.position, phase: each.phase, kind: each.kind,
    prepared_by: JSON.stringify(each.preparedBy), decided_by: JSON.stringify(each.decidedBy), decide_order: each.decideOrder, state: each.state, state_since: each.stateSince,
    planned_day: each.plannedDay, expected_day: each.expectedDay, reached_day: each.reachedDay, expires_day: each.expiresDay, ...ownColumns(each),
  }));
  await db.insertInto("milestone").values(rows).execute();
}

const inProject = asked((db, projectId: string) => db.selectFrom("milestone").where("project_id", "=", projectId as ProjectId).selectAll().orderBy("phase").orderBy("position").orderBy("code"));

/** [M72] What the journal keeps of the milestones as they were laid out: everything but their days and how far they have come. */
export function definitionsHash(milestones: readonly StoredMilestone[]): Hash {
  return hashOf([...milestones].sort((left, right) => (left.code < right.code ? -1 : 1)).map((each) => ({
    code: each.code, phase: each.phase, position: each.position, kind: each.kind, preparedBy: each.preparedBy, decidedBy: each.decidedBy, decideOrder: each.decideOrder,
    title: each.title, easyRead: each.easyRead, evidenceKinds: each.evidenceKinds, afterCode: each.afterCode, beforeCode: each.beforeCode, leftOutFrom: each.leftOutFrom,
  })));
}

/** By phase, and in it in the order people have put them. */
export async function listMilestones(db: Db | Tx, projectId: ProjectId): Promise<StoredMilestone[]> {
  return (await inProject(db, projectId)).map(fromRow);
}

export async function findMilestone(db: Db | Tx, projectId: ProjectId, code: string): Promise<StoredMilestone | null> {
  const row = await db.selectFrom("milestone").where("project_id", "=", projectId).where("code", "=", code).selectAll().executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The milestone, held until this transaction ends: what is then read about it (decisions, submissions) stays true. */
export async function lockMilestone(db: Tx, projectId: ProjectId, code: string): Promise<StoredMilestone | null> {
  const row = await db
    .updateTable("milestone").set((eb) => ({ state: eb.ref("state") })).where("project_id", "=", projectId).where("code", "=", code)
    .returningAll().executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** All of them, held until this transaction ends. */
export async function lockMilestones(db: Tx, projectId: ProjectId): Promise<StoredMilestone[]> {
  await db.updateTable("milestone").set((eb) => ({ state: eb.ref("state") })).where("project_id", "=", projectId).execute();
  return listMilestones(db, projectId);
}

/** Moves it from the state it was read in; false when it is not in that state any more. `since` is untouched when the state stays. */
export async function moveMilestone(
  db: Tx, milestone: Milestone, to: MilestoneState, now: Instant, reachedDay: Day | null, expiresDay: Day | null = milestone.expiresDay,
): Promise<boolean> {
  const done = await db
    .updateTable("milestone")
    .set({ state: to, state_since: to === milestone.state ? milestone.stateSince : now, reached_day: reachedDay, expires_day: expiresDay })
    .where("id", "=", milestone.id).where("project_id", "=", milestone.projectId).where("state", "=", milestone.state)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** False when its state has changed since it was read. */
export async function setDays(db: Tx, milestone: Milestone, days: Days): Promise<boolean> {
  const done = await db
    .updateTable("milestone").set({ planned_day: days.plannedDay, expected_day: days.expectedDay, expires_day: days.expiresDay })
    .where("id", "=", milestone.id).where("project_id", "=", milestone.projectId).where("state", "=", milestone.state)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Writes what it is now; false when its state has changed since it was read. */
export async function setDefinition(db: Tx, milestone: Milestone, next: Defined, now: Instant): Promise<boolean> {
  const done = await db
    .updateTable("milestone")
    .set({
      kind: next.kind, prepared_by: JSON.stringify(next.preparedBy), decided_by: JSON.stringify(next.decidedBy), decide_order: next.decideOrder, state: next.state,
      state_since: next.state === milestone.state ? milestone.stateSince : now, reached_day: next.reachedDay, ...ownColumns(next),
    })
    .where("id", "=", milestone.id).where("project_id", "=", milestone.projectId).where("state", "=", milestone.state)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** The project must be held. */
export async function setPosition(db: Tx, projectId: ProjectId, id: MilestoneId, position: number): Promise<void> {
  await db.updateTable("milestone").set({ position }).where("id", "=", id).where("project_id", "=", projectId).execute();
}

type Own = Pick<Defined, "title" | "easyRead" | "evidenceKinds" | "afterCode" | "beforeCode" | "leftOutFrom">;

function ownColumns({ title, easyRead, evidenceKinds, afterCode, beforeCode, leftOutFrom }: Own) {
  return { title, easy_read: easyRead, evidence_kinds: evidenceKinds && JSON.stringify(evidenceKinds), after_code: afterCode, before_code: beforeCode, left_out_from: leftOutFrom };
}

function fromRow(row: Row<"milestone">): StoredMilestone {
  return {
    id: row.id as MilestoneId, projectId: row.project_id, code: row.code, position: row.position, phase: row.phase, kind: row.kind,
    title: row.title, easyRead: row.easy_read, evidenceKinds: row.evidence_kinds === null ? null : (JSON.parse(row.evidence_kinds) as EvidenceKind[]),
    afterCode: row.after_code, beforeCode: row.before_code, leftOutFrom: row.left_out_from, state: row.state, preparedBy: JSON.parse(row.prepared_by) as Role[], decidedBy: JSON.parse(row.decided_by) as Role[],
    decideOrder: row.decide_order,
    plannedDay: row.planned_day, expectedDay: row.expected_day, reachedDay: row.reached_day, expiresDay: row.expires_day,
    stateSince: row.state_since,
  };
}
