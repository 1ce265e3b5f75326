// The second factor as better-auth keeps it: one row a person, its secret sealed with the server's own.
import type { UserId } from "../app/domain/ids";
import type { Db } from "./connect";

/** The sealed secret of a set-up that has not been confirmed, or null. */
export async function findPendingSecret(db: Db, userId: UserId): Promise<string | null> {
  const row = await db.selectFrom("twoFactor").where("userId", "=", userId).select(["secret", "verified"]).executeTakeFirst();
  return row && !row.verified ? row.secret : null;
}

export async function hasSecondFactor(db: Db, userId: UserId): Promise<boolean> {
  const row = await db.selectFrom("twoFactor").where("userId", "=", userId).select("verified").executeTakeFirst();
  return Boolean(row?.verified);
}
