// Administrators: who founds projects for a municipality.
import type { UserId } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

/** Whether anybody could sign in as an administrator: one whose address is verified. */
export async function hasAdministrator(db: Db | Tx): Promise<boolean> {
  const rows = await db
    .selectFrom("administrator").innerJoin("user", "user.id", "administrator.user_id")
    .where("administrator.ended_at", "is", null).select("user.emailVerified").execute();
  return rows.some((row) => Boolean(row.emailVerified));
}

/** The municipality this person administers, or null. */
export async function findAdministrator(db: Db | Tx, userId: UserId): Promise<{ municipality: string } | null> {
  const row = await db
    .selectFrom("administrator").where("user_id", "=", userId).where("ended_at", "is", null).select("municipality").executeTakeFirst();
  return row ?? null;
}

/** Appoints the person, or moves them to another municipality. */
export async function appointAdministrator(db: Tx, userId: UserId, municipality: string, at: Instant): Promise<void> {
  await db
    .insertInto("administrator").values({ user_id: userId, municipality, appointed_at: at, ended_at: null })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet({ municipality, appointed_at: at, ended_at: null }))
    .execute();
}
