// What every change of the template does in the end, inside its transaction: the row, the change beside it, and the entry that tells of both.
import { changedFields, type Defined, type MilestoneChange } from "../../app/domain/definition";
import type { MilestoneChangeId, ModelSwitchId } from "../../app/domain/ids";
import { journalActor, type Entry, type ToldDefinition } from "../../app/domain/journal";
import type { Actor } from "../../app/domain/permission";
import type { Instant } from "../../app/domain/time";
import { textHash } from "../../db/hash";
import { appendEntry } from "../../db/journal";
import { setDefinition, type StoredMilestone } from "../../db/milestone";
import { addChanges, changeHash, nextNumbers } from "../../db/milestone-change";
import type { Tx } from "../../db/transaction";
import type { Office } from "../office";

type ChangeInput = {
  readonly kind: MilestoneChange["kind"]; readonly milestone: StoredMilestone; readonly before: Defined | null; readonly after: Defined; readonly reason: string;
  readonly switchId?: ModelSwitchId;
};

/** How it became, as far as an entry may tell it: nobody's words. */
export function toldDefinition({ kind, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode, title, easyRead }: Defined): ToldDefinition {
  return { milestoneKind: kind, preparedBy, decidedBy, decideOrder, evidenceKinds, afterCode, beforeCode, textHash: textHash({ title, easyRead }) };
}

export function changeOf(
  office: Pick<Office, "newId">, actor: Actor, now: Instant, number: number, { kind, milestone, before, after, reason, switchId }: ChangeInput,
): MilestoneChange {
  return { id: office.newId<MilestoneChangeId>(), milestoneId: milestone.id, number, kind, before, after, reason, madeBy: actor.membershipId, madeAt: now, switchId: switchId ?? null };
}

/** The milestone must be held. Throws when it is not in the state it was read in. */
export async function writeChange(db: Tx, office: Pick<Office, "newId">, actor: Actor, now: Instant, input: ChangeInput): Promise<void> {
  const { milestone, before, after } = input;
  const number = (await nextNumbers(db, milestone.projectId)).get(milestone.id) ?? 1;
  const change = changeOf(office, actor, now, number, input);
  if (before && !(await setDefinition(db, milestone, after, now))) throw new Error("a held milestone changed state");
  await addChanges(db, milestone.projectId, [change]);
  await appendEntry(db, milestone.projectId, now, journalActor(actor), entryOf(change, milestone));
}

function entryOf(change: MilestoneChange, { id: milestoneId, code, phase, position }: StoredMilestone): Entry {
  const { kind, before, after } = change;
  const named = { milestoneId, code, changeId: change.id, changeHash: changeHash(change) };
  if (kind === "added" || !before) return { kind: "milestoneAdded", ...named, phase, position, definition: toldDefinition(after) };
  if (kind === "leftOut") return { kind: "milestoneLeftOut", ...named, from: before.state };
  if (kind === "takenIn") return { kind: "milestoneTakenIn", ...named, to: after.state };
  if (kind === "switched" && change.switchId) {
    return {
      kind: "milestoneSwitched", ...named, switchId: change.switchId, fields: changedFields(before, after), decidedBefore: before.decidedBy, from: before.state, to: after.state,
      definition: toldDefinition(after),
    };
  }
  return { kind: "milestoneChanged", ...named, fields: changedFields(before, after), decidedBefore: before.decidedBy, definition: toldDefinition(after) };
}
