// The one-time link that makes the first administrator of an empty installation.
import type { Hash } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

export async function addWelcomeLink(db: Db | Tx, tokenHash: Hash, madeAt: Instant, expiresAt: Instant): Promise<void> {
  await db.insertInto("welcome_link").values({ token_hash: tokenHash, made_at: madeAt, expires_at: expiresAt, used_at: null }).execute();
}

export async function findWelcomeLink(db: Db | Tx, tokenHash: Hash): Promise<Row<"welcome_link"> | null> {
  return (await db.selectFrom("welcome_link").where("token_hash", "=", tokenHash).selectAll().executeTakeFirst()) ?? null;
}

/** True for exactly one of those who try at once. */
export async function markWelcomeLinkUsed(db: Tx, tokenHash: Hash, now: Instant): Promise<boolean> {
  const done = await db
    .updateTable("welcome_link").set({ used_at: now })
    .where("token_hash", "=", tokenHash).where("used_at", "is", null).where("expires_at", ">", now)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
