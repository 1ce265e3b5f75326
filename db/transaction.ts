// One transaction, with the outer database out of reach: SQLite has one connection and would wait for itself for ever.
import type { Transaction } from "kysely";
import type { Db } from "./connect";
import type { Tables } from "./schema";

/** A Kysely that is inside a transaction; functions in db/ take either. */
export type Tx = Transaction<Tables>;

/** Shadow the name `db` on purpose: `inTransaction(office.db, async (db) => ...)`. Whatever throws rolls everything back. */
export function inTransaction<T>(db: Db, work: (db: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work);
}
