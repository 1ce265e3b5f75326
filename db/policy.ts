// Policy plans of municipalities, and how projects are anchored in their measures. A plan is reference data until a project is anchored in
// it; from then on it stands in the database, where an administrator may fill in its official titles.
import type { MilestoneId, ProjectId } from "../app/domain/ids";
import type { Anchoring, MilestoneAnchoring, PolicyContent, PolicyPlan } from "../app/domain/policy";
import type { Day, Instant } from "../app/domain/time";
import type { Db } from "./connect";
import { policyPlans } from "./reference";
import type { Tx } from "./transaction";

/** The plan in force there that day; the newest when there are several. */
export async function findPolicyPlan(db: Db | Tx, municipality: string, day: Day): Promise<PolicyPlan | null> {
  const place = placeName(municipality);
  const row = await db
    .selectFrom("policy_plan")
    .where("municipality", "=", place).where("valid_from", "<=", day).where("valid_to", ">=", day)
    .orderBy("valid_from", "desc").orderBy("id").limit(1).selectAll().executeTakeFirst();
  if (!row) return policyPlans.find((each) => each.municipality === place && each.validFrom <= day && each.validTo >= day) ?? null;
  const { id, title, valid_from: validFrom, valid_to: validTo } = row;
  return { id, municipality: row.municipality, title, validFrom, validTo, content: JSON.parse(row.content) as PolicyContent };
}

export async function listAnchorings(db: Db | Tx, projectId: ProjectId, policyPlanId: string): Promise<Anchoring[]> {
  const rows = await db
    .selectFrom("anchoring").where("project_id", "=", projectId).where("policy_plan_id", "=", policyPlanId)
    .orderBy("measure_id").select(["measure_id", "justification"]).execute();
  return rows.map((row) => ({ measureId: row.measure_id, justification: row.justification }));
}

/** Writes the justification, or writes it anew. The project must have been read first. */
export async function putAnchoring(db: Tx, projectId: ProjectId, plan: PolicyPlan, { measureId, justification }: Anchoring): Promise<void> {
  await keepPlan(db, plan);
  await db
    .insertInto("anchoring")
    .values({ project_id: projectId, policy_plan_id: plan.id, measure_id: measureId, justification })
    .onConflict((conflict) => conflict.columns(["project_id", "policy_plan_id", "measure_id"]).doUpdateSet({ justification }))
    .execute();
}

/** What one milestone is anchored in, or each of the project's; measures first. What was taken away is not among it. */
export async function listMilestoneAnchorings(
  db: Db | Tx, projectId: ProjectId, policyPlanId: string, milestoneId?: MilestoneId,
): Promise<(MilestoneAnchoring & { readonly milestoneId: MilestoneId })[]> {
  let query = db
    .selectFrom("milestone_anchoring").where("project_id", "=", projectId).where("policy_plan_id", "=", policyPlanId).where("ended_at", "is", null)
    .orderBy("target_kind", "desc").orderBy("target").select(["milestone_id", "target_kind", "target", "justification"]);
  if (milestoneId) query = query.where("milestone_id", "=", milestoneId);
  return (await query.execute()).map((row) => ({ milestoneId: row.milestone_id, kind: row.target_kind, target: row.target, justification: row.justification }));
}

/** Writes it, or writes it anew. The milestone must have been read in that project first. */
export async function putMilestoneAnchoring(db: Tx, projectId: ProjectId, milestoneId: MilestoneId, plan: PolicyPlan, { kind, target, justification }: MilestoneAnchoring): Promise<void> {
  await keepPlan(db, plan);
  await db
    .insertInto("milestone_anchoring")
    .values({ project_id: projectId, milestone_id: milestoneId, policy_plan_id: plan.id, target_kind: kind, target, justification, ended_at: null })
    .onConflict((conflict) => conflict.columns(["milestone_id", "policy_plan_id", "target_kind", "target"]).doUpdateSet({ justification, ended_at: null }))
    .execute();
}

/** False when it is not there. */
export async function endMilestoneAnchoring(db: Tx, projectId: ProjectId, milestoneId: MilestoneId, planId: string, { kind, target }: Pick<MilestoneAnchoring, "kind" | "target">, now: Instant): Promise<boolean> {
  const done = await db
    .updateTable("milestone_anchoring").set({ ended_at: now })
    .where("project_id", "=", projectId).where("milestone_id", "=", milestoneId).where("policy_plan_id", "=", planId).where("target_kind", "=", kind).where("target", "=", target)
    .where("ended_at", "is", null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** From the first time somebody is anchored in it, the plan stands in the database. */
async function keepPlan(db: Tx, plan: PolicyPlan): Promise<void> {
  await db
    .insertInto("policy_plan")
    .values({
      id: plan.id, municipality: plan.municipality, title: plan.title, valid_from: plan.validFrom, valid_to: plan.validTo,
      content: JSON.stringify(plan.content),
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** "Drammen kommune" and "Drammen" are one municipality. */
function placeName(municipality: string): string {
  return municipality.trim().replace(/\s+kommune$/i, "");
}
