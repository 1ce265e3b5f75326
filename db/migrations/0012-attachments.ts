// Files that are evidence: what lies in a milestone, and which of them each submission froze. Their bytes lie on disk, by SHA-256.
import type { Kysely } from "kysely";

export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable("attachment")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("milestone_id", "text", (c) => c.notNull().references("milestone.id"))
    // 1, 2, 3 … within its milestone
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("type", "text", (c) => c.notNull())
    .addColumn("name", "text", (c) => c.notNull())
    // what its bytes are, not what its name says
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("hash", "text", (c) => c.notNull())
    .addColumn("byte_count", "integer", (c) => c.notNull())
    // a photo that says where it was taken, added in the knowledge of it
    .addColumn("place_known_at", "text")
    .addColumn("added_by", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("added_at", "text", (c) => c.notNull())
    .addColumn("removed_at", "text")
    .addColumn("removed_by", "text", (c) => c.references("membership.id"))
    .addColumn("removed_reason", "text")
    .addColumn("replaced_by", "text", (c) => c.references("attachment.id"))
    // its bytes may be deleted: it was taken away before anybody sent it in
    .addColumn("purged_at", "text")
    .addUniqueConstraint("attachment_number_unique", ["milestone_id", "number"])
    .execute();
  await db.schema.createIndex("attachment_project_idx").on("attachment").column("project_id").execute();
  await db.schema.createIndex("attachment_hash_idx").on("attachment").column("hash").execute();
  await db.schema
    .createTable("submission_file")
    .addColumn("submission_id", "text", (c) => c.notNull().references("submission.id"))
    .addColumn("position", "integer", (c) => c.notNull())
    .addColumn("attachment_id", "text", (c) => c.notNull().references("attachment.id"))
    .addColumn("hash", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("submission_file_pk", ["submission_id", "position"])
    .execute();
  await db.schema.createIndex("submission_file_attachment_idx").on("submission_file").column("attachment_id").execute();
}
