// Somebody has begun on a milestone: from not started to under way.
import { journalActor } from "../../app/domain/journal";
import { start, type MilestoneState } from "../../app/domain/milestone";
import { ok, refuse, type Result } from "../../app/domain/result";
import { appendEntry } from "../../db/journal";
import { moveMilestone } from "../../db/milestone";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";

/** [M1] Refuses: signInNeeded, notFound, notAllowed, wrongState, changedMeanwhile. */
export async function startMilestone(office: Office, visitor: Visitor | null, input: MilestoneName): Promise<Result<MilestoneState>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const next = start(milestone, actor);
    if (!next.ok) return next;
    const now = office.now();
    if (!(await moveMilestone(db, milestone, next.value, now, null))) return refuse({ code: "changedMeanwhile" });
    await appendEntry(db, input.projectId, now, journalActor(actor), { kind: "milestoneStarted", milestoneId: milestone.id, code: milestone.code });
    return ok(next.value);
  });
}
