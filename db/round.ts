// The daily rounds: which has been claimed by a server for which day, and which is done.
import type { Day, Instant } from "../app/domain/time";
import type { Db } from "./connect";

/**
 * True for exactly one of those who claim that round for that day at once. Who claims it and dies leaves it to others when `until` has
 * passed; what is done cannot be claimed again.
 */
export async function claimRound(db: Db, name: string, day: Day, now: Instant, until: Instant): Promise<boolean> {
  const claimed = await db
    .insertInto("round").values({ name, day, claimed_until: until, done_at: null })
    .onConflict((conflict) => conflict.columns(["name", "day"]).doUpdateSet({ claimed_until: until }).where("round.done_at", "is", null).where("round.claimed_until", "<=", now))
    .executeTakeFirst();
  return claimed.numInsertedOrUpdatedRows === 1n;
}

export async function markRoundDone(db: Db, name: string, day: Day, now: Instant): Promise<void> {
  await db.updateTable("round").set({ done_at: now }).where("name", "=", name).where("day", "=", day).execute();
}
