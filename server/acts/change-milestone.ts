// Changes what a milestone is in this project: its name, who prepares and who decides it and in which order, what is asked for, its days.
import { definedOf, redefine, type Definition } from "../../app/domain/definition";
import type { Hash } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { schedule, type Days } from "../../app/domain/milestone";
import { ok, refuse, type Result } from "../../app/domain/result";
import type { EvidenceKind } from "../../app/domain/template";
import { hashOf } from "../../db/hash";
import { appendEntry } from "../../db/journal";
import { listMilestones, setDays, type StoredMilestone } from "../../db/milestone";
import { templateMilestone } from "../../db/reference";
import { inTransaction } from "../../db/transaction";
import { networkOf } from "../move-in";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";
import { writeChange } from "./shape-milestones";

export type ChangeMilestoneInput = MilestoneName & Omit<Definition, "kind"> & Pick<Days, "plannedDay" | "expectedDay"> & {
  /** What the form showed, as definitionHash: somebody else's change in between is not written over. */
  readonly seen: Hash;
};

export function definitionHash(milestone: StoredMilestone): Hash {
  return hashOf({ ...definedOf(milestone), plannedDay: milestone.plannedDay, expectedDay: milestone.expectedDay });
}

/** [M66-M68] Refuses: signInNeeded, notFound, changedMeanwhile, and what redefine and schedule refuse. The same again is no change. */
export async function changeMilestone(office: Office, visitor: Visitor | null, input: ChangeMilestoneInput): Promise<Result<null>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const all = await listMilestones(db, input.projectId);
    const { title, easyRead, preparedBy, decidedBy, decideOrder, afterCode, beforeCode, plannedDay, expectedDay, seen } = input;
    // the template's own list, ticked again, is still the template's
    const usual = templateMilestone(milestone.code)?.evidenceKinds;
    const evidenceKinds = usual && input.evidenceKinds && sameKinds(usual, input.evidenceKinds) ? null : input.evidenceKinds;
    const definition: Definition = { title, easyRead, kind: milestone.kind, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode };
    const changed = redefine(milestone, actor, definition, networkOf(all.map((each) => (each.code === milestone.code ? { ...each, afterCode, beforeCode } : each))));
    if (!changed.ok) return changed;
    const days = schedule(milestone, actor, { plannedDay, expectedDay, expiresDay: milestone.expiresDay });
    if (!days.ok) return days;
    if (seen !== definitionHash(milestone)) return refuse({ code: "changedMeanwhile" });
    const now = office.now();
    if (changed.value.length > 0) {
      const before = definedOf(milestone);
      await writeChange(db, office, actor, now, { kind: "changed", milestone, before, after: { ...before, ...definition }, reason: "" });
    }
    if (plannedDay !== milestone.plannedDay || expectedDay !== milestone.expectedDay) {
      await setDays(db, milestone, days.value);
      await appendEntry(db, input.projectId, now, journalActor(actor), {
        kind: "milestoneScheduled", milestoneId: milestone.id, code: milestone.code, planned: plannedDay, expected: expectedDay, expires: milestone.expiresDay,
      });
    }
    return ok(null);
  });
}

function sameKinds(one: readonly EvidenceKind[], other: readonly EvidenceKind[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}
