// Signed checkpoints of the journal, and what has been handed over to the municipality with the archives made of it.
import type { Kysely } from "kysely";
import { oneOf } from "../columns";

export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable("checkpoint")
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    // how long the journal was, the hash of its last entry, and one hash over the hashes of all of them
    .addColumn("seq", "integer", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("chain", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("key_id", "text", (c) => c.notNull())
    .addColumn("signature", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("checkpoint_pk", ["project_id", "seq"])
    .execute();
  await db.schema
    .createTable("handover")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("number", "integer", (c) => c.notNull())
    // the submission that was handed over with its decisions; null for a version by itself
    .addColumn("submission_id", "text", (c) => c.references("submission.id"))
    .addColumn("title", "text", (c) => c.notNull())
    .addColumn("public_title", "text", (c) => c.notNull())
    // a code of db/reference/access-grounds; null: nothing is proposed to be kept from the public
    .addColumn("ground", "text")
    .addColumn("language", "text", (c) => c.notNull().check(oneOf("language", ["nb", "nn", "en"])))
    .addColumn("handed_over_by", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("handed_over_at", "text", (c) => c.notNull())
    .addUniqueConstraint("handover_number_unique", ["project_id", "number"])
    .execute();
  await db.schema
    .createTable("handover_part")
    .addColumn("handover_id", "text", (c) => c.notNull().references("handover.id"))
    .addColumn("position", "integer", (c) => c.notNull())
    // a frozen version, or a file by its SHA-256
    .addColumn("version_id", "text", (c) => c.references("version.id"))
    .addColumn("file_hash", "text")
    .addColumn("title", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("handover_part_pk", ["handover_id", "position"])
    .execute();
  // made of the rows above as often as somebody asks; a row for each bytes that were ever given out
  await db.schema
    .createTable("handover_archive")
    .addColumn("handover_id", "text", (c) => c.notNull().references("handover.id"))
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("byte_count", "bigint", (c) => c.notNull())
    .addColumn("made_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("handover_archive_pk", ["handover_id", "hash"])
    .execute();
  await db.schema.createIndex("handover_archive_hash_idx").on("handover_archive").column("hash").execute();
  await db.schema.createIndex("version_hash_idx").on("version").column("hash").execute();
  await db.schema.createIndex("journal_hash_idx").on("journal").column("hash").execute();
  await db.schema.createIndex("journal_kind_idx").on("journal").columns(["kind", "project_id"]).execute();
}
