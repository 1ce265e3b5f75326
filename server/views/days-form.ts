// What somebody who changes the days of a milestone sees.
import { isReached, schedule, subjectOf } from "../../app/domain/milestone";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { findMilestone } from "../../db/milestone";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [M9] Refuses: signInNeeded, notFound, notAllowed, wrongState. */
export async function daysForm(office: Office, visitor: Visitor | null, { projectId, code }: MilestoneName) {
  const found = await actorIn(office.db, visitor, projectId);
  if (!found.ok) return found;
  const project = await findProject(office.db, projectId);
  const milestone = await findMilestone(office.db, projectId, code);
  if (!project || !milestone || !may(found.value, "see", subjectOf(milestone))) return refuse({ code: "notFound" });
  const possible = schedule(milestone, found.value, milestone);
  if (!possible.ok) return possible;
  const { plannedDay, expectedDay, expiresDay } = milestone;
  return ok({
    code, title: milestoneText(milestone, project.model, visitor?.language ?? "nb").title, plannedDay, expectedDay, expiresDay,
    /** Then only the day something runs out can change. */
    reached: isReached(milestone.state),
  });
}

export type DaysFormView = Awaited<ReturnType<typeof daysForm>> extends Result<infer View> ? View : never;
