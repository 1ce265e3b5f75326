// Who is in a project now, as those who act in it: everybody at once, for what is asked of all of them.
import type { ProjectId, UserId } from "../app/domain/ids";
import type { Actor } from "../app/domain/permission";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

export async function listActors(db: Db | Tx, projectId: ProjectId): Promise<Actor[]> {
  return actors(db).where("membership.project_id", "=", projectId).execute().then((rows) => rows.map(fromRow));
}

/** The person's places in all their projects, newest project first. */
export async function listPlacesOf(db: Db | Tx, userId: UserId): Promise<Actor[]> {
  const rows = await actors(db).innerJoin("project", "project.id", "membership.project_id").where("membership.user_id", "=", userId)
    .clearOrderBy().orderBy("project.created_at", "desc").orderBy("project.id").execute();
  return rows.map(fromRow);
}

function actors(db: Db | Tx) {
  return db
    .selectFrom("membership").innerJoin("party", "party.id", "membership.party_id").where("membership.ended_at", "is", null)
    .orderBy("membership.began_at").orderBy("membership.id")
    .select(["membership.id", "membership.user_id", "membership.project_id", "membership.role", "membership.display_name", "party.kind"]);
}

type ActorRow = Awaited<ReturnType<ReturnType<typeof actors>["execute"]>>[number];

function fromRow(row: ActorRow): Actor {
  return {
    membershipId: row.id, userId: row.user_id, projectId: row.project_id, role: row.role, partyKind: row.kind, displayName: row.display_name,
  };
}
