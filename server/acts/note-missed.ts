// Writes in the journal that a condition was not met when its day had passed, so that the approval is without it: once for each condition.
import { dayInOslo, type Instant } from "../../app/domain/time";
import { listMissed, markMissed } from "../../db/approval";
import { appendEntry } from "../../db/journal";
import { lockMilestone, type StoredMilestone } from "../../db/milestone";
import { lockProject } from "../../db/project";
import { inTransaction, type Tx } from "../../db/transaction";
import type { Office } from "../office";

/** [M33] Those of one milestone, which is held: so the milestone comes before its conditions and these before the journal, for everybody. */
export async function noteMissed(db: Tx, milestone: Pick<StoredMilestone, "id" | "projectId">, now: Instant): Promise<void> {
  for (const each of await listMissed(db, dayInOslo(now), milestone.projectId)) {
    if (each.milestoneId !== milestone.id || !(await markMissed(db, each.id, now))) continue;
    const { id: conditionId, approvalId, milestoneId, code, ownerRole, dueDay } = each;
    await appendEntry(db, milestone.projectId, now, null, { kind: "conditionMissed", milestoneId, code, approvalId, conditionId, ownerRole, dueDay });
  }
}

/** [M33] The daily round: in every project, whether or not anybody looks. Safe to do again. */
export async function noteAllMissed(office: Office): Promise<void> {
  const now = office.now();
  const missed = await listMissed(office.db, dayInOslo(now));
  const milestones = new Map(missed.map((each) => [each.milestoneId, each]));
  for (const { projectId, code } of milestones.values()) {
    await inTransaction(office.db, async (db) => {
      await lockProject(db, projectId);
      const milestone = await lockMilestone(db, projectId, code);
      if (milestone) await noteMissed(db, milestone, now);
    });
  }
}
