// The outbox: letters lie here from the transaction that is about them until they are sent; then only the fact remains.
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

export type Letter = Row<"letter">;

export async function addLetter(db: Db | Tx, at: Instant, letter: { id: string; to: string; subject: string; body: string }): Promise<void> {
  await db
    .insertInto("letter")
    .values({
      id: letter.id, to_address: letter.to, subject: letter.subject, body: letter.body, written_at: at, attempts: 0, next_try_at: at, sent_at: null,
    })
    .execute();
}

/** Letters whose time has come, oldest first. */
export function listDueLetters(db: Db, now: Instant, limit: number): Promise<Letter[]> {
  return db
    .selectFrom("letter").where("sent_at", "is", null).where("next_try_at", "<=", now).selectAll()
    .orderBy("next_try_at").orderBy("id").limit(limit).execute();
}

/** Takes the letter for this server until `until`; false when another server was first. */
export async function claimLetter(db: Db, letter: Letter, until: Instant): Promise<boolean> {
  const claimed = await db
    .updateTable("letter").set({ next_try_at: until, attempts: letter.attempts + 1 })
    .where("id", "=", letter.id).where("attempts", "=", letter.attempts).where("sent_at", "is", null)
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}

/** [P7] The body goes: what was in it belongs to the receiver alone. */
export async function markSent(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable("letter").set({ sent_at: at, next_try_at: null, body: "" }).where("id", "=", id).execute();
}

/** `nextTry` null gives up, and the body goes too. */
export async function markUnsent(db: Db, id: string, nextTry: Instant | null): Promise<void> {
  await db.updateTable("letter").set(nextTry === null ? { next_try_at: null, body: "" } : { next_try_at: nextTry }).where("id", "=", id).execute();
}

/** For /dev/mail: newest first. */
export function listLetters(db: Db, limit: number): Promise<Letter[]> {
  return db.selectFrom("letter").selectAll().orderBy("written_at", "desc").orderBy("id").limit(limit).execute();
}
