// The municipality's policy plan, and how this project is anchored in it.
import type { ProjectId } from "../../app/domain/ids";
import { may } from "../../app/domain/permission";
import type { PolicyGoal, PolicyMeasure } from "../../app/domain/policy";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo, type Day } from "../../app/domain/time";
import { findPolicyPlan, listAnchorings } from "../../db/policy";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

export type MeasureShown = Pick<PolicyMeasure, "id" | "summary" | "projectUse"> & {
  readonly title: string;
  readonly isOfficialTitle: boolean;
  readonly isMandatory: boolean;
  /** Goals, strategies and principles it supports, with their texts. */
  readonly goals: readonly PolicyGoal[];
  /** null when the project is not anchored in it. */
  readonly justification: string | null;
};

export type ProjectPolicy = {
  readonly municipality: string;
  /** null when the municipality's plan has not been put in. */
  readonly plan: {
    readonly title: string;
    readonly validFrom: Day;
    readonly validTo: Day;
    readonly commitment: { readonly number: number; readonly title: string; readonly note: string };
    readonly measures: readonly MeasureShown[];
  } | null;
  readonly mayWrite: boolean;
};

/** [M21] Every member may see it: it is what the municipality has published, and why the project exists. Refuses: signInNeeded, notFound. */
export async function projectPolicy(office: Office, visitor: Visitor | null, { projectId }: { projectId: ProjectId }): Promise<Result<ProjectPolicy>> {
  const found = await actorIn(office.db, visitor, projectId);
  if (!found.ok) return found;
  const project = await findProject(office.db, projectId);
  if (!project) return refuse({ code: "notFound" });
  const { municipality } = project;
  const mayWrite = may(found.value, "edit", { thing: "milestones" });
  const stored = await findPolicyPlan(office.db, municipality, dayInOslo(office.now()));
  if (!stored) return ok({ municipality, plan: null, mayWrite });
  const { title, validFrom, validTo, content } = stored;
  const anchorings = await listAnchorings(office.db, projectId, stored.id);
  const goals = [...content.goals, ...content.principles];
  const measures = content.measures.map((each): MeasureShown => ({
    id: each.id, summary: each.summary, projectUse: each.projectUse,
    title: each.officialTitle ?? each.workingTitle,
    isOfficialTitle: each.officialTitle !== null,
    isMandatory: each.anchor === true,
    goals: goals.filter((goal) => each.goals.includes(goal.code) || each.principles.includes(goal.code)),
    justification: anchorings.find((anchoring) => anchoring.measureId === each.id)?.justification ?? null,
  }));
  return ok({ municipality, plan: { title, validFrom, validTo, commitment: content.commitment, measures }, mayWrite });
}
