// Beside each snapshot what was deleted, so that somebody who lacks nothing else need not be sent the document.
import type { Kysely } from "kysely";
import { bytesColumn } from "../columns";

export async function up(db: Kysely<never>): Promise<void> {
  // null in the snapshots that were made before
  await db.schema.alterTable("document_snapshot").addColumn("deletions", bytesColumn(db) as never).execute();
}
