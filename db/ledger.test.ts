// Appending to many logs at once: in order, without gaps, all or nothing, and never seen with a hole by whoever reads at the same time.
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { DocumentId, UserId } from "../app/domain/ids";
import { connect } from "./connect";
import { appendEdits, readEditsAfter } from "./document-log";
import { openLedger, readHeads } from "./ledger";
import { author, editsOf, emptyDocuments, longAgo, wordsOf } from "./ledger-testing";
import { freshDatabase, testDatabases } from "./testing";
import { inTransaction } from "./transaction";

const nowhere = "nowhere" as DocumentId;

async function ledgerOn(kind: (typeof testDatabases)[number], count = 3) {
  const database = await freshDatabase(kind);
  const ids = await emptyDocuments(database, count);
  const [one, two, three] = ids as [DocumentId, DocumentId, DocumentId];
  const log = async (id: DocumentId) => (await readEditsAfter(database.db, id, 0)) ?? [];
  return { database, ledger: openLedger(database), ids, one, two, three, log };
}

describe.each(testDatabases)("[D10] the ledger on %s", (kind) => {
  test("appends to each document in order, and answers where each begins", async () => {
    const { database, ledger, one, two, three, log } = await ledgerOn(kind);
    const batch = [{ documentId: one, edits: editsOf("a", "b") }, { documentId: two, edits: editsOf("x") }];
    expect(await ledger.append(batch, longAgo)).toEqual(new Map([[one, 1], [two, 1]]));
    expect(await ledger.append([{ documentId: two, edits: editsOf("y", "", "z") }, { documentId: one, edits: [{ bytes: new Uint8Array([0, 255]), authorId: null }] }], longAgo))
      .toEqual(new Map([[two, 2], [one, 3]]));
    expect(await ledger.appendAlone({ documentId: one, edits: editsOf("d") }, longAgo)).toBe(4);
    expect((await log(one)).map((edit) => [edit.seq, [...edit.bytes], edit.authorId])).toEqual([[1, [97], author], [2, [98], author], [3, [0, 255], null], [4, [100], author]]);
    expect([wordsOf(await log(two)), (await log(two)).map((edit) => edit.seq), await log(three)]).toEqual([["x", "y", "", "z"], [1, 2, 3, 4], []]);
    expect(await readHeads(database, [one, two, three, nowhere])).toEqual(new Map([[one, 4], [two, 4], [three, 0]]));
    expect(await readHeads(database, [])).toEqual(new Map());
    await database.close();
  });

  test("takes thousands of edits and megabytes in one go", async () => {
    const { database, ledger, one, two, log } = await ledgerOn(kind);
    const many = Array.from({ length: 4_000 }, (_, index) => ({ bytes: Buffer.alloc(index % 7 === 0 ? 4_096 : index % 50, index), authorId: author }));
    await ledger.append([{ documentId: one, edits: editsOf("first") }, { documentId: two, edits: many }], longAgo);
    const read = await log(two);
    expect(read.length).toBe(many.length);
    expect(read.findIndex((edit, index) => edit.seq !== index + 1 || Buffer.compare(edit.bytes, (many[index] as { bytes: Buffer }).bytes) !== 0)).toBe(-1);
    await database.close();
  });

  test("says which document is not there, and stores the others", async () => {
    const { database, ledger, one, log } = await ledgerOn(kind);
    expect(await ledger.append([{ documentId: nowhere, edits: editsOf("lost") }, { documentId: one, edits: editsOf("kept") }], longAgo)).toEqual(new Map<DocumentId, unknown>([[nowhere, "missing"], [one, 1]]));
    await expect(ledger.appendAlone({ documentId: nowhere, edits: editsOf("lost") }, longAgo)).rejects.toThrow("not there");
    expect(wordsOf(await log(one))).toEqual(["kept"]);
    await database.close();
  });

  test("writes all or nothing", async () => {
    const { database, ledger, one, two, log } = await ledgerOn(kind);
    const stranger = { bytes: Buffer.from("b"), authorId: "nobody" as UserId };
    await expect(ledger.append([{ documentId: one, edits: editsOf("a") }, { documentId: two, edits: [...editsOf("a"), stranger] }], longAgo)).rejects.toThrow(/foreign key/i);
    expect([await log(one), await log(two), (await readHeads(database, [one])).get(one)]).toEqual([[], [], 0]);
    expect(await ledger.append([{ documentId: one, edits: editsOf("again") }], longAgo)).toEqual(new Map([[one, 1]]));
    await database.close();
  });

  test("is not part of a transaction that somebody else has open", async () => {
    const { database, ledger, one, two, log } = await ledgerOn(kind);
    const act = inTransaction(database.db, async (db) => {
      await appendEdits(db, two, editsOf("undone"), longAgo);
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error("the act thought better of it");
    });
    const [, appended] = await Promise.all([expect(act).rejects.toThrow("better"), ledger.append([{ documentId: one, edits: editsOf("kept") }], longAgo)]);
    expect([appended, wordsOf(await log(one)), await log(two)]).toEqual([new Map([[one, 1]]), ["kept"], []]);
    await database.close();
  });

  test("two at once on the same documents: a reader on a third connection sees no hole, and every edit lands once", async () => {
    const { database, ids, log } = await ledgerOn(kind);
    // SQLite belongs to one process: its writers share a connection
    const second = kind === "postgres" ? connect(database.url) : database;
    const reader = connect(database.url);
    const rounds = 30;
    let isDone = false;
    const writing = [database, second].map(async (side, who) => {
      const ledger = openLedger(side);
      for (let round = 0; round < rounds; round += 1) {
        const batch = ids.map((documentId) => ({ documentId, edits: editsOf(`${who}.${round}.a`, `${who}.${round}.b`) }));
        const appended = await ledger.append(batch, longAgo);
        await Promise.all(batch.filter((each) => appended.get(each.documentId) === "busy").map((each) => ledger.appendAlone(each, longAgo)));
      }
    });
    const reading = (async () => {
      const known = new Map(ids.map((id) => [id, 0]));
      while (!isDone) {
        for (const id of ids) {
          const seq = known.get(id) ?? 0;
          const news = await readEditsAfter(reader.db, id, seq);
          expect(news, `a hole after ${seq}`).not.toBeNull();
          known.set(id, news?.at(-1)?.seq ?? seq);
        }
      }
    })();
    await Promise.all(writing);
    isDone = true;
    await reading;
    for (const id of ids) {
      const words = wordsOf(await log(id));
      expect(words.length).toBe(rounds * 4);
      for (const who of [0, 1]) {
        expect(words.filter((word) => word.startsWith(`${who}.`))).toEqual(Array.from({ length: rounds }, (_, round) => [`${who}.${round}.a`, `${who}.${round}.b`]).flat());
      }
    }
    await reader.db.destroy();
    if (second !== database) await second.db.destroy();
    await database.close();
  });
});

test.runIf(testDatabases.includes("postgres"))("[D10] on PostgreSQL nobody waits for a document that somebody else is writing to", async () => {
  const { database, ledger, one, two, log } = await ledgerOn("postgres");
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const act = inTransaction(database.db, async (db) => {
    await appendEdits(db, one, editsOf("the act's"), longAgo);
    await held;
  });
  await expect.poll(() => ledger.append([{ documentId: one, edits: editsOf("too early") }], longAgo)).toEqual(new Map([[one, "busy"]]));
  expect(await ledger.append([{ documentId: one, edits: editsOf("later") }, { documentId: two, edits: editsOf("now") }, { documentId: nowhere, edits: editsOf("never") }], longAgo))
    .toEqual(new Map<DocumentId, unknown>([[one, "busy"], [two, 1], [nowhere, "missing"]]));
  let alone: number | null = null;
  const waiting = ledger.appendAlone({ documentId: one, edits: editsOf("later") }, longAgo).then((first) => (alone = first));
  await ledger.append([{ documentId: two, edits: editsOf("meanwhile") }], longAgo);
  expect(alone).toBeNull();
  letGo();
  await act;
  expect(await waiting).toBe(2);
  expect([wordsOf(await log(one)), wordsOf(await log(two))]).toEqual([["the act's", "later"], ["now", "meanwhile"]]);
  await database.close();
});

test.runIf(testDatabases.includes("postgres"))("[D10] on PostgreSQL a commit is on disk when it answers, whatever the database is set to", async () => {
  const url = new URL(process.env.TEST_DATABASE_URL ?? "");
  url.searchParams.set("options", "-c synchronous_commit=off");
  const database = connect(url.toString());
  if (database.kind !== "postgres") throw new Error("that is no PostgreSQL");
  expect((await database.logPool.query("show synchronous_commit")).rows).toEqual([{ synchronous_commit: "on" }]);
  await inTransaction(database.db, async (db) => {
    expect((await sql`show synchronous_commit`.execute(db)).rows).toEqual([{ synchronous_commit: "on" }]);
  });
  await database.db.destroy();
});
