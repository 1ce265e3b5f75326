// Opens the one database: SQLite in a file (embedded default) or PostgreSQL, behind the same Kysely type.
import SqliteDatabase from "better-sqlite3";
import { Kysely, PostgresDialect, SqliteDialect } from "kysely";
import pg from "pg";
import type { Tables } from "./schema";

export type Db = Kysely<Tables>;
export type DatabaseKind = "sqlite" | "postgres";
export type Database = { readonly db: Db; readonly kind: DatabaseKind };

/** int8 columns hold whole øre, far below 2^53: read as numbers, on this pool only. */
const int8 = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === int8 ? (text: string) => Number(text) : pg.types.getTypeParser(oid, format as "text")) as pg.CustomTypesConfig["getTypeParser"],
};

/**
 * `url`: `postgres://…`, or the path of an SQLite file (`:memory:` in tests). SQLite runs in WAL with synchronous=FULL: what a
 * commit has answered is on the disk. Throws when the file or server cannot be opened.
 */
export function connect(url: string): Database {
  if (/^postgres(ql)?:\/\//.test(url)) {
    const pool = new pg.Pool({ connectionString: url, max: 10, types });
    // an idle connection that the server closes must not end the process; the next query reports what is wrong
    pool.on("error", () => undefined);
    return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), kind: "postgres" };
  }
  const file = new SqliteDatabase(url);
  file.exec("pragma journal_mode = WAL; pragma synchronous = FULL; pragma foreign_keys = ON; pragma busy_timeout = 5000");
  return { db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: remembering(file) }) }), kind: "sqlite" };
}

type Statement = SqliteDatabase.Statement<unknown[]>;

/** Everything better-sqlite3 made for us, for as long as the process lives. */
const kept: [SqliteDatabase.Database, ReadonlyMap<string, Statement>][] = [];

/**
 * Prepares each SQL text once and lets go of nothing: on Node 24.19 and later, an object of better-sqlite3 12 that is garbage collected
 * takes the whole process with it (nodejs/node#65446). Our SQL texts are few, so the cache is bounded by the code.
 */
function remembering(file: SqliteDatabase.Database) {
  const prepared = new Map<string, Statement>();
  kept.push([file, prepared]);
  return {
    close: () => void file.close(),
    prepare(sql: string): Statement {
      const known = prepared.get(sql) ?? file.prepare<unknown[]>(sql);
      prepared.set(sql, known);
      return known;
    },
  };
}
