// Milestones: the rows, the lock that puts deeds on one milestone in line, and the guarded change of state.
import type { MilestoneId, ProjectId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import type { Days, Milestone, MilestoneState } from "../app/domain/milestone";
import type { Day, Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

/** A milestone with what is only about how it is shown: its place in the list, and a title of its own (null: the template's). */
export type StoredMilestone = Milestone & { readonly position: number; readonly title: string | null };

export async function addMilestones(db: Tx, milestones: readonly StoredMilestone[]): Promise<void> {
  const rows = milestones.map((each) => ({
    id: each.id, project_id: each.projectId, code: each.code, position: each.position, phase: each.phase, kind: each.kind, title: each.title,
    prepared_by: JSON.stringify(each.preparedBy), decided_by: JSON.stringify(each.decidedBy), decide_order: each.decideOrder, state: each.state, state_since: each.stateSince,
    planned_day: each.plannedDay, expected_day: each.expectedDay, reached_day: each.reachedDay, expires_day: each.expiresDay,
  }));
  await db.insertInto("milestone").values(rows).execute();
}

/** In the order of the plan. */
export async function listMilestones(db: Db | Tx, projectId: ProjectId): Promise<StoredMilestone[]> {
  const rows = await db.selectFrom("milestone").where("project_id", "=", projectId).selectAll().orderBy("position").orderBy("code").execute();
  return rows.map(fromRow);
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

function fromRow(row: Row<"milestone">): StoredMilestone {
  return {
    id: row.id as MilestoneId, projectId: row.project_id, code: row.code, position: row.position, phase: row.phase, kind: row.kind,
    title: row.title, state: row.state, preparedBy: JSON.parse(row.prepared_by) as Role[], decidedBy: JSON.parse(row.decided_by) as Role[],
    decideOrder: row.decide_order,
    plannedDay: row.planned_day, expectedDay: row.expected_day, reachedDay: row.reached_day, expiresDay: row.expires_day,
    stateSince: row.state_since,
  };
}
