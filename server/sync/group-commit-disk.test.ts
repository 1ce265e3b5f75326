// The group commit on real databases: told only when it is on disk, and several servers at once on the same documents.
import SqliteDatabase from "better-sqlite3";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { DocumentId } from "../../app/domain/ids";
import { connect } from "../../db/connect";
import { readEditsAfter, readStored } from "../../db/document-log";
import { editsOf, emptyDocuments, longAgo, wordsOf } from "../../db/ledger-testing";
import { freshDatabase, testDatabases } from "../../db/testing";
import { realClock } from "./clock";
import { GroupCommit } from "./group-commit";
import { TestRoom } from "./group-commit-testing";
import { noMeter } from "./meter";
import { databaseStore } from "./store";

const log = { info: () => undefined, warn: () => undefined, error: (facts: Record<string, unknown>, words: string) => { throw new Error(`${words} ${JSON.stringify(facts)}`); } };
const now = () => longAgo;

test("[D10] nobody is told before another connection can read it (sqlite)", async () => {
  const database = await freshDatabase("sqlite");
  const ids = await emptyDocuments(database, 5);
  const commit = new GroupCommit({ store: databaseStore({ database, now }), clock: realClock, meter: noMeter, log });
  const other = new SqliteDatabase(database.url, { readonly: true });
  const count = other.prepare<unknown[], { count: number }>("select count(*) as count from document_update where document_id = ?");
  const seen: number[] = [];
  const rooms = ids.map((id) => {
    const room = new TestRoom(id);
    room.onStored = () => seen.push((count.get(id)?.count ?? 0) - room.words.length);
    return room;
  });
  for (let round = 0; round < 10; round += 1) {
    for (const room of rooms) room.write(commit, `${round}`);
    await new Promise((resolve) => setTimeout(resolve, round % 3));
  }
  await commit.idle();
  expect(seen.length).toBeGreaterThan(5);
  expect(new Set(seen)).toEqual(new Set([0]));
  other.close();
  await database.close();
});

describe.each(testDatabases)("on %s", (kind) => {
  test("[D10] several servers write to the same documents: each word once, each room's in its order, without gaps", async () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1e9);
    console.info(`seed ${seed}`);
    let state = seed >>> 0;
    const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    const database = await freshDatabase(kind);
    const ids = await emptyDocuments(database, 4);
    // SQLite belongs to one process: its servers share a connection
    const others = [1, 2].map(() => (kind === "postgres" ? connect(database.url) : database));
    const servers = [database, ...others].map((each) => {
      const commit = new GroupCommit({ store: databaseStore({ database: each, now }), clock: realClock, meter: noMeter, log });
      return { commit, rooms: ids.map((id) => new TestRoom(id)), written: ids.map((): string[] => []) };
    });
    for (let step = 0; step < 600; step += 1) {
      const server = Math.floor(random() * servers.length);
      const at = Math.floor(random() * ids.length);
      const { commit, rooms, written } = servers[server] as (typeof servers)[number];
      const words = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, index) => `${server}.${step}.${index}`);
      written[at]?.push(...words);
      rooms[at]?.write(commit, ...words);
      if (random() < 0.3) await new Promise((resolve) => setTimeout(resolve, random() * 4));
    }
    await Promise.all(servers.map(({ commit }) => commit.idle()));
    for (const [at, id] of ids.entries()) {
      const edits = (await readEditsAfter(database.db, id, 0)) ?? [];
      const inLog = wordsOf(edits);
      expect([...inLog].sort(), `seed ${seed}`).toEqual(servers.flatMap(({ written }) => written[at] ?? []).sort());
      for (const { rooms, written } of servers) {
        const room = rooms[at] as TestRoom;
        expect(room.words, `seed ${seed}`).toEqual(written[at]);
        for (const { first, words } of room.landed) expect(inLog.slice(first - 1, first - 1 + words.length), `seed ${seed}`).toEqual(words);
      }
    }
    if (kind === "postgres") for (const other of others) await other.db.destroy();
    await database.close();
  });

  test("[D13] the store reads, tells heads, and shortens; a document that is not there is told from an empty one", async () => {
    const database = await freshDatabase(kind);
    const [one, two] = (await emptyDocuments(database, 2)) as [DocumentId, DocumentId];
    const nowhere = "nowhere" as DocumentId;
    const store = databaseStore({ database, now });
    await store.append([{ documentId: one, edits: editsOf("a", "b", "c") }]);
    const snapshot = { seq: 2, bytes: Buffer.from("state"), stateVector: Buffer.from("vector"), deletions: Buffer.from("gone") };
    await store.shorten(one, snapshot);
    const stored = await store.load(one);
    expect([stored.snapshot, wordsOf(stored.edits), stored.head]).toEqual([snapshot, ["c"], 3]);
    expect([wordsOf((await store.editsAfter(one, 2)) ?? []), await store.editsAfter(one, 0)]).toEqual([["c"], null]);
    expect(await store.load(two)).toEqual({ snapshot: null, edits: [], head: 0 });
    await expect(store.load(nowhere)).rejects.toThrow("not there");
    expect(await store.heads([one, two, nowhere])).toEqual(new Map([[one, 3], [two, 0]]));
    expect(await readStored(database.db, one)).toEqual(stored);
    await database.close();
  });
});

test.runIf(testDatabases.includes("postgres"))("[D12] connections that the database breaks off, busy or idle, cost time and nothing else", async () => {
  const database = await freshDatabase("postgres");
  const ids = await emptyDocuments(database, 3);
  const url = new URL(database.url);
  // by this name we know its connections from those of other tests
  url.searchParams.set("application_name", `server of ${process.pid}`);
  const server = connect(url.toString());
  let failures = 0;
  const counting = { ...log, error: () => void (failures += 1) };
  const commit = new GroupCommit({ store: databaseStore({ database: server, now }), clock: realClock, meter: noMeter, log: counting });
  const rooms = ids.map((id) => new TestRoom(id));
  const words: string[] = [];
  for (let round = 0; round < 60; round += 1) {
    words.push(`${round}`);
    for (const room of rooms) room.write(commit, `${round}`);
    await new Promise((resolve) => setTimeout(resolve, 3));
    if (round % 10 === 5) await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${url.searchParams.get("application_name")}`.execute(database.db);
  }
  await commit.idle();
  for (const room of rooms) {
    expect(room.words).toEqual(words);
    // an answer that was lost on its way is asked for again: the same edit may be in the log twice, but never out of its first place
    const inLog = wordsOf((await readEditsAfter(database.db, room.documentId, 0)) ?? []);
    expect([...new Set(inLog)]).toEqual(words);
  }
  console.info(`${failures} attempts failed`);
  expect((await databaseStore({ database: server, now }).heads(ids)).size).toBe(3);
  await server.db.destroy();
  await database.close();
});
