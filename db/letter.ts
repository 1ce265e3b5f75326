// The outbox: letters lie here from the transaction that is about them until they are sent; then only the fact remains.
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

export type Letter = Row<"letter">;

export type NewLetter = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** The same on every try. */
  readonly messageId: string;
  /** Stops all letters of this kind with one click. */
  readonly unsubscribeUrl?: string;
  /** Rather lost than sent twice. Without it: rather sent twice than lost. */
  readonly promise?: "atMostOnce";
};

export async function addLetter(db: Db | Tx, at: Instant, letter: NewLetter): Promise<void> {
  await db
    .insertInto("letter")
    .values({
      id: letter.id, to_address: letter.to, subject: letter.subject, body: letter.body, written_at: at, attempts: 0, next_try_at: at, sent_at: null,
      message_id: letter.messageId, unsubscribe_url: letter.unsubscribeUrl ?? null, promise: letter.promise ?? null, handed_at: null,
    })
    .execute();
}

/** Letters whose time has come, oldest first. */
export function listDueLetters(db: Db, now: Instant, limit: number): Promise<Letter[]> {
  return db
    .selectFrom("letter").where("sent_at", "is", null).where("next_try_at", "<=", now).selectAll()
    .orderBy("next_try_at").orderBy("id").limit(limit).execute();
}

/** A letter and the number of this try: what belongs to an earlier try changes nothing any more. */
type Try = Pick<Letter, "id" | "attempts">;

/** Takes the letter for this server until `until`: the letter with the number of this try, or null when another server was first. */
export async function claimLetter(db: Db, letter: Letter, until: Instant): Promise<Letter | null> {
  const claimed = await db
    .updateTable("letter").set({ next_try_at: until, attempts: letter.attempts + 1 })
    .where("id", "=", letter.id).where("attempts", "=", letter.attempts).where("sent_at", "is", null)
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n ? { ...letter, attempts: letter.attempts + 1 } : null;
}

/**
 * [N20] Its text goes out from here on. False when somebody has begun that before: whether it arrived then is not known. A letter that must
 * not come twice has no next try either, until it is known that it did not arrive.
 */
export async function markHanded(db: Db, letter: Try & Pick<Letter, "promise">, at: Instant): Promise<boolean> {
  const done = await db
    .updateTable("letter").set(letter.promise === "atMostOnce" ? { handed_at: at, next_try_at: null } : { handed_at: at })
    .where("id", "=", letter.id).where("attempts", "=", letter.attempts).where("sent_at", "is", null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

const nothingLeft = { body: "", unsubscribe_url: null };

/** [P7] The body goes: what was in it belongs to the receiver alone. */
export async function markSent(db: Db, id: string, at: Instant): Promise<void> {
  await db.updateTable("letter").set({ sent_at: at, next_try_at: null, ...nothingLeft }).where("id", "=", id).execute();
}

/** It has certainly not arrived. `nextTry` null gives up, and the body goes too. */
export async function markUnsent(db: Db, letter: Try, nextTry: Instant | null): Promise<void> {
  await db
    .updateTable("letter").set({ handed_at: null, next_try_at: nextTry, ...(nextTry === null ? nothingLeft : {}) })
    .where("id", "=", letter.id).where("attempts", "=", letter.attempts).where("sent_at", "is", null).execute();
}

/** [N20] Letters that must not come twice, and whose text was going out when a server ended: their text goes. How many there were. */
export async function buryDoubtful(db: Db, handedBefore: Instant): Promise<number> {
  const done = await db
    .updateTable("letter").set(nothingLeft)
    .where("promise", "=", "atMostOnce").where("sent_at", "is", null).where("next_try_at", "is", null).where("handed_at", "<", handedBefore).where("body", "!=", "")
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** For /dev/mail: newest first. */
export function listLetters(db: Db, limit: number): Promise<Letter[]> {
  return db.selectFrom("letter").selectAll().orderBy("written_at", "desc").orderBy("id").limit(limit).execute();
}
