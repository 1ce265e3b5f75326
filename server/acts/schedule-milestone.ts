// Sets the days of a milestone: when it was planned, when it is expected now, and when something in it runs out.
import { journalActor } from "../../app/domain/journal";
import { schedule, type Days } from "../../app/domain/milestone";
import { ok, refuse, type Result } from "../../app/domain/result";
import { appendEntry } from "../../db/journal";
import { setDays } from "../../db/milestone";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";

export type ScheduleInput = MilestoneName & Days;

/** [M9] Refuses: signInNeeded, notFound, notAllowed, wrongState, changedMeanwhile. The same days again change nothing and are no entry. */
export async function scheduleMilestone(office: Office, visitor: Visitor | null, input: ScheduleInput): Promise<Result<Days>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const { plannedDay, expectedDay, expiresDay } = input;
    const days = schedule(milestone, actor, { plannedDay, expectedDay, expiresDay });
    if (!days.ok) return days;
    const same = plannedDay === milestone.plannedDay && expectedDay === milestone.expectedDay && expiresDay === milestone.expiresDay;
    if (same) return ok(days.value);
    if (!(await setDays(db, milestone, days.value))) return refuse({ code: "changedMeanwhile" });
    await appendEntry(db, input.projectId, office.now(), journalActor(actor), {
      kind: "milestoneScheduled", milestoneId: milestone.id, code: milestone.code, planned: plannedDay, expected: expectedDay, expires: expiresDay,
    });
    return ok(days.value);
  });
}
