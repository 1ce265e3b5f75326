// What somebody who records an event or a decision made elsewhere sees.
import { record, recordDecision, subjectOf } from "../../app/domain/milestone";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { dayInOslo } from "../../app/domain/time";
import { findMilestone } from "../../db/milestone";
import { findProject } from "../../db/project";
import { templateMilestone } from "../../db/reference";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { groundsNow } from "../grounds-now";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { groundLines } from "./ground-lines";

/** [M8] Refuses: signInNeeded, notFound (also for a milestone that is approved here), notAllowed, wrongState. */
export async function recordForm(office: Office, visitor: Visitor | null, { projectId, code }: MilestoneName) {
  const found = await actorIn(office.db, visitor, projectId);
  if (!found.ok) return found;
  const project = await findProject(office.db, projectId);
  const milestone = await findMilestone(office.db, projectId, code);
  if (!project || !milestone || milestone.kind === "approval" || !may(found.value, "see", subjectOf(milestone))) return refuse({ code: "notFound" });
  const possible = milestone.kind === "recordedEvent" ? record(milestone, found.value) : recordDecision(milestone, found.value);
  if (!possible.ok) return possible;
  const { title, decider } = milestoneText(milestone, project.model, visitor?.language ?? "nb");
  const today = dayInOslo(office.now());
  const stands = await groundsNow(office.db, projectId, code, today);
  const grounds = await groundLines(office.db, stands?.grounds ?? [], code, project, visitor?.language ?? "nb");
  return ok({ code, title, decider, kind: milestone.kind, asksResidents: templateMilestone(code)?.affectsHome === true, expiresDay: milestone.expiresDay, today, grounds });
}

export type RecordFormView = Awaited<ReturnType<typeof recordForm>> extends Result<infer View> ? View : never;
