// Calendar feeds: the secret of each person's address as a hash, and what calendars have been told of each day so far.
import type { Hash, ProjectId, UserId } from "../app/domain/ids";
import type { CalendarTitles } from "../app/domain/notice";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import { tokenHash } from "./hash";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

export type Feed = { readonly userId: UserId; readonly titles: CalendarTitles; readonly madeAt: Instant };

export async function findFeed(db: Db | Tx, userId: UserId): Promise<Feed | null> {
  const row = await db.selectFrom("calendar_feed").where("user_id", "=", userId).selectAll().executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function findFeedByToken(db: Db | Tx, token: string): Promise<(Feed & { readonly tokenHash: Hash }) | null> {
  const row = await db.selectFrom("calendar_feed").where("token_hash", "=", tokenHash(token)).selectAll().executeTakeFirst();
  return row ? { ...fromRow(row), tokenHash: row.token_hash } : null;
}

/** The one before stops working. Only the hash of the secret is kept. */
export async function keepFeed(db: Db | Tx, feed: Feed, token: string): Promise<void> {
  const row = { token_hash: tokenHash(token), titles: feed.titles, made_at: feed.madeAt };
  await db.insertInto("calendar_feed").values({ user_id: feed.userId, ...row }).onConflict((conflict) => conflict.column("user_id").doUpdateSet(row)).execute();
}

export async function setTitles(db: Db | Tx, userId: UserId, titles: CalendarTitles): Promise<void> {
  await db.updateTable("calendar_feed").set({ titles }).where("user_id", "=", userId).execute();
}

export async function removeFeed(db: Db | Tx, userId: UserId): Promise<void> {
  await db.deleteFrom("calendar_feed").where("user_id", "=", userId).execute();
}

export type ToldEvent = Row<"calendar_event">;

export function listTold(db: Db | Tx, projectId: ProjectId): Promise<ToldEvent[]> {
  return db.selectFrom("calendar_event").where("project_id", "=", projectId).selectAll().orderBy("day").orderBy("subject").execute();
}

export async function keepTold(db: Tx, events: readonly ToldEvent[]): Promise<void> {
  for (const event of events) {
    const { day, sequence, changed_at, gone_at } = event;
    await db
      .insertInto("calendar_event").values(event)
      .onConflict((conflict) => conflict.columns(["project_id", "subject"]).doUpdateSet({ day, sequence, changed_at, gone_at })).execute();
  }
}

function fromRow(row: Row<"calendar_feed">): Feed {
  return { userId: row.user_id, titles: row.titles, madeAt: row.made_at };
}
