// Policy plans of municipalities, and how projects are anchored in their measures. A plan is reference data until a project is anchored in
// it; from then on it stands in the database, where an administrator may fill in its official titles.
import type { ProjectId } from "../app/domain/ids";
import type { Anchoring, PolicyContent, PolicyPlan } from "../app/domain/policy";
import type { Day } from "../app/domain/time";
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
  await db
    .insertInto("policy_plan")
    .values({
      id: plan.id, municipality: plan.municipality, title: plan.title, valid_from: plan.validFrom, valid_to: plan.validTo,
      content: JSON.stringify(plan.content),
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  await db
    .insertInto("anchoring")
    .values({ project_id: projectId, policy_plan_id: plan.id, measure_id: measureId, justification })
    .onConflict((conflict) => conflict.columns(["project_id", "policy_plan_id", "measure_id"]).doUpdateSet({ justification }))
    .execute();
}

/** "Drammen kommune" and "Drammen" are one municipality. */
function placeName(municipality: string): string {
  return municipality.trim().replace(/\s+kommune$/i, "");
}
