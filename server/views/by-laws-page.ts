// The check of the by-laws of a project: each point with its section, how it is answered and by whom, and what this person may answer.
import { isByLawFact } from "../../app/domain/grounds/bylaw-facts";
import { byLawPoints, byLawsAnswered, mostMunicipalHomes, shareRange } from "../../app/domain/grounds/bylaws";
import { numberIn, specOf } from "../../app/domain/grounds/fact";
import { subjectOf } from "../../app/domain/milestone";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { findMilestone } from "../../db/milestone";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { factsNow } from "../facts-now";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [M62, M63] Refuses: signInNeeded, notFound (also for a milestone without by-laws), notAllowed (whoever sees only a summary). */
export async function byLawsPage({ db }: Pick<Office, "db">, visitor: Visitor | null, { projectId, code }: MilestoneName) {
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  const actor = found.value;
  const project = await findProject(db, projectId);
  const spec = specOf("bylawsContent");
  const milestone = code === spec.code ? await findMilestone(db, projectId, code) : null;
  if (!project || !milestone || !may(actor, "see", subjectOf(milestone))) return refuse({ code: "notFound" });
  if (!may(actor, "read", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  const facts = await factsNow(db, projectId);
  const answered = byLawsAnswered(facts, project.homeCount);
  return ok({
    code, title: milestoneText(milestone, project.model, visitor?.language ?? "nb").title, statedBy: spec.statedBy,
    mayState: may(actor, "state", { thing: "fact", ...spec }) && milestone.state !== "notRelevant",
    points: byLawPoints.map(({ point, statute }, index) => {
      const fact = isByLawFact(point) ? facts.get(point) : undefined;
      return {
        point, statute: statute.replaceAll(" ", "\u00a0"), answer: answered[index]?.answer ?? null, isComputed: !isByLawFact(point),
        said: fact?.by ? { note: fact.note, name: fact.by.name, role: fact.by.role, at: fact.at } : null,
      };
    }),
    /** What the two computed points are computed from. */
    from: { shareAmount: numberIn(facts, "shareAmount"), municipalHomes: numberIn(facts, "municipalHomes"), homeCount: project.homeCount, mostHomes: mostMunicipalHomes(project.homeCount), ...shareRange },
  });
}

export type ByLawsPageView = Awaited<ReturnType<typeof byLawsPage>> extends Result<infer View> ? View : never;
