// People: their account in better-auth's tables, and what they have chosen for themselves.
import type { UserId } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

/** E-mail addresses are compared folded; Norwegian letters fold too. */
export function foldEmail(email: string): string {
  return email.trim().toLocaleLowerCase("nb");
}

export async function findPerson(
  db: Db | Tx,
  userId: UserId,
): Promise<{ language: string | null; colourScheme: string | null; administratorOf: string | null } | null> {
  const row = await db
    .selectFrom("user")
    .leftJoin("person", "person.user_id", "user.id")
    .leftJoin("administrator", (join) => join.onRef("administrator.user_id", "=", "user.id").on("administrator.ended_at", "is", null))
    .where("user.id", "=", userId)
    .select(["person.language", "person.colour_scheme", "administrator.municipality"])
    .executeTakeFirst();
  return row ? { language: row.language, colourScheme: row.colour_scheme, administratorOf: row.municipality } : null;
}

/** The account with that address, or null. */
export async function findByEmail(db: Db | Tx, email: string): Promise<{ id: UserId; name: string; email: string; emailVerified: boolean } | null> {
  const row = await db
    .selectFrom("user").where("email", "=", foldEmail(email)).select(["id", "name", "email", "emailVerified"]).executeTakeFirst();
  // 0/1 on SQLite, true/false on PostgreSQL
  return row ? { ...row, emailVerified: Boolean(row.emailVerified) } : null;
}

/** The person's e-mail address, or null when there is no such person. */
export async function findAddress(db: Db | Tx, userId: UserId): Promise<string | null> {
  const row = await db.selectFrom("user").where("id", "=", userId).select("email").executeTakeFirst();
  return row?.email ?? null;
}

export async function findName(db: Db | Tx, userId: UserId): Promise<string | null> {
  const row = await db.selectFrom("user").where("id", "=", userId).select("name").executeTakeFirst();
  return row?.name ?? null;
}

export type NewPerson = {
  readonly userId: UserId;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly emailVerified: boolean;
  readonly language: string;
};

/**
 * An account that signs in with e-mail and password, written as better-auth reads it. False, and nothing written, when the address has
 * one already; somebody making one at this very moment is waited for.
 */
export async function addPerson(db: Tx, at: Instant, person: NewPerson): Promise<boolean> {
  // text and 0/1 are what SQLite stores; PostgreSQL reads them as timestamptz and boolean
  const added = await db
    .insertInto("user")
    .values({
      id: person.userId, name: person.name, email: foldEmail(person.email), emailVerified: person.emailVerified ? 1 : 0, image: null,
      createdAt: at, updatedAt: at, twoFactorEnabled: 0,
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .executeTakeFirst();
  if (Number(added.numInsertedOrUpdatedRows ?? 0) === 0) return false;
  await db
    .insertInto("account")
    .values({
      id: person.accountId, accountId: person.userId, providerId: "credential", userId: person.userId, password: person.passwordHash,
      createdAt: at, updatedAt: at,
    })
    .execute();
  await db.insertInto("person").values({ user_id: person.userId, language: person.language, colour_scheme: "auto" }).execute();
  return true;
}

/** A person who could not be verified yet starts over: other name, other password. */
export async function replaceCredentials(db: Tx, at: Instant, userId: UserId, name: string, passwordHash: string): Promise<void> {
  await db.updateTable("user").set({ name, updatedAt: at }).where("id", "=", userId).execute();
  await db
    .updateTable("account").set({ password: passwordHash, updatedAt: at })
    .where("userId", "=", userId).where("providerId", "=", "credential").execute();
}

export async function renamePerson(db: Tx, at: Instant, userId: UserId, name: string): Promise<void> {
  await db.updateTable("user").set({ name, updatedAt: at }).where("id", "=", userId).execute();
}
