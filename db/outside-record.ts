// What happened, or was decided, somewhere else and is kept here: the day, the decider, the case number, and who registered it.
import type { Annex } from "../app/domain/annex";
import type { Ground } from "../app/domain/grounds/ground";
import type { MembershipId, MilestoneId, OutsideRecordId, ProjectId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import type { Day, Instant } from "../app/domain/time";
import type { Db } from "./connect";
import { readAnnex, writtenAnnex } from "./submission";
import type { Tx } from "./transaction";

export type OutsideRecord = {
  readonly id: OutsideRecordId;
  readonly day: Day;
  /** Who decided, as they are called; null for an event nobody decides. */
  readonly decider: string | null;
  readonly caseNumber: string | null;
  /** The last day an appeal can be made (klagefrist). */
  readonly appealDay: Day | null;
  /** When what was decided runs out. */
  readonly expiresDay: Day | null;
  /** Where the decision itself is kept: the number of the letter in the archive of whoever decided. */
  readonly documentReference: string | null;
  readonly note: string;
  /** What the rules said when it was registered; null where none was asked. */
  readonly grounds: readonly Ground[] | null;
  /** What went along: what those who shall live there say. */
  readonly annex: Annex | null;
};

export type StoredRecord = OutsideRecord & {
  readonly registeredByName: string;
  readonly registeredByRole: Role;
  readonly registeredAt: Instant;
  /** When the milestone was reopened and this no longer counted; null while it does. */
  readonly setAsideAt: Instant | null;
};

/** [P34] What people wrote in it, for the hash the journal keeps. */
export function recordWords({ decider, appealDay, expiresDay, documentReference, note, grounds, annex }: Omit<OutsideRecord, "id" | "day" | "caseNumber">) {
  return { decider, appealDay, expiresDay, documentReference, note, ...(grounds ? { grounds: JSON.stringify(grounds) } : {}), ...(annex ? { annex: writtenAnnex(annex) } : {}) };
}

/** The milestone must have been read in that project first; at most one record of it counts. */
export async function addOutsideRecord(
  db: Tx, projectId: ProjectId, milestoneId: MilestoneId, record: OutsideRecord, registeredBy: MembershipId, now: Instant,
): Promise<void> {
  await db
    .insertInto("outside_record")
    .values({
      id: record.id, milestone_id: milestoneId, project_id: projectId, day: record.day, decider: record.decider, case_number: record.caseNumber,
      appeal_day: record.appealDay, expires_day: record.expiresDay, document_reference: record.documentReference, note: record.note,
      registered_by: registeredBy, registered_at: now, set_aside_at: null,
      grounds: record.grounds && JSON.stringify(record.grounds), annex: writtenAnnex(record.annex),
    })
    .execute();
}

/** Every record of the milestone, newest first: the first counts unless it was set aside. */
export async function listOutsideRecords(db: Db | Tx, projectId: ProjectId, milestoneId: MilestoneId): Promise<StoredRecord[]> {
  const rows = await db
    .selectFrom("outside_record").innerJoin("membership", "membership.id", "outside_record.registered_by")
    .where("outside_record.project_id", "=", projectId).where("outside_record.milestone_id", "=", milestoneId)
    .selectAll("outside_record").select(["membership.display_name", "membership.role"])
    .orderBy("outside_record.registered_at", "desc").orderBy("outside_record.id").execute();
  return rows.map((row) => ({
    id: row.id, day: row.day, decider: row.decider, caseNumber: row.case_number, appealDay: row.appeal_day, expiresDay: row.expires_day,
    documentReference: row.document_reference, note: row.note,
    grounds: row.grounds === null ? null : (JSON.parse(row.grounds) as Ground[]), annex: readAnnex(row.annex), registeredByName: row.display_name, registeredByRole: row.role,
    registeredAt: row.registered_at, setAsideAt: row.set_aside_at,
  }));
}

/** The one that counts, or null. */
export async function findOutsideRecord(db: Db | Tx, projectId: ProjectId, milestoneId: MilestoneId): Promise<StoredRecord | null> {
  return (await listOutsideRecords(db, projectId, milestoneId)).find((each) => each.setAsideAt === null) ?? null;
}

/** The milestone is reopened: what was registered stays to be read, and counts no more. */
export async function setAsideRecord(db: Tx, projectId: ProjectId, milestoneId: MilestoneId, now: Instant): Promise<void> {
  await db
    .updateTable("outside_record").set({ set_aside_at: now })
    .where("project_id", "=", projectId).where("milestone_id", "=", milestoneId).where("set_aside_at", "is", null).execute();
}
