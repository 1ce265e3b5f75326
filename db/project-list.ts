// A person's own projects with the role they have in each, newest first.
import type { ProjectId, UserId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import type { Db } from "./connect";

export type ListedProject = { readonly projectId: ProjectId; readonly name: string; readonly municipality: string; readonly homeCount: number; readonly role: Role };

export function listProjectsWithRole(db: Db, userId: UserId): Promise<ListedProject[]> {
  return db
    .selectFrom("membership").innerJoin("project", "project.id", "membership.project_id")
    .where("membership.user_id", "=", userId).where("membership.ended_at", "is", null)
    .orderBy("project.created_at", "desc").orderBy("project.id")
    .select(["project.id as projectId", "project.name", "project.municipality", "project.home_count as homeCount", "membership.role"])
    .execute();
}
