// Column types that mean the same JavaScript values on SQLite and PostgreSQL. Migrations import this and kysely, nothing else.
import { sql, type Kysely, type RawBuilder } from "kysely";

/** Bytes: `blob` on SQLite, `bytea` on PostgreSQL; a Buffer in JavaScript on both. */
export function bytesColumn(db: Kysely<never>): RawBuilder<unknown> {
  return isPostgres(db) ? sql`bytea` : sql`blob`;
}

/** A date column as better-auth wants it: ISO text on SQLite, timestamptz on PostgreSQL. Our own tables use text instants. */
export function authDateColumn(db: Kysely<never>): RawBuilder<unknown> {
  return isPostgres(db) ? sql`timestamptz` : sql`date`;
}

/** A yes/no as better-auth wants it. Our own tables have none: a boolean column is a time somebody forgot to write. */
export function authFlagColumn(db: Kysely<never>): RawBuilder<unknown> {
  return isPostgres(db) ? sql`boolean` : sql`integer`;
}

/** `column in ('a', 'b')` for a check constraint on a state column. */
export function oneOf(column: string, values: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} in (${sql.join(values.map((value) => sql.lit(value)))})`;
}

function isPostgres(db: Kysely<never>): boolean {
  return db.getExecutor().adapter.supportsTransactionalDdl;
}
