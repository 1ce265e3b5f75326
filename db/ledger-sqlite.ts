// Appending on SQLite: statements prepared once, run in one piece while nobody else has the one connection.
import type { DocumentId } from "../app/domain/ids";
import type { Instant } from "../app/domain/time";
import type { Db, SqliteFile } from "./connect";
import type { Appended, Appending, Ledger } from "./ledger";

const moveHead = "update document set head = head + ? where id = ? returning head";
const addEdit = "insert into document_update (document_id, seq, bytes, author_id, written_at) values (?, ?, ?, ?, ?)";

export function sqliteLedger(db: Db, file: SqliteFile): Ledger {
  // holding the connection, we are never inside a transaction that somebody else has open
  const append = (batch: readonly Appending[], at: Instant) => db.connection().execute(async () => write(file, batch, at));
  return {
    append,
    async appendAlone(appending, at) {
      const first = (await append([appending], at)).get(appending.documentId);
      if (typeof first !== "number") throw new Error(`document ${appending.documentId} is not there`);
      return first;
    },
  };
}

function write(file: SqliteFile, batch: readonly Appending[], at: Instant): Map<DocumentId, Appended> {
  file.prepare("begin immediate").run();
  try {
    const appended = new Map(batch.map((each) => [each.documentId, writeOne(file, each, at)]));
    file.prepare("commit").run();
    return appended;
  } catch (fault) {
    // a full disk may have rolled it back already
    if (file.inTransaction) file.prepare("rollback").run();
    throw fault;
  }
}

function writeOne(file: SqliteFile, { documentId, edits }: Appending, at: Instant): Appended {
  const moved = file.prepare(moveHead).get(edits.length, documentId) as { head: number } | undefined;
  if (!moved) return "missing";
  const first = moved.head - edits.length + 1;
  const adding = file.prepare(addEdit);
  edits.forEach((edit, index) => adding.run(documentId, first + index, edit.bytes, edit.authorId, at));
  return first;
}
