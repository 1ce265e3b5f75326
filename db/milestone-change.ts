// What was changed in the milestones after the template was laid out: how each was, how it became, why, and by whom.
import { sql } from "kysely";
import type { Defined, MilestoneChange } from "../app/domain/definition";
import type { Hash, MilestoneChangeId, MilestoneId, ProjectId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import type { ProjectModel } from "../app/domain/project";
import type { Db } from "./connect";
import { hashOf } from "./hash";
import type { Tx } from "./transaction";

export type StoredChange = MilestoneChange & {
  readonly madeByName: string;
  readonly madeByRole: Role;
  /** Of the switch it was part of. */
  readonly models: { readonly from: ProjectModel; readonly to: ProjectModel } | null;
};

/** [P6] Over all of it, people's words included. */
export function changeHash({ id, milestoneId, number, kind, before, after, reason, madeBy, madeAt, switchId }: MilestoneChange): Hash {
  return hashOf({ id, milestoneId, number, kind, before, after, reason, madeBy, madeAt, switchId });
}

/** The milestones must have been read in that project first. */
export async function addChanges(db: Tx, projectId: ProjectId, changes: readonly MilestoneChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((each) => ({
    id: each.id, project_id: projectId, milestone_id: each.milestoneId, number: each.number, kind: each.kind, before: each.before && JSON.stringify(each.before),
    after: JSON.stringify(each.after), reason: each.reason, made_by: each.madeBy, made_at: each.madeAt, switch_id: each.switchId,
  }));
  await db.insertInto("milestone_change").values(rows).execute();
}

/** Of one milestone, or of all in the project; oldest first. */
export async function listChanges(db: Db | Tx, projectId: ProjectId, milestoneId?: MilestoneId): Promise<StoredChange[]> {
  const query = changes(db, projectId);
  return (await (milestoneId ? query.where("milestone_change.milestone_id", "=", milestoneId) : query).execute()).map(fromRow);
}

function changes(db: Db | Tx, projectId: ProjectId) {
  return db
    .selectFrom("milestone_change").innerJoin("membership", "membership.id", "milestone_change.made_by").leftJoin("model_switch", "model_switch.id", "milestone_change.switch_id")
    .where("milestone_change.project_id", "=", projectId)
    .selectAll("milestone_change").select(["membership.display_name", "membership.role", "model_switch.from_model", "model_switch.to_model"])
    .orderBy("milestone_change.made_at").orderBy("milestone_change.milestone_id").orderBy("milestone_change.number");
}

function fromRow(row: Awaited<ReturnType<ReturnType<typeof changes>["execute"]>>[number]): StoredChange {
  return {
    id: row.id, milestoneId: row.milestone_id, number: row.number, kind: row.kind, before: row.before === null ? null : (JSON.parse(row.before) as Defined),
    after: JSON.parse(row.after) as Defined, reason: row.reason, madeBy: row.made_by, madeAt: row.made_at, switchId: row.switch_id, madeByName: row.display_name,
    madeByRole: row.role, models: row.from_model && row.to_model && { from: row.from_model, to: row.to_model },
  };
}

/** Of every milestone of the project, those made after it was last submitted: what its approval does not know of. */
export async function listChangesSinceSubmission(db: Db | Tx, projectId: ProjectId): Promise<StoredChange[]> {
  const rows = await changes(db, projectId)
    .where(sql<boolean>`milestone_change.made_at > (select max(submission.submitted_at) from submission where submission.milestone_id = milestone_change.milestone_id)`).execute();
  return rows.map(fromRow);
}

/** Those that were part of a switch of model, oldest first. */
export async function listSwitchChanges(db: Db | Tx, projectId: ProjectId): Promise<StoredChange[]> {
  return (await changes(db, projectId).where("milestone_change.kind", "=", "switched").execute()).map(fromRow);
}

/** By milestone, in the order they were made: one query for a whole list. */
export async function changesByMilestone(db: Db | Tx, projectId: ProjectId): Promise<Map<MilestoneId, StoredChange[]>> {
  const byMilestone = new Map<MilestoneId, StoredChange[]>();
  for (const each of await listChanges(db, projectId)) byMilestone.set(each.milestoneId, [...(byMilestone.get(each.milestoneId) ?? []), each]);
  return byMilestone;
}

/** [P6] Every change of the project by its id, as the tables have it now. */
export async function listChangeHashes(db: Db | Tx, projectId: ProjectId): Promise<Map<MilestoneChangeId, Hash>> {
  const rows = await changes(db, projectId).execute();
  return new Map(rows.flatMap((row) => {
    // what cannot even be read is not what the journal was told of
    try {
      return [[row.id, changeHash(fromRow(row))] as const];
    } catch {
      return [];
    }
  }));
}

/** The number of the next change of each milestone that has been changed; those that have not begin at 1. */
export async function nextNumbers(db: Db | Tx, projectId: ProjectId): Promise<Map<MilestoneId, number>> {
  const rows = await db
    .selectFrom("milestone_change").where("project_id", "=", projectId).groupBy("milestone_id")
    .select((eb) => ["milestone_id", eb.fn.max<number>("number").as("last")]).execute();
  return new Map(rows.map((row) => [row.milestone_id, Number(row.last) + 1]));
}
