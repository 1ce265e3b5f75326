// How the outbox stands: how many letters wait to be sent, and how long the oldest has waited.
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";

/** Letters that were sent or given up have no next try, and are not read: the table grows, the index on the next try does not. */
export async function howTheOutboxStands(db: Db, now: Instant): Promise<{ waiting: number; oldestSeconds: number }> {
  const { waiting, oldest } = await db
    .selectFrom("letter").where("next_try_at", ">", "" as Instant)
    .select(({ fn }) => [fn.countAll<number | string>().as("waiting"), fn.min("written_at").as("oldest")])
    .executeTakeFirstOrThrow();
  const oldestSeconds = oldest === null ? 0 : Math.max(0, (Date.parse(now) - Date.parse(oldest)) / 1000);
  return { waiting: Number(waiting), oldestSeconds };
}
