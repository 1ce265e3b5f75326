// The page where a milestone is anchored: what it answers in the municipality's plan, and what else it could.
import { mayShape } from "../../app/domain/definition";
import { subjectOf } from "../../app/domain/milestone";
import { may } from "../../app/domain/permission";
import { anchorTargets } from "../../app/domain/policy";
import { ok, refuse, type Result } from "../../app/domain/result";
import { findMilestone } from "../../db/milestone";
import { listAnchorings } from "../../db/policy";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { anchoringsNow } from "../anchorings-now";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [M81] Whoever reads the milestone reads why; board and coordinator write. Refuses: signInNeeded, notFound, notAllowed. */
export async function anchoringForm(office: Office, visitor: Visitor | null, { projectId, code }: MilestoneName) {
  const { db } = office;
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  const project = await findProject(db, projectId);
  const milestone = await findMilestone(db, projectId, code);
  if (!project || !milestone || !may(found.value, "see", subjectOf(milestone))) return refuse({ code: "notFound" });
  if (!may(found.value, "read", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  const { plan, anchorings } = await anchoringsNow(db, project, milestone.id, office.now());
  const ofProject = plan ? await listAnchorings(db, projectId, plan.id) : [];
  return ok({
    code, title: milestoneText(milestone, project.model, visitor?.language ?? "nb").title,
    municipality: project.municipality,
    plan: plan && { title: plan.title, validFrom: plan.validFrom, validTo: plan.validTo },
    anchorings,
    /** What it is not anchored in yet. `ofProject`: why the project as a whole answers it, where somebody has written that. */
    others: plan
      ? anchorTargets(plan.content)
          .filter((each) => !anchorings.some((one) => one.kind === each.kind && one.target === each.target))
          .map((each) => ({ ...each, ofProject: each.kind === "measure" ? (ofProject.find((one) => one.measureId === each.target)?.justification ?? null) : null }))
      : [],
    mayWrite: milestone.state !== "notRelevant" && mayShape(found.value),
  });
}

export type AnchoringFormView = Awaited<ReturnType<typeof anchoringForm>> extends Result<infer View> ? View : never;
