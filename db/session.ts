// Sessions: where a person is signed in.
import type { UserId } from "../app/domain/ids";
import { instantOf, type Instant } from "../app/domain/time";
import { asked } from "./asked";
import type { Db } from "./connect";

export type Session = { readonly id: string; readonly beganAt: Instant; readonly expiresAt: Instant; readonly userAgent: string };

/** Who is signed in with a session token, as better-auth keeps it, and what they have chosen; with `expiresAt` as it is stored, past or not. */
export type SignedIn = {
  readonly sessionId: string; readonly expiresAt: Instant; readonly userId: UserId; readonly name: string; readonly email: string;
  readonly language: string | null; readonly colourScheme: string | null; readonly administratorOf: string | null;
};

const signedIn = asked((db, token: string) =>
  db
    .selectFrom("session")
    .innerJoin("user", "user.id", "session.userId")
    .leftJoin("person", "person.user_id", "user.id")
    .leftJoin("administrator", (join) => join.onRef("administrator.user_id", "=", "user.id").on("administrator.ended_at", "is", null))
    .where("session.token", "=", token)
    .select([
      "session.id as sessionId", "session.expiresAt", "user.id as userId", "user.name", "user.email", "person.language", "person.colour_scheme",
      "administrator.municipality",
    ]),
);

/** Asked by every page and every socket: one query, whose text is made once. */
export async function findSignedIn(db: Db, token: string): Promise<SignedIn | null> {
  const [row] = await signedIn(db, token);
  if (!row) return null;
  const { sessionId, expiresAt, userId, name, email, language, colour_scheme: colourScheme, municipality: administratorOf } = row;
  return { sessionId, expiresAt: asInstant(expiresAt), userId, name, email, language, colourScheme, administratorOf };
}

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
