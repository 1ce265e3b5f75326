// Which notices are still about something: asked when a letter is written, and again each time it is about to be sent.
import type { ProjectId, UserId } from "../../app/domain/ids";
import { tasksOf } from "../../app/domain/task";
import type { Db } from "../../db/connect";
import { findActor } from "../../db/membership";
import type { Notice } from "../../db/notice";
import type { Office } from "../office";
import { projectNow, type ProjectNow } from "../tasks-now";

export type IsLive = (notice: Notice) => Promise<boolean>;

/**
 * [N13] A notice is about something as long as the person is a member who may see it, and it is still their task. Projects and people are
 * read once for each judge: make a new one for each moment.
 */
export function judgeOf(office: Office): IsLive {
  const { db } = office;
  const projects = new Map<ProjectId, Promise<ProjectNow>>();
  const subjects = new Map<string, Promise<ReadonlySet<string>>>();
  const projectAt = (projectId: ProjectId): Promise<ProjectNow> => {
    const now = projects.get(projectId) ?? projectNow(db, projectId, office.now());
    projects.set(projectId, now);
    return now;
  };
  return async ({ projectId, userId, subject }) => {
    const key = `${projectId} ${userId}`;
    const theirs = subjects.get(key) ?? subjectsOf(db, userId, projectId, projectAt);
    subjects.set(key, theirs);
    return (await theirs).has(subject);
  };
}

async function subjectsOf(db: Db, userId: UserId, projectId: ProjectId, projectAt: (projectId: ProjectId) => Promise<ProjectNow>): Promise<ReadonlySet<string>> {
  const actor = await findActor(db, userId, projectId);
  if (!actor) return new Set();
  const { facts, personOf, today } = await projectAt(projectId);
  return new Set(tasksOf(facts, personOf(actor), today).map((each) => each.subject));
}
