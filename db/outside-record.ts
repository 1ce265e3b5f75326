// What happened, or was decided, somewhere else and is kept here: the day, the decider, the case number, and who registered it.
import type { MembershipId, MilestoneId, ProjectId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import type { Day, Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

export type OutsideRecord = {
  readonly day: Day;
  /** Who decided, as they are called; null for an event nobody decides. */
  readonly decider: string | null;
  readonly caseNumber: string | null;
  /** The last day an appeal can be made (klagefrist). */
  readonly appealDay: Day | null;
  readonly note: string;
};

export type StoredRecord = OutsideRecord & { readonly registeredByName: string; readonly registeredByRole: Role; readonly registeredAt: Instant };

/** The milestone must have been read in that project first; it has at most one record. */
export async function addOutsideRecord(
  db: Tx, projectId: ProjectId, milestoneId: MilestoneId, record: OutsideRecord, registeredBy: MembershipId, now: Instant,
): Promise<void> {
  await db
    .insertInto("outside_record")
    .values({
      milestone_id: milestoneId, project_id: projectId, day: record.day, decider: record.decider, case_number: record.caseNumber,
      appeal_day: record.appealDay, note: record.note, registered_by: registeredBy, registered_at: now,
    })
    .execute();
}

export async function findOutsideRecord(db: Db | Tx, projectId: ProjectId, milestoneId: MilestoneId): Promise<StoredRecord | null> {
  const row = await db
    .selectFrom("outside_record").innerJoin("membership", "membership.id", "outside_record.registered_by")
    .where("outside_record.project_id", "=", projectId).where("outside_record.milestone_id", "=", milestoneId)
    .selectAll("outside_record").select(["membership.display_name", "membership.role"]).executeTakeFirst();
  if (!row) return null;
  return {
    day: row.day, decider: row.decider, caseNumber: row.case_number, appealDay: row.appeal_day, note: row.note,
    registeredByName: row.display_name, registeredByRole: row.role, registeredAt: row.registered_at,
  };
}
