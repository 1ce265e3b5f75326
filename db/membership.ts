// Memberships: who has which role in which project, from when to when.
import type { MembershipId, ProjectId, UserId } from "../app/domain/ids";
import type { Membership, Role } from "../app/domain/membership";
import type { Actor } from "../app/domain/permission";
import type { Instant } from "../app/domain/time";
import { asked } from "./asked";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

const actorFound = asked((db, userId: string, projectId: string) =>
  db
    .selectFrom("membership")
    .innerJoin("party", "party.id", "membership.party_id")
    .where("membership.user_id", "=", userId as UserId)
    .where("membership.project_id", "=", projectId as ProjectId)
    .where("membership.ended_at", "is", null)
    .select(["membership.id", "membership.role", "membership.display_name", "party.kind"]),
);

/** The person as a member of that project now, or null when they are none (any more). */
export async function findActor(db: Db | Tx, userId: UserId, projectId: ProjectId): Promise<Actor | null> {
  const [row] = await actorFound(db, userId, projectId);
  if (!row) return null;
  return { membershipId: row.id, userId, projectId, role: row.role, partyKind: row.kind, displayName: row.display_name };
}

/** Whether the person was ever a member there; a socket tells somebody who was from somebody who never was. */
export async function hasBeenMember(db: Db | Tx, userId: UserId, projectId: ProjectId): Promise<boolean> {
  const row = await db
    .selectFrom("membership").where("user_id", "=", userId).where("project_id", "=", projectId).select("id").limit(1).executeTakeFirst();
  return row !== undefined;
}

export async function addMembership(db: Tx, membership: Omit<Membership, "endedAt">): Promise<void> {
  await db
    .insertInto("membership")
    .values({
      id: membership.id, project_id: membership.projectId, party_id: membership.partyId, user_id: membership.userId, role: membership.role,
      display_name: membership.displayName, began_at: membership.beganAt, ended_at: null,
    })
    .execute();
}

export async function findMembership(db: Db | Tx, projectId: ProjectId, id: MembershipId): Promise<Membership | null> {
  const row = await db.selectFrom("membership").where("id", "=", id).where("project_id", "=", projectId).selectAll().executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Those who are members now, in the order they came. */
export async function listMembers(db: Db | Tx, projectId: ProjectId): Promise<Membership[]> {
  const rows = await db
    .selectFrom("membership").where("project_id", "=", projectId).where("ended_at", "is", null).selectAll()
    .orderBy("began_at").orderBy("id").execute();
  return rows.map(fromRow);
}

/** How many have that role in the project now. Lock the project first when a decision hangs on it. */
export async function countRole(db: Db | Tx, projectId: ProjectId, role: Role): Promise<number> {
  const row = await db
    .selectFrom("membership").where("project_id", "=", projectId).where("role", "=", role).where("ended_at", "is", null)
    .select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  return Number(row.count);
}

/** False when it had ended already. */
export async function markEnded(db: Tx, projectId: ProjectId, id: MembershipId, now: Instant): Promise<boolean> {
  const done = await db
    .updateTable("membership").set({ ended_at: now })
    .where("id", "=", id).where("project_id", "=", projectId).where("ended_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

function fromRow(row: Row<"membership">): Membership {
  return {
    id: row.id, projectId: row.project_id, partyId: row.party_id, userId: row.user_id, role: row.role, displayName: row.display_name,
    beganAt: row.began_at, endedAt: row.ended_at,
  };
}
