// Fresh, migrated databases for tests: SQLite in a temporary file always, PostgreSQL in a schema of its own when TEST_DATABASE_URL is set.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KyselyPlugin } from "kysely";
import pg from "pg";
import { connect, type Database, type DatabaseKind, type Db } from "./connect";
import { migrate } from "./migrate";

export type TestDatabase = Database & { readonly url: string; close(): Promise<void>; /** Like close, when `db` has been destroyed already. */ remove(): Promise<void> };

/** The databases every db and act test runs on: `describe.each(testDatabases)`. */
export const testDatabases: readonly DatabaseKind[] = process.env.TEST_DATABASE_URL ? ["sqlite", "postgres"] : ["sqlite"];

/** An empty database of that kind; `close` removes every trace of it. `migrated: false` leaves it without tables. */
export async function freshDatabase(kind: DatabaseKind, { migrated = true } = {}): Promise<TestDatabase> {
  const { url, remove } = kind === "sqlite" ? freshFile() : await freshSchema();
  const database = connect(url);
  if (migrated) await migrate(database);
  return {
    ...database,
    url,
    remove,
    async close() {
      await database.db.destroy();
      await remove();
    },
  };
}

/** The same database, and how many queries have been asked of it through what is returned, also inside transactions. */
export function countQueries(db: Db): { readonly db: Db; readonly asked: () => number } {
  let asked = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    // counted as they are answered: the text of a kept query is made once, however often it is asked
    transformResult: ({ result }) => {
      asked += 1;
      return Promise.resolve(result);
    },
  };
  return { db: db.withPlugin(counter), asked: () => asked };
}

function freshFile() {
  const folder = mkdtempSync(join(tmpdir(), "samtun-test-"));
  return { url: join(folder, "test.sqlite"), remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

async function freshSchema() {
  const base = process.env.TEST_DATABASE_URL;
  if (!base) throw new Error("TEST_DATABASE_URL is not set");
  const schema = `t_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await inAdmin(base, `create schema ${schema}`);
  const url = new URL(base);
  url.searchParams.set("options", `-c search_path=${schema}`);
  return { url: url.toString(), remove: () => inAdmin(base, `drop schema ${schema} cascade`) };
}

async function inAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
