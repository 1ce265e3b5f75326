// Projects: the row itself, and the lists of them.
import { sql } from "kysely";
import type { ProjectId, UserId } from "../app/domain/ids";
import type { MilestoneState } from "../app/domain/milestone";
import type { Project, ProjectModel } from "../app/domain/project";
import type { Instant } from "../app/domain/time";
import { asked } from "./asked";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

export async function addProject(db: Tx, project: Project, foundedBy: UserId): Promise<void> {
  await db
    .insertInto("project")
    .values({
      id: project.id, name: project.name, municipality: project.municipality, model: project.model, home_count: project.homeCount,
      move_in_day: project.moveInDay, founded_by: foundedBy, created_at: project.createdAt,
    })
    .execute();
}

const projectFound = asked((db, id: string) => db.selectFrom("project").where("id", "=", id as ProjectId).selectAll());

export async function findProject(db: Db | Tx, id: ProjectId): Promise<Project | null> {
  const [row] = await projectFound(db, id);
  return row ? fromRow(row) : null;
}

/** The projects the person is a member of now. */
export async function listProjectsOf(db: Db | Tx, userId: UserId): Promise<Project[]> {
  const rows = await db
    .selectFrom("project").innerJoin("membership", "membership.project_id", "project.id")
    .where("membership.user_id", "=", userId).where("membership.ended_at", "is", null)
    .selectAll("project").orderBy("project.created_at", "desc").orderBy("project.id").execute();
  return rows.map(fromRow);
}

export async function listProjectsIn(db: Db | Tx, municipality: string): Promise<Project[]> {
  const rows = await db
    .selectFrom("project").where("municipality", "=", municipality).selectAll().orderBy("created_at", "desc").orderBy("id").execute();
  return rows.map(fromRow);
}

/** Every project there is, oldest first: for whoever proves the whole database. */
export async function listProjectNames(db: Db | Tx): Promise<{ readonly id: ProjectId; readonly name: string }[]> {
  return db.selectFrom("project").orderBy("created_at").orderBy("id").select(["id", "name"]).execute();
}

/** Puts everything that asks for it in line, so that what is counted in the project stays true until this transaction ends. */
export async function lockProject(db: Tx, id: ProjectId): Promise<void> {
  await db.updateTable("project").set({ id: sql.ref("id") }).where("id", "=", id).execute();
}

/** [M80] The project must be held. */
export async function setModel(db: Tx, id: ProjectId, model: ProjectModel): Promise<void> {
  await db.updateTable("project").set({ model }).where("id", "=", id).execute();
}

type CountIn = { readonly projectId: ProjectId; readonly count: number };

/** How many milestones are in which state, project by project. */
export async function countMilestoneStates(db: Db | Tx, municipality: string): Promise<(CountIn & { readonly state: MilestoneState })[]> {
  const rows = await db
    .selectFrom("milestone").innerJoin("project", "project.id", "milestone.project_id").where("project.municipality", "=", municipality)
    .groupBy(["milestone.project_id", "milestone.state"]).select(["milestone.project_id", "milestone.state"])
    .select((eb) => eb.fn.countAll<number>().as("count")).execute();
  return rows.map((row) => ({ projectId: row.project_id, state: row.state, count: Number(row.count) }));
}

/** How many members each project has now, and whether that person is one of them. */
export async function countMembers(db: Db | Tx, municipality: string, userId: UserId): Promise<(CountIn & { readonly withPerson: boolean })[]> {
  const rows = await db
    .selectFrom("membership").innerJoin("project", "project.id", "membership.project_id")
    .where("project.municipality", "=", municipality).where("membership.ended_at", "is", null).groupBy("membership.project_id")
    .select("membership.project_id")
    .select((eb) => [eb.fn.countAll<number>().as("count"), sql<number>`sum(case when ${sql.ref("membership.user_id")} = ${userId} then 1 else 0 end)`.as("own")])
    .execute();
  return rows.map((row) => ({ projectId: row.project_id, count: Number(row.count), withPerson: Number(row.own) > 0 }));
}

/** Invitations that can still be accepted. */
export async function countOpenInvitations(db: Db | Tx, municipality: string, now: Instant): Promise<CountIn[]> {
  const rows = await db
    .selectFrom("invitation").innerJoin("project", "project.id", "invitation.project_id")
    .where("project.municipality", "=", municipality).where("invitation.accepted_at", "is", null).where("invitation.revoked_at", "is", null)
    .where("invitation.expires_at", ">", now).groupBy("invitation.project_id").select("invitation.project_id")
    .select((eb) => eb.fn.countAll<number>().as("count")).execute();
  return rows.map((row) => ({ projectId: row.project_id, count: Number(row.count) }));
}

function fromRow(row: Row<"project">): Project {
  return {
    id: row.id, name: row.name, municipality: row.municipality, model: row.model, homeCount: row.home_count, moveInDay: row.move_in_day,
    createdAt: row.created_at,
  };
}
