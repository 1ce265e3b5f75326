// What a project's financing plan is computed with: its model, the rates that hold today, and what is known of services around the clock.
import { checkPlan, type Circumstances } from "../app/domain/documents/financing/checks";
import type { FinancingContent } from "../app/domain/documents/financing/content";
import { figuresOf, type Ground } from "../app/domain/documents/financing/figures";
import { ratesOn, type KeptRate } from "../app/domain/documents/financing/rates";
import { readPlan } from "../app/domain/documents/financing/reading";
import type { ProjectId } from "../app/domain/ids";
import type { Project } from "../app/domain/project";
import { dayInOslo } from "../app/domain/time";
import type { Db } from "../db/connect";
import { findProject } from "../db/project";
import { startingRates } from "../db/reference/rates";
import type { Tx } from "../db/transaction";
import type { Office } from "./office";

export type GroundNow = { readonly ground: Ground; readonly known: Circumstances; readonly rates: readonly KeptRate[] };

/** [F9] Throws when the reference data lacks a rate: a test holds that it does not. */
export function groundNow({ now }: Pick<Office, "now">, { model }: Pick<Project, "model">): GroundNow {
  const found = ratesOn(startingRates, dayInOslo(now()));
  if ("missing" in found) throw new Error(`there is no rate ${found.missing}`);
  // what the services have decided and signed is told here once the staffing plan is a document of its own
  return { ground: { model, rates: found.rates }, known: { decisions: null, isStaffedRoundTheClock: null }, rates: startingRates };
}

/** [F22] Whether it breaks a rule no plan may break: it is not in balance, its debt is above the limit, a cell cannot be read. */
export async function isPlanBroken(db: Db | Tx, office: Pick<Office, "now">, projectId: ProjectId, content: FinancingContent): Promise<boolean> {
  const project = await findProject(db, projectId);
  if (!project) throw new Error("a financing plan stands in no project");
  const { ground, known } = groundNow(office, project);
  const plan = readPlan(content);
  return checkPlan(plan, figuresOf(plan, ground), ground, known).some((each) => each.severity === "error");
}
