// How soon each person wants a letter about each kind of notice, and the links in letters that stop them all.
import type { UserId } from "../app/domain/ids";
import { noticeKinds, usualPace, type Pace, type Paces } from "../app/domain/notice";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import { tokenHash } from "./hash";
import type { Tx } from "./transaction";

/** What each of these people has chosen, with what is usual where they have not: one query. */
export async function pacesOf(db: Db | Tx, users: readonly UserId[]): Promise<Map<UserId, Paces>> {
  const rows = users.length === 0 ? [] : await db.selectFrom("notice_choice").where("user_id", "in", users).selectAll().execute();
  return new Map(users.map((userId) => {
    const own = rows.filter((row) => row.user_id === userId).map((row) => [row.kind, row.pace]);
    return [userId, { ...usualPace, ...(Object.fromEntries(own) as Partial<Paces>) }];
  }));
}

export async function keepPaces(db: Tx, userId: UserId, paces: Paces): Promise<void> {
  const rows = noticeKinds.map((kind) => ({ user_id: userId, kind, pace: paces[kind] }));
  await db
    .insertInto("notice_choice").values(rows)
    .onConflict((conflict) => conflict.columns(["user_id", "kind"]).doUpdateSet((eb) => ({ pace: eb.ref("excluded.pace") })))
    .execute();
}

export function neverAny(): Paces {
  return Object.fromEntries(noticeKinds.map((kind): [string, Pace] => [kind, "never"])) as Paces;
}

/** Only the hash is kept. */
export async function addUnsubscribeLink(db: Tx, token: string, userId: UserId, at: Instant): Promise<void> {
  await db.insertInto("unsubscribe_link").values({ token_hash: tokenHash(token), user_id: userId, made_at: at }).execute();
}

/** Whose letters it stops; null when no letter of ours held it. */
export async function findUnsubscriber(db: Db | Tx, token: string): Promise<UserId | null> {
  const row = await db.selectFrom("unsubscribe_link").where("token_hash", "=", tokenHash(token)).select("user_id").executeTakeFirst();
  return row?.user_id ?? null;
}
