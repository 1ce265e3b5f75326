// The list of milestones: by phase, each with its state, who it waits for and since when, what is late and what runs out.
import { mayShape } from "../../app/domain/definition";
import { isReached } from "../../app/domain/milestone";
import type { ProjectId } from "../../app/domain/ids";
import { phaseStandings } from "../../app/domain/outlook";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo, type Day } from "../../app/domain/time";
import { expiry, lateness, waitingFor } from "../../app/domain/waiting";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import { milestoneText } from "../milestone-text";
import { milestonesNow, type MilestoneNow } from "../milestones-now";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [M10] Refuses: signInNeeded, notFound, notAllowed. The number of queries does not grow with the milestones. */
export async function milestoneList(office: Office, visitor: Visitor | null, { projectId }: { readonly projectId: ProjectId }) {
  const found = await actorIn(office.db, visitor, projectId);
  if (!found.ok) return found;
  if (!may(found.value, "see", { thing: "milestones" })) return refuse({ code: "notAllowed" });
  const project = await findProject(office.db, projectId);
  if (!project) return refuse({ code: "notFound" });
  const today = dayInOslo(office.now());
  const all = await milestonesNow(office.db, projectId, today);
  const relevant = all.filter((each) => each.state !== "notRelevant");
  const rows = relevant.map((each) => rowOf(each, milestoneText(each, project.model, visitor?.language ?? "nb").title, today));
  return ok({
    phases: phaseStandings(relevant).map((phase) => ({ ...phase, milestones: rows.filter((row) => row.phase === phase.phase) })),
    /** What lies with somebody now: first what waits for an answer, then what is only under way; the longest wait first. */
    waiting: rows
      .filter((row) => row.waiting !== null)
      .sort((left, right) => Number(left.state === "underWay") - Number(right.state === "underWay") || (right.waiting?.days ?? 0) - (left.waiting?.days ?? 0)),
    reached: relevant.filter((each) => isReached(each.state)).length,
    total: relevant.length,
    mayShape: mayShape(found.value),
    notRelevant: all
      .filter((each) => each.state === "notRelevant")
      .map((each) => ({ code: each.code, title: milestoneText(each, project.model, visitor?.language ?? "nb").title })),
  });
}

export type MilestoneRow = ReturnType<typeof rowOf>;
export type MilestoneListView = Awaited<ReturnType<typeof milestoneList>> extends Result<infer View> ? View : never;

function rowOf(milestone: MilestoneNow, title: string, today: Day) {
  const { code, phase, kind, state, plannedDay, expectedDay, reachedDay, expiresDay, standing, reasons, openConditions } = milestone;
  return {
    code, title, phase, kind, state, plannedDay, expectedDay, reachedDay, expiresDay, standing, openConditions,
    waiting: waitingFor(milestone, milestone.decidedRoles, standing, today, reasons),
    lateness: lateness(milestone, today),
    expiry: expiry(expiresDay, today),
  };
}
