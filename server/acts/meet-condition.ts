// Marks a condition of an approval as met: by the role that owns it, or by those who decide the milestone.
import type { ConditionId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { ok, refuse, type Result } from "../../app/domain/result";
import { mayMeet } from "../../app/domain/approval";
import { isApproved } from "../../app/domain/milestone";
import { isMissed } from "../../app/domain/staleness";
import { dayInOslo } from "../../app/domain/time";
import { listApprovals, markMet } from "../../db/approval";
import { appendEntry } from "../../db/journal";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";
import { noteMissed } from "./note-missed";

/** [M11, M33] Met late, it is what was missing: the approval holds again. Refuses: signInNeeded, notFound, notAllowed, changedMeanwhile (it was met already). */
export async function meetCondition(
  office: Office, visitor: Visitor | null, input: MilestoneName & { readonly conditionId: ConditionId },
): Promise<Result<ConditionId>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const approvals = await listApprovals(db, input.projectId, milestone.id);
    const approval = approvals.find((each) => each.conditions.some((condition) => condition.id === input.conditionId));
    const condition = approval?.conditions.find((each) => each.id === input.conditionId);
    if (!approval || !condition) return refuse({ code: "notFound" });
    if (!mayMeet(condition, milestone, actor)) return refuse({ code: "notAllowed" });
    const now = office.now();
    await noteMissed(db, milestone, now);
    const late = isMissed(condition, dayInOslo(now)) && isApproved(milestone.state);
    if (!(await markMet(db, condition.id, now))) return refuse({ code: "changedMeanwhile" });
    await appendEntry(db, input.projectId, now, journalActor(actor), {
      kind: "conditionMet", milestoneId: milestone.id, code: milestone.code, approvalId: approval.id, conditionId: condition.id,
      ...(late ? { late } : {}),
    });
    return ok(condition.id);
  });
}
