// The economy of a project in one page: what a home costs a month, whether the plan adds up, and what would happen if. Computed here, as the browser does.
import type { FinancingContent } from "../../app/domain/documents/financing/content";
import { checkPlan, type FinancingFinding } from "../../app/domain/documents/financing/checks";
import { figuresOf, type Figures } from "../../app/domain/documents/financing/figures";
import { monthOf, type Month } from "../../app/domain/documents/financing/monthly";
import { readPlan } from "../../app/domain/documents/financing/reading";
import type { KeptRate } from "../../app/domain/documents/financing/rates";
import { builtInScenarios, changeOf, outcomeOf, type BuiltInScenario } from "../../app/domain/documents/financing/scenarios";
import type { Ore, Thousandths } from "../../app/domain/money";
import type { DocumentId, ProjectId } from "../../app/domain/ids";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { listDocuments } from "../../db/document";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import { groundNow } from "../financing-ground";
import type { Office } from "../office";
import { contentNow } from "../sync/freeze";
import type { Visitor } from "../visitor";

/** `monthly`: what the first home of each kind would cost a month, by the place of that home. */
export type ScenarioLine = { readonly scenario: BuiltInScenario; readonly rateUp: Thousandths; readonly price: Ore; readonly debt: Ore; readonly asOwnMoney: Ore; readonly once: Ore; readonly holds: boolean; readonly monthly: readonly Ore[] };

export type EconomyPage = {
  readonly projectId: ProjectId;
  readonly mayEdit: boolean;
  /** Null when nobody has begun it. */
  readonly plan: null | {
    readonly documentId: DocumentId; readonly figures: Figures; readonly month: Month; readonly findings: readonly FinancingFinding[];
    readonly scenarios: readonly ScenarioLine[]; readonly rates: readonly KeptRate[];
  };
};

/** Refuses: signInNeeded, notFound (no member, or a role that may not read the group's economy), contentIncomplete. */
export async function economyPage(office: Office, visitor: Visitor | null, { projectId }: { readonly projectId: ProjectId }): Promise<Result<EconomyPage>> {
  const actor = await actorIn(office.db, visitor, projectId);
  if (!actor.ok) return actor;
  const project = may(actor.value, "read", { thing: "groupEconomy" }) ? await findProject(office.db, projectId) : null;
  if (!project) return refuse({ code: "notFound" });
  const mayEdit = may(actor.value, "edit", { thing: "groupEconomy" });
  const document = (await listDocuments(office.db, projectId)).find((each) => each.kind === "financing");
  if (!document) return ok({ projectId, mayEdit, plan: null });
  const now = await contentNow(office.db, document.id);
  if (!now.ok) return now;
  const { ground, known, rates } = groundNow(office, project);
  const plan = readPlan(now.value.content as FinancingContent);
  const figures = figuresOf(plan, ground);
  const scenarios = builtInScenarios.map((scenario): ScenarioLine => {
    const change = changeOf(scenario, plan, ground);
    const outcome = outcomeOf(plan, change, ground, figures);
    return {
      scenario, rateUp: change.rateUp ?? 0, price: outcome.figures.price, debt: outcome.figures.debt, asOwnMoney: outcome.asOwnMoney, once: outcome.once, holds: outcome.holds,
      monthly: outcome.month.units.map((unit) => unit.total),
    };
  });
  return ok({
    projectId, mayEdit, plan: { documentId: document.id, figures, month: monthOf(plan, figures, 1), findings: checkPlan(plan, figures, ground, known), scenarios, rates },
  });
}
