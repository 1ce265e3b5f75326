// Sessions: where a person is signed in.
import type { UserId } from "../app/domain/ids";
import { instantOf, type Instant } from "../app/domain/time";
import type { Db } from "./connect";

export type Session = { readonly id: string; readonly beganAt: Instant; readonly expiresAt: Instant; readonly userAgent: string };

/** Those that have not run out, newest first. */
export async function listSessionsOf(db: Db, userId: UserId, now: Instant): Promise<Session[]> {
  const rows = await db.selectFrom("session").where("userId", "=", userId).select(["id", "createdAt", "expiresAt", "userAgent"]).execute();
  return rows
    .map((row) => ({ id: row.id, beganAt: asInstant(row.createdAt), expiresAt: asInstant(row.expiresAt), userAgent: row.userAgent ?? "" }))
    .filter((session) => session.expiresAt > now)
    .sort((left, right) => (left.beganAt < right.beganAt ? 1 : -1));
}

export async function endSessionsOf(db: Db, userId: UserId): Promise<void> {
  await db.deleteFrom("session").where("userId", "=", userId).execute();
}

/** better-auth's dates are text on SQLite and Date on PostgreSQL. */
function asInstant(value: unknown): Instant {
  return instantOf(value instanceof Date ? value : new Date(String(value)));
}
