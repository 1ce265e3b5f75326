// The project says that it does not need a milestone, with a reason; or takes it in again.
import { definedOf, leaveOut, takeIn } from "../../app/domain/definition";
import type { MilestoneState } from "../../app/domain/milestone";
import { ok, type Result } from "../../app/domain/result";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";
import { writeChange } from "./shape-milestones";

/** [M69] Refuses: signInNeeded, notFound, and what leaveOut refuses. */
export async function leaveOutMilestone(office: Office, visitor: Visitor | null, input: MilestoneName & { readonly reason: string }): Promise<Result<MilestoneState>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const next = leaveOut(milestone, actor, input.reason);
    if (!next.ok) return next;
    const before = definedOf(milestone);
    const after = { ...before, state: next.value, leftOutFrom: milestone.state };
    await writeChange(db, office, actor, office.now(), { kind: "leftOut", milestone, before, after, reason: input.reason.trim() });
    return ok(next.value);
  });
}

/** [M69] Refuses: signInNeeded, notFound, and what takeIn refuses. */
export async function takeInMilestone(office: Office, visitor: Visitor | null, input: MilestoneName): Promise<Result<MilestoneState>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const next = takeIn(milestone, actor);
    if (!next.ok) return next;
    const before = definedOf(milestone);
    await writeChange(db, office, actor, office.now(), { kind: "takenIn", milestone, before, after: { ...before, state: next.value, leftOutFrom: null }, reason: "" });
    return ok(next.value);
  });
}
