// Deputies: who decides in whose place, from which day to which.
import type { Deputy } from "../app/domain/deputy";
import type { DeputyId, MembershipId, ProjectId } from "../app/domain/ids";
import type { Day, Instant } from "../app/domain/time";
import { asked } from "./asked";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

export type StoredDeputy = Deputy & { readonly holderName: string; readonly deputyName: string };

/** Both memberships must have been read in that project first. */
export async function addDeputy(
  db: Tx, projectId: ProjectId, deputy: Pick<Deputy, "id" | "holder" | "deputy" | "fromDay" | "toDay">, namedBy: MembershipId, now: Instant,
): Promise<void> {
  await db
    .insertInto("deputy")
    .values({
      id: deputy.id, project_id: projectId, holder: deputy.holder, deputy: deputy.deputy, from_day: deputy.fromDay, to_day: deputy.toDay,
      named_by: namedBy, named_at: now, ended_at: null,
    })
    .execute();
}

const inForce = asked((db, projectId: string, today: string) =>
  db
    .selectFrom("deputy")
    .innerJoin("membership as held", "held.id", "deputy.holder")
    .innerJoin("membership as standing", "standing.id", "deputy.deputy")
    .where("deputy.project_id", "=", projectId as ProjectId).where("deputy.ended_at", "is", null).where("deputy.to_day", ">=", today as Day)
    .where("held.ended_at", "is", null).where("standing.ended_at", "is", null)
    .select([
      "deputy.id", "deputy.holder", "deputy.deputy", "deputy.from_day", "deputy.to_day", "held.user_id", "held.role", "held.display_name as holder_name",
      "standing.display_name as deputy_name",
    ])
    .orderBy("deputy.from_day").orderBy("deputy.id"),
);

/** Those whose days have not passed, of members who are still here on both sides; the first to begin first. One query. */
export async function listDeputies(db: Db | Tx, projectId: ProjectId, today: Day): Promise<StoredDeputy[]> {
  return (await inForce(db, projectId, today)).map((row) => ({
    id: row.id, holder: row.holder, holderUser: row.user_id, holderRole: row.role, holderName: row.holder_name, deputy: row.deputy,
    deputyName: row.deputy_name, fromDay: row.from_day, toDay: row.to_day,
  }));
}

/** False when it had ended already. */
export async function endDeputy(db: Tx, projectId: ProjectId, id: DeputyId, now: Instant): Promise<boolean> {
  const done = await db
    .updateTable("deputy").set({ ended_at: now }).where("id", "=", id).where("project_id", "=", projectId).where("ended_at", "is", null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
