// The milestones as those see them who shape them: in order, phase by phase, with what was left out and why.
import { mayShape } from "../../app/domain/definition";
import type { ProjectId } from "../../app/domain/ids";
import { phases } from "../../app/domain/project";
import { ok, refuse, type Result } from "../../app/domain/result";
import { listMilestones } from "../../db/milestone";
import { changesByMilestone } from "../../db/milestone-change";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [M65, M69, M70] Refuses: signInNeeded, notFound, notAllowed. The number of queries does not grow with the milestones. */
export async function templatePage({ db }: Office, visitor: Visitor | null, { projectId }: { readonly projectId: ProjectId }) {
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  if (!mayShape(found.value)) return refuse({ code: "notAllowed" });
  const project = await findProject(db, projectId);
  if (!project) return refuse({ code: "notFound" });
  const milestones = await listMilestones(db, projectId);
  const changes = await changesByMilestone(db, projectId);
  const rows = milestones.map((each) => {
    const last = changes.get(each.id)?.filter((change) => change.kind === "leftOut").at(-1);
    return {
      code: each.code, phase: each.phase, kind: each.kind, state: each.state, plannedDay: each.plannedDay, expectedDay: each.expectedDay, decidedBy: each.decidedBy,
      title: milestoneText(each, project.model, visitor?.language ?? "nb").title,
      leftOut: each.leftOutFrom !== null && last ? { reason: last.reason, by: last.madeByName, role: last.madeByRole, at: last.madeAt } : null,
    };
  });
  const relevant = rows.filter((each) => each.state !== "notRelevant");
  return ok({
    model: project.model,
    phases: phases.flatMap((phase) => {
      const inPhase = relevant.filter((each) => each.phase === phase);
      return inPhase.length === 0 ? [] : [{ phase, milestones: inPhase }];
    }),
    leftOut: rows.filter((each) => each.leftOut !== null),
    /** What the model does not have; nobody chose that. */
    notInModel: rows.filter((each) => each.state === "notRelevant" && each.leftOut === null),
  });
}

export type TemplatePageView = Awaited<ReturnType<typeof templatePage>> extends Result<infer View> ? View : never;
