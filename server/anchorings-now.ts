// What milestones are anchored in, with the names the municipality's plan gives it: one reading for pages and papers alike.
import type { MilestoneId, ProjectId } from "../app/domain/ids";
import { anchorTargets, type MilestoneAnchoring, type PolicyPlan } from "../app/domain/policy";
import { dayInOslo, type Instant } from "../app/domain/time";
import type { Project } from "../app/domain/project";
import type { Db } from "../db/connect";
import { findPolicyPlan, listMilestoneAnchorings } from "../db/policy";
import type { Tx } from "../db/transaction";

export type NamedAnchoring = MilestoneAnchoring & { readonly title: string };
export type AnchoringsNow = { readonly plan: PolicyPlan | null; readonly anchorings: readonly NamedAnchoring[] };

/** [M81] In the plan's order; none where the municipality's plan has not been put in. */
export async function anchoringsNow(db: Db | Tx, project: Pick<Project, "municipality"> & { readonly id: ProjectId }, milestoneId: MilestoneId, now: Instant): Promise<AnchoringsNow> {
  const plan = await findPolicyPlan(db, project.municipality, dayInOslo(now));
  if (!plan) return { plan, anchorings: [] };
  const written = await listMilestoneAnchorings(db, project.id, plan.id, milestoneId);
  const anchorings = anchorTargets(plan.content).flatMap(({ kind, target, title }): NamedAnchoring[] => {
    const found = written.find((each) => each.kind === kind && each.target === target);
    return found ? [{ kind, target, title, justification: found.justification }] : [];
  });
  return { plan, anchorings };
}
