// Everything that waits for one person now, in all their projects.
import type { ProjectId } from "../../app/domain/ids";
import { switchCode } from "../../app/domain/model-switch";
import { ok, refuse, type Result } from "../../app/domain/result";
import { tasksOf, type TaskMove } from "../../app/domain/task";
import { daysBetween, type Day } from "../../app/domain/time";
import { listPlacesOf } from "../../db/membership-lists";
import { findProject } from "../../db/project";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import { projectNow } from "../tasks-now";
import type { Visitor } from "../visitor";

export type MyTask = { readonly code: string; readonly title: string; readonly move: TaskMove; readonly day: Day | null; readonly days: number };
export type TasksInProject = { readonly projectId: ProjectId; readonly name: string; readonly tasks: readonly MyTask[] };

/** [N8] Only projects with something in them. Refuses signInNeeded. */
export async function myTasks(office: Office, visitor: Visitor | null, _input: void): Promise<Result<readonly TasksInProject[]>> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  const found: TasksInProject[] = [];
  for (const actor of await listPlacesOf(office.db, visitor.userId)) {
    const project = await findProject(office.db, actor.projectId);
    if (!project) continue;
    const { facts, personOf, today, milestones } = await projectNow(office.db, project.id, office.now());
    const tasks = tasksOf(facts, personOf(actor), today).flatMap(({ code, move, clock, step }): MyTask[] => {
      const milestone = milestones.find((each) => each.code === code);
      if (!step || (!milestone && code !== switchCode)) return [];
      // the switch of model is named by the page
      const title = milestone ? milestoneText(milestone, project.model, visitor.language).title : "";
      return [{ code, title, move, day: clock?.day ?? null, days: clock?.days ?? daysBetween(step.day, today) }];
    });
    if (tasks.length > 0) found.push({ projectId: project.id, name: project.name, tasks });
  }
  return ok(found);
}
