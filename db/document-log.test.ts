// Snapshots take the place of the edits they cover, and two servers may make them at the same moment.
import { describe, expect, test } from "vitest";
import type { DocumentId } from "../app/domain/ids";
import { connect } from "./connect";
import { appendEdits, readEditsAfter, readStored, shortenLog } from "./document-log";
import { editsOf, emptyDocuments, longAgo, wordsOf } from "./ledger-testing";
import { freshDatabase, testDatabases } from "./testing";
import { inTransaction } from "./transaction";

const snapshotAt = (seq: number, deletions: Uint8Array | null = Buffer.from(`gone ${seq}`)) => ({ seq, bytes: Buffer.from(`state ${seq}`), stateVector: Buffer.from(`vector ${seq}`), deletions });

describe.each(testDatabases)("[D13] the log on %s", (kind) => {
  async function tenEdits() {
    const database = await freshDatabase(kind);
    const [id] = (await emptyDocuments(database, 1)) as [DocumentId];
    await inTransaction(database.db, (db) => appendEdits(db, id, editsOf(..."abcdefghij"), longAgo));
    const shorten = (snapshot: ReturnType<typeof snapshotAt>, from = database) => inTransaction(from.db, (db) => shortenLog(db, id, snapshot, longAgo));
    return { database, id, shorten, stored: () => readStored(database.db, id) };
  }

  test("a snapshot comes back as it was written, with what was deleted", async () => {
    const { database, id, shorten, stored } = await tenEdits();
    await shorten(snapshotAt(4, null));
    expect((await stored()).snapshot).toEqual(snapshotAt(4, null));
    await shorten(snapshotAt(7));
    const { snapshot, edits, head } = await stored();
    expect([snapshot, wordsOf(edits), head]).toEqual([snapshotAt(7), ["h", "i", "j"], 10]);
    expect(wordsOf((await readEditsAfter(database.db, id, 6)) ?? [])).toEqual(["g", "h", "i", "j"]);
    expect(await readEditsAfter(database.db, id, 5)).toBeNull();
    await shorten(snapshotAt(10));
    expect([await readEditsAfter(database.db, id, 10), await readEditsAfter(database.db, id, 8), (await stored()).head]).toEqual([[], null, 10]);
    await database.close();
  });

  test("an older snapshot, and a second one of the same edits, change nothing", async () => {
    const { database, shorten, stored } = await tenEdits();
    await shorten(snapshotAt(7));
    const before = await stored();
    await shorten(snapshotAt(5));
    await shorten({ ...snapshotAt(7), bytes: Buffer.from("another server's") });
    expect(await stored()).toEqual(before);
    await database.close();
  });

  test("two servers at once make their snapshots, and neither fails", async () => {
    const { database, shorten, stored } = await tenEdits();
    // SQLite belongs to one process: its writers share a connection
    const second = kind === "postgres" ? connect(database.url) : database;
    for (const seq of [3, 5, 8]) {
      const made = await Promise.allSettled([shorten(snapshotAt(seq)), shorten(snapshotAt(seq), { ...database, db: second.db }), shorten(snapshotAt(seq + 1), { ...database, db: second.db })]);
      expect(made.filter((each) => each.status === "rejected")).toEqual([]);
      const { snapshot, edits, head } = await stored();
      expect([snapshot, edits.length, head]).toEqual([snapshotAt(seq + 1), 9 - seq, 10]);
    }
    if (second !== database) await second.db.destroy();
    await database.close();
  });
});
