// Adds a milestone of the project's own, with a code in a range no template uses.
import { addOwn, nextOwnCode, type Defined, type Definition } from "../../app/domain/definition";
import type { MilestoneId, ProjectId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import type { Phase } from "../../app/domain/project";
import { ok, type Result } from "../../app/domain/result";
import type { Day } from "../../app/domain/time";
import { appendEntry } from "../../db/journal";
import { addMilestones, listMilestones, type StoredMilestone } from "../../db/milestone";
import { inTransaction } from "../../db/transaction";
import { networkOf } from "../move-in";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";
import { writeChange } from "./shape-milestones";

export type AddMilestoneInput = { readonly projectId: ProjectId; readonly phase: Phase; readonly plannedDay: Day | null } & Definition;

/** [M65] The last in its phase. Refuses: signInNeeded, notFound, and what addOwn refuses. Answers its code. */
export async function addMilestone(office: Office, visitor: Visitor | null, input: AddMilestoneInput): Promise<Result<{ code: string }>> {
  return inTransaction(office.db, async (db) => {
    const { projectId, phase, plannedDay, title, easyRead, kind, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode } = input;
    const found = await holdProject(db, visitor, projectId);
    if (!found.ok) return found;
    // held, so that two who add at once get a code each
    const all = await listMilestones(db, projectId);
    const code = nextOwnCode(all.map((each) => each.code));
    const definition: Definition = { title, easyRead, kind, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode };
    const added = addOwn(code, found.value, definition, networkOf([...all, { code, afterCode, beforeCode }]));
    if (!added.ok) return added;
    const now = office.now();
    const after: Defined = { ...definition, state: "notStarted", reachedDay: null, leftOutFrom: null };
    const milestone: StoredMilestone = {
      ...after, id: office.newId<MilestoneId>(), projectId, code, phase, position: Math.max(-1, ...all.map((each) => each.position)) + 1, stateSince: now,
      plannedDay, expectedDay: null, expiresDay: null,
    };
    await addMilestones(db, [milestone]);
    await writeChange(db, office, found.value, now, { kind: "added", milestone, before: null, after, reason: "" });
    if (plannedDay) {
      await appendEntry(db, projectId, now, journalActor(found.value), { kind: "milestoneScheduled", milestoneId: milestone.id, code, planned: plannedDay, expected: null, expires: null });
    }
    return ok({ code });
  });
}
