// Opens the one database: SQLite in a file (embedded default) or PostgreSQL, behind the same Kysely type.
import SqliteDatabase from "better-sqlite3";
import { Kysely, PostgresDialect, SqliteDialect } from "kysely";
import pg from "pg";
import type { Tables } from "./schema";

export type Db = Kysely<Tables>;
export type DatabaseKind = "sqlite" | "postgres";
export type Database =
  | { readonly kind: "sqlite"; readonly db: Db; /** The connection that `db` has: only for whoever holds it (`db.connection()`). */ readonly file: SqliteFile }
  | { readonly kind: "postgres"; readonly db: Db; /** Connections for the logs of documents only, so that writing never waits for a page. */ readonly logPool: pg.Pool };
/** The file itself. Every statement it prepares is kept for as long as the process lives: their number must be bounded by the code. */
export type SqliteFile = { readonly inTransaction: boolean; prepare(sql: string): Statement; close(): void };

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
    const pool = openPool({ connectionString: url, max: 10, types }, durably);
    const logPool = openPool({ connectionString: url, ...logConnections }, `${durably}; set lock_timeout = '20s'`);
    // Kysely ends its pool when it is destroyed, if it was ever used: the other goes with it
    const both = { connect: () => pool.connect(), end: async () => void (await Promise.all([pool.end(), logPool.end()])) };
    return { kind: "postgres", db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: both }) }), logPool };
  }
  const file = new SqliteDatabase(url);
  file.exec("pragma journal_mode = WAL; pragma synchronous = FULL; pragma foreign_keys = ON; pragma busy_timeout = 5000");
  const database = remembering(file);
  return { kind: "sqlite", db: new Kysely<Tables>({ dialect: new SqliteDialect({ database }) }), file: database };
}

/** Whatever the database is set to: what a commit has answered is on the disk. */
const durably = "set synchronous_commit = on";
/** A network may swallow an answer without a word: whoever waits longer than this is told that it failed, and tries again. */
const logConnections: pg.PoolConfig = { max: 6, idleTimeoutMillis: 60_000, connectionTimeoutMillis: 5_000, query_timeout: 30_000, keepAlive: true };

function openPool(config: pg.PoolConfig, settings: string): pg.Pool {
  const pool = new pg.Pool({ ...config, onConnect: async (client) => void (await client.query(settings)) });
  // an idle connection that the server closes must not end the process; the next query reports what is wrong
  pool.on("error", () => undefined);
  return pool;
}

type Statement = SqliteDatabase.Statement<unknown[]>;

/** Everything better-sqlite3 made for us, for as long as the process lives. */
const kept: [SqliteDatabase.Database, ReadonlyMap<string, Statement>][] = [];

/**
 * Prepares each SQL text once and lets go of nothing: on Node 24.19 and later, an object of better-sqlite3 12 that is garbage collected
 * takes the whole process with it (nodejs/node#65446). Our SQL texts are few, so the cache is bounded by the code.
 */
function remembering(file: SqliteDatabase.Database): SqliteFile {
  const prepared = new Map<string, Statement>();
  kept.push([file, prepared]);
  return {
    get inTransaction() {
      return file.inTransaction;
    },
    close: () => void file.close(),
    prepare(sql: string): Statement {
      const known = prepared.get(sql) ?? file.prepare<unknown[]>(sql);
      prepared.set(sql, known);
      return known;
    },
  };
}
