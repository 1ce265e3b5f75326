// What decisions stand on beside texts: what people have stated (a number, a day, a yes or no), and what the rules said when it was decided.
import type { Kysely } from "kysely";

export async function up(db: Kysely<never>): Promise<void> {
  // rows are added, never changed: the newest of a name speaks
  await db.schema
    .createTable("fact")
    .addColumn("id", "text", (c) => c.notNull().primaryKey())
    .addColumn("project_id", "text", (c) => c.notNull().references("project.id"))
    .addColumn("milestone_id", "text", (c) => c.notNull().references("milestone.id"))
    .addColumn("name", "text", (c) => c.notNull())
    // 1, 2, 3 … within its name
    .addColumn("number", "integer", (c) => c.notNull())
    // JSON; null (the JSON one) when what was stated before is not known any more
    .addColumn("value", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("stated_by", "text", (c) => c.notNull().references("membership.id"))
    .addColumn("stated_at", "text", (c) => c.notNull())
    .addUniqueConstraint("fact_number_unique", ["project_id", "name", "number"])
    .execute();
  // JSON: what the rules said, as it was shown; null where none was asked
  await db.schema.alterTable("approval").addColumn("grounds", "text").execute();
  await db.schema.alterTable("outside_record").addColumn("grounds", "text").execute();
  // what goes with a submission or a record beside its texts: the residents' voice, the check of the by-laws. JSON; null where nothing does
  await db.schema.alterTable("submission").addColumn("annex", "text").execute();
  await db.schema.alterTable("outside_record").addColumn("annex", "text").execute();
}
