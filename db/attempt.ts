// How often something was tried lately, in better-auth's own table of counters: for the limits it does not keep itself.
import { sql } from "kysely";
import type { Db } from "./connect";

/**
 * Counts one more try of `key`. Answers 0 when it is allowed, else the seconds to wait. One statement decides, so that two tries
 * at once cannot both be the last allowed one. A refused try does not lengthen the wait.
 */
export async function countAttempt(db: Db, id: string, key: string, max: number, windowSeconds: number, nowMs: number): Promise<number> {
  const windowMs = windowSeconds * 1000;
  const over = sql<boolean>`"rateLimit"."lastRequest" <= ${nowMs - windowMs}`;
  const row = await db
    .insertInto("rateLimit")
    .values({ id, key, count: 1, lastRequest: nowMs })
    .onConflict((conflict) =>
      conflict
        .column("key")
        .doUpdateSet({
          count: sql<number>`case when ${over} then 1 else "rateLimit"."count" + 1 end`,
          lastRequest: nowMs,
        })
        .where(sql<boolean>`${over} or "rateLimit"."count" < ${max}`),
    )
    .returning("count")
    .executeTakeFirst();
  if (row) return 0;
  const last = await db.selectFrom("rateLimit").where("key", "=", key).select("lastRequest").executeTakeFirst();
  return Math.max(1, Math.ceil(((last?.lastRequest ?? nowMs) + windowMs - nowMs) / 1000));
}

/** Forgets the tries: the person has shown who they are. */
export async function forgetAttempts(db: Db, key: string): Promise<void> {
  await db.deleteFrom("rateLimit").where("key", "=", key).execute();
}
