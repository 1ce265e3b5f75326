// The logs of documents, as the engine sees them, in the database.
import type { Instant } from "../../app/domain/time";
import type { Database } from "../../db/connect";
import { dropCovered, readEditsAfter, readStored, shortenLog } from "../../db/document-log";
import { openLedger, readHeads } from "../../db/ledger";
import { inTransaction } from "../../db/transaction";
import type { Store } from "./ground";

export function databaseStore({ database, now }: { readonly database: Database; readonly now: () => Instant }): Store {
  const { db } = database;
  const ledger = openLedger(database);
  return {
    async load(documentId) {
      const stored = await readStored(db, documentId);
      if (stored.head === 0 && !(await readHeads(database, [documentId])).has(documentId)) throw new Error(`document ${documentId} is not there`);
      return stored;
    },
    append: (batch) => ledger.append(batch, now()),
    appendAlone: (appending) => ledger.appendAlone(appending, now()),
    editsAfter: (documentId, seq) => readEditsAfter(db, documentId, seq),
    heads: (documentIds) => readHeads(database, documentIds),
    async shorten(documentId, snapshot) {
      await inTransaction(db, (tx) => shortenLog(tx, documentId, snapshot, now()));
      // each in a turn of its own: what people write goes in between
      do await new Promise((resolve) => setImmediate(resolve));
      while (await dropCovered(db, documentId, snapshot.seq));
    },
  };
}
