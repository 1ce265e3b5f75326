// What a switch of model would do to a project as it stands now, and the hash by which both sides bind themselves to it.
import type { Hash, MilestoneId, ProjectId } from "../app/domain/ids";
import type { MilestoneState } from "../app/domain/milestone";
import { switched, type Switched } from "../app/domain/model-switch";
import { otherModel, type ProjectModel } from "../app/domain/project";
import type { Db } from "../db/connect";
import { hashOf } from "../db/hash";
import type { StoredMilestone } from "../db/milestone";
import { listSwitchChanges } from "../db/milestone-change";
import { milestoneTemplate, templateMilestone } from "../db/reference";
import type { Tx } from "../db/transaction";

export type SwitchPreview = {
  readonly from: ProjectModel;
  readonly to: ProjectModel;
  /** In the order of the milestones; what only stays as the project has chosen is among them. */
  readonly all: readonly Switched<StoredMilestone>[];
  readonly hash: Hash;
};

/** [M76, M77] `milestones`: as they are now, in order. */
export async function switchPreview(db: Db | Tx, project: { readonly id: ProjectId; readonly model: ProjectModel }, milestones: readonly StoredMilestone[]): Promise<SwitchPreview> {
  const [from, to] = [project.model, otherModel(project.model)];
  const returning = await takenOut(db, project.id);
  const all = milestones.flatMap((each) => switched(each, templateMilestone(each.code)?.byModel ?? null, to, returning.get(each.id) ?? null) ?? []);
  const shown = all.map(({ milestone, before, after, kept, isStale }) => ({ code: milestone.code, before, after, kept, isStale }));
  return { from, to, all, hash: hashOf({ from, to, template: milestoneTemplate.version, milestones: shown }) };
}

/** [M77] The state each milestone had when an earlier switch last took it out. */
async function takenOut(db: Db | Tx, projectId: ProjectId): Promise<Map<MilestoneId, MilestoneState>> {
  const out = (await listSwitchChanges(db, projectId)).filter((each) => each.before !== null && each.before.state !== "notRelevant" && each.after.state === "notRelevant");
  return new Map(out.flatMap((each) => (each.before ? [[each.milestoneId, each.before.state] as const] : [])));
}
