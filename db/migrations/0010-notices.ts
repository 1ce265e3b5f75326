// Notices and how each person wants them, letters that go once, and the calendar feeds.
import type { Kysely } from "kysely";
import { oneOf } from "../columns";

const kinds = ["decide", "correct", "condition", "deadline", "standIn"];

export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable("notice")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("user_id", "text", (c) => c.notNull().references("user.id"))
    .addColumn("kind", "text", (c) => c.notNull().check(oneOf("kind", kinds)))
    // the milestone it leads to
    .addColumn("code", "text", (c) => c.notNull())
    // what waits, and which step of its ladder this is: each once for each person, whatever happens
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("step", "text", (c) => c.notNull())
    .addColumn("made_at", "text", (c) => c.notNull())
    .addColumn("seen_at", "text")
    // done, seen, or not wanted before a letter was written
    .addColumn("dropped_at", "text")
    .addColumn("letter_id", "text", (c) => c.references("letter.id"))
    .addUniqueConstraint("notice_once", ["user_id", "subject", "step"])
    .execute();
  await db.schema
    .createIndex("notice_pending_idx").on("notice").column("user_id").where("letter_id" as never, "is", null).where("dropped_at" as never, "is", null)
    .execute();
  await db.schema.createIndex("notice_letter_idx").on("notice").column("letter_id").execute();
  // how far the journal of each project has been read for notices, and on which day its clocks were last looked at
  await db.schema
    .createTable("notice_look")
    .addColumn("project_id", "text", (c) => c.notNull().primaryKey().references("project.id"))
    .addColumn("seq", "integer", (c) => c.notNull())
    .addColumn("day", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("notice_choice")
    .addColumn("user_id", "text", (c) => c.notNull().references("user.id"))
    .addColumn("kind", "text", (c) => c.notNull().check(oneOf("kind", kinds)))
    .addColumn("pace", "text", (c) => c.notNull().check(oneOf("pace", ["atOnce", "daily", "never"])))
    .addPrimaryKeyConstraint("notice_choice_pk", ["user_id", "kind"])
    .execute();
  await db.schema
    .createTable("unsubscribe_link")
    .addColumn("token_hash", "text", (c) => c.notNull().primaryKey())
    .addColumn("user_id", "text", (c) => c.notNull().references("user.id"))
    .addColumn("made_at", "text", (c) => c.notNull())
    .execute();

  // the same name on every try, so that a receiver who got it twice can tell
  await db.schema.alterTable("letter").addColumn("message_id", "text").execute();
  await db.schema.alterTable("letter").addColumn("unsubscribe_url", "text").execute();
  // null: sent until it is known to have arrived. "atMostOnce": rather lost than sent twice
  await db.schema.alterTable("letter").addColumn("promise", "text", (c) => c.check(oneOf("promise", ["atMostOnce"]))).execute();
  // its text is going out at this very moment, or was when the server ended
  await db.schema.alterTable("letter").addColumn("handed_at", "text").execute();

  await db.schema
    .createTable("calendar_feed")
    .addColumn("user_id", "text", (c) => c.notNull().primaryKey().references("user.id"))
    .addColumn("token_hash", "text", (c) => c.notNull().unique())
    .addColumn("titles", "text", (c) => c.notNull().check(oneOf("titles", ["neutral", "full"])))
    .addColumn("made_at", "text", (c) => c.notNull())
    .execute();
  // what calendars have been told of a day, so that a later day has a higher number and a day taken away is taken away there too
  await db.schema
    .createTable("calendar_event")
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("subject", "text", (c) => c.notNull())
    .addColumn("day", "text", (c) => c.notNull())
    .addColumn("sequence", "integer", (c) => c.notNull())
    .addColumn("changed_at", "text", (c) => c.notNull())
    .addColumn("gone_at", "text")
    .addPrimaryKeyConstraint("calendar_event_pk", ["project_id", "subject"])
    .execute();
}
