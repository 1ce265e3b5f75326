// Memberships: who has which role in which project, from when to when.
import type { ProjectId, UserId } from "../app/domain/ids";
import type { Actor } from "../app/domain/permission";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

/** The person as a member of that project now, or null when they are none (any more). */
export async function findActor(db: Db | Tx, userId: UserId, projectId: ProjectId): Promise<Actor | null> {
  const row = await db
    .selectFrom("membership")
    .innerJoin("party", "party.id", "membership.party_id")
    .where("membership.user_id", "=", userId)
    .where("membership.project_id", "=", projectId)
    .where("membership.ended_at", "is", null)
    .select(["membership.id", "membership.role", "membership.display_name", "party.kind"])
    .executeTakeFirst();
  if (!row) return null;
  return { membershipId: row.id, userId, projectId, role: row.role, partyKind: row.kind, displayName: row.display_name };
}
