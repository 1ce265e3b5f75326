// Notices: that something waits for somebody. Each step of each thing once for each person, whatever happens and however many servers look.
import { sql } from "kysely";
import type { NoticeId, ProjectId, UserId } from "../app/domain/ids";
import type { NoticeKind } from "../app/domain/notice";
import type { Day, Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

export type Notice = {
  readonly id: NoticeId;
  readonly projectId: ProjectId;
  readonly userId: UserId;
  readonly kind: NoticeKind;
  /** The milestone it leads to. */
  readonly code: string;
  readonly subject: string;
  readonly step: string;
  readonly madeAt: Instant;
};

/** What there is already stays as it is. */
export async function addNotices(db: Tx, notices: readonly Notice[]): Promise<void> {
  // a statement has a limited number of places for values
  for (let from = 0; from < notices.length; from += 50) {
    const rows = notices.slice(from, from + 50).map((each) => ({
      id: each.id, project_id: each.projectId, user_id: each.userId, kind: each.kind, code: each.code, subject: each.subject, step: each.step,
      made_at: each.madeAt, seen_at: null, dropped_at: null, letter_id: null,
    }));
    await db.insertInto("notice").values(rows).onConflict((conflict) => conflict.columns(["user_id", "subject", "step"]).doNothing()).execute();
  }
}

/** Those no letter has been written about and nobody has dropped, oldest first. */
export async function listPending(db: Db | Tx, limit: number): Promise<Notice[]> {
  const rows = await db
    .selectFrom("notice").where("letter_id", "is", null).where("dropped_at", "is", null).selectAll().orderBy("user_id").orderBy("made_at").orderBy("id")
    .limit(limit).execute();
  return rows.map(fromRow);
}

/** What a letter is about, with when the receiver last looked at each. */
export async function listInLetter(db: Db | Tx, letterId: string): Promise<(Notice & { readonly seenAt: Instant | null })[]> {
  const rows = await db.selectFrom("notice").where("letter_id", "=", letterId).selectAll().orderBy("made_at").orderBy("id").execute();
  return rows.map((row) => ({ ...fromRow(row), seenAt: row.seen_at }));
}

export async function findNotice(db: Db | Tx, userId: UserId, id: NoticeId): Promise<Notice | null> {
  const row = await db.selectFrom("notice").where("id", "=", id).where("user_id", "=", userId).selectAll().executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Ties them to their letter; how many could be: others were dropped, or another server has written about them. */
export async function tieToLetter(db: Tx, ids: readonly NoticeId[], letterId: string): Promise<number> {
  const done = await db
    .updateTable("notice").set({ letter_id: letterId }).where("id", "in", ids).where("letter_id", "is", null).where("dropped_at", "is", null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

export async function dropNotices(db: Db | Tx, ids: readonly NoticeId[], at: Instant): Promise<void> {
  if (ids.length === 0) return;
  await db.updateTable("notice").set({ dropped_at: at }).where("id", "in", ids).where("letter_id", "is", null).where("dropped_at", "is", null).execute();
}

/** The person has looked at what waits there: what no letter has been written about is dropped. */
export async function markSeen(db: Tx, userId: UserId, projectId: ProjectId, code: string, at: Instant): Promise<void> {
  const theirs = db.updateTable("notice").where("user_id", "=", userId).where("project_id", "=", projectId).where("code", "=", code);
  await theirs.set({ seen_at: at }).where("seen_at", "is", null).execute();
  await theirs.set({ dropped_at: at }).where("letter_id", "is", null).where("dropped_at", "is", null).execute();
}

/** Whether the person has something there that they have not looked at. */
export async function hasUnseen(db: Db, userId: UserId, projectId: ProjectId, code: string): Promise<boolean> {
  const row = await db
    .selectFrom("notice").where("user_id", "=", userId).where("project_id", "=", projectId).where("code", "=", code).where("seen_at", "is", null)
    .select("id").limit(1).executeTakeFirst();
  return row !== undefined;
}

export type Look = { readonly projectId: ProjectId; /** How far the journal goes now. */ readonly head: number };

/** The projects whose journal goes further than somebody has looked, or that nobody has looked at today. */
export async function listToLookAt(db: Db, today: Day): Promise<Look[]> {
  const head = sql<number>`coalesce((select max(journal.seq) from journal where journal.project_id = project.id), 0)`;
  const rows = await db
    .selectFrom("project").leftJoin("notice_look", "notice_look.project_id", "project.id")
    .where(sql<boolean>`notice_look.seq is null or notice_look.day < ${today} or notice_look.seq < ${head}`)
    .select(["project.id", head.as("head")]).orderBy("project.id").execute();
  return rows.map((row) => ({ projectId: row.id, head: Number(row.head) }));
}

/** Never back: of two servers that look at once, the one that saw less says nothing. */
export async function keepLook(db: Tx, { projectId, head }: Look, day: Day): Promise<void> {
  await db
    .insertInto("notice_look").values({ project_id: projectId, seq: head, day })
    .onConflict((conflict) => conflict.column("project_id").doUpdateSet({
      seq: sql<number>`case when notice_look.seq < ${head} then ${head} else notice_look.seq end`,
      day: sql<Day>`case when notice_look.day < ${day} then ${day} else notice_look.day end`,
    }))
    .execute();
}

function fromRow(row: Row<"notice">): Notice {
  return {
    id: row.id, projectId: row.project_id, userId: row.user_id, kind: row.kind, code: row.code, subject: row.subject, step: row.step, madeAt: row.made_at,
  };
}
