// Brings a database to the head of the frozen list of migrations, each in its own transaction, one server at a time.
import { sql, type Kysely } from "kysely";
import type { Database } from "./connect";
import * as people from "./migrations/0001-people";
import * as projects from "./migrations/0002-projects";
import * as deletions from "./migrations/0003-deletions";
import * as approvals from "./migrations/0004-approvals";
import * as handover from "./migrations/0009-handover";
import * as notices from "./migrations/0010-notices";
import * as grounds from "./migrations/0011-grounds";
import * as attachments from "./migrations/0012-attachments";
import * as template from "./migrations/0013-template";

/** Listed by hand, in order. Landed ones are never edited or moved. */
export const migrations: readonly { readonly name: string; readonly up: (db: Kysely<never>) => Promise<void> }[] = [
  { name: "0001-people", up: people.up },
  { name: "0002-projects", up: projects.up },
  { name: "0003-deletions", up: deletions.up },
  { name: "0004-approvals", up: approvals.up },
  { name: "0009-handover", up: handover.up },
  { name: "0010-notices", up: notices.up },
  { name: "0011-grounds", up: grounds.up },
  { name: "0012-attachments", up: attachments.up },
  { name: "0013-template", up: template.up },
];

export class DatabaseIsNewer extends Error {}

/** PostgreSQL's advisory lock for our migrations: any fixed number will do. */
const migrationLock = 5_317_409;

/** Applies what is missing and answers the names applied. Throws DatabaseIsNewer when the database knows migrations this code does not. */
export async function migrate({ db, kind }: Database): Promise<string[]> {
  return db.connection().execute(async (connection) => {
    if (kind === "postgres") await sql`select pg_advisory_lock(${sql.lit(migrationLock)})`.execute(connection);
    try {
      await sql`create table if not exists migration (name text not null primary key, applied_at text not null)`.execute(connection);
      const done = new Set((await sql<{ name: string }>`select name from migration`.execute(connection)).rows.map((row) => row.name));
      const known = new Set(migrations.map((each) => each.name));
      const strange = [...done].filter((name) => !known.has(name));
      if (strange.length > 0) throw new DatabaseIsNewer(strange.join(", "));
      const missing = migrations.filter((each) => !done.has(each.name));
      for (const migration of missing) {
        await connection.transaction().execute(async (tx) => {
          await migration.up(tx as unknown as Kysely<never>);
          await sql`insert into migration (name, applied_at) values (${migration.name}, ${new Date().toISOString()})`.execute(tx);
        });
      }
      return missing.map((each) => each.name);
    } finally {
      if (kind === "postgres") await sql`select pg_advisory_unlock(${sql.lit(migrationLock)})`.execute(connection);
    }
  });
}

/** Whether every migration of this code has been applied; for the readiness check. */
export async function isAtHead({ db }: Database): Promise<boolean> {
  const rows = (await sql<{ name: string }>`select name from migration`.execute(db)).rows;
  return migrations.every((each) => rows.some((row) => row.name === each.name));
}
