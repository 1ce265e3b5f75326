// The logs of many documents, appended to in one transaction: the shortest way to disk that each database has.
import { sql } from "kysely";
import type { DocumentId } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import type { Database } from "./connect";
import type { Edit } from "./document-log";
import { postgresLedger } from "./ledger-postgres";
import { sqliteLedger } from "./ledger-sqlite";

/** Edits of one document, to be appended in this order. */
export type Appending = { readonly documentId: DocumentId; readonly edits: readonly Edit[] };
/** The seq of the first edit; or why nothing of this document was written: somebody else is writing to it just now, or it is not there. */
export type Appended = number | "busy" | "missing";

/**
 * Whatever throws has written nothing; but for an answer lost on its way, when all of it has been written. Trying again is right in
 * either case: the same edit twice in a log is the same document.
 */
export type Ledger = {
  /** Each document at most once. Waits for nobody who writes to one of them on another server. */
  append(batch: readonly Appending[], at: Instant): Promise<ReadonlyMap<DocumentId, Appended>>;
  /** Waits for whoever is writing to the document. Throws when it is not there. */
  appendAlone(appending: Appending, at: Instant): Promise<number>;
};

export function openLedger(database: Database): Ledger {
  return database.kind === "sqlite" ? sqliteLedger(database.db, database.file) : postgresLedger(database.logPool);
}

/** The seq of the newest edit of each; what is not there is not in the answer. One SQL text however many are asked for. */
export async function readHeads({ db, kind }: Database, documentIds: readonly DocumentId[]): Promise<Map<DocumentId, number>> {
  const asked = kind === "sqlite" ? sql`(select value from json_each(${JSON.stringify(documentIds)}))` : sql`(select unnest(${documentIds}::text[]))`;
  const { rows } = await sql<{ id: DocumentId; head: number }>`select id, head from document where id in ${asked}`.execute(db);
  return new Map(rows.map((row) => [row.id, row.head]));
}
