// When a server says that it wants no work, what it tells the log, and what it does not mind.
import express from "express";
import { sql } from "kysely";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { Database } from "../../db/connect";
import { freshDatabase, testDatabases } from "../../db/testing";
import { freeBytesBeside } from "../disk-space";
import { health, leastFreeBytes } from "./health";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function open(database: Database, freeBytes: () => Promise<number | null> = async () => null) {
  const lines: string[] = [];
  const note = (level: string) => (_facts: Record<string, unknown>, words: string) => void lines.push(`${level}: ${words}`);
  const server: Server = createServer(express().use("/health", health({ database, freeBytes, isStopping: () => false, log: { info: note("info"), warn: note("warn"), error: note("error") } })));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => void server.close(resolve)));
  const ready = (): Promise<string> => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/health/ready`, { headers: { connection: "close" } }).then(async (answer) => `${answer.status} ${await answer.text()}`);
  /** An answer holds for a second. */
  const becomes = (answer: string) => expect.poll(ready, { timeout: 10_000 }).toBe(answer);
  return { lines, ready, becomes };
}

describe.each(testDatabases)("[O3] readiness on %s", (kind) => {
  test("goes when the tables are not the ones of this server, and comes back; each turn is in the log once, strangers hear nothing of why", async () => {
    const database = await freshDatabase(kind);
    closing.push(() => database.close());
    const { lines, ready, becomes } = await open(database);
    expect(await ready()).toBe("200 ready");
    await sql`create table kept as select * from migration`.execute(database.db);
    await sql`delete from migration`.execute(database.db);
    await becomes("503 not ready");
    await sql`insert into migration select * from kept`.execute(database.db);
    await becomes("200 ready");
    await sql`drop table migration`.execute(database.db);
    await becomes("503 not ready");
    for (let time = 0; time < 3; time++) await ready();
    expect(lines).toEqual(["error: the database is older than this server", "info: ready again", "error: the database does not answer"]);
  });
});

test.skipIf(!testDatabases.includes("postgres"))("[O3] a database that hangs is not ready, and is not asked again before it has answered", async () => {
  const database = await freshDatabase("postgres");
  closing.push(() => database.close());
  const { lines, ready, becomes } = await open(database);
  let letGo = (): void => undefined;
  let holds = (): void => undefined;
  const held = new Promise<void>((resolve) => (holds = resolve));
  const holding = database.db.transaction().execute(async (tx) => {
    await sql`lock table migration in access exclusive mode`.execute(tx);
    holds();
    await new Promise<void>((resolve) => (letGo = resolve));
  });
  await held;
  expect(await ready()).toBe("503 not ready");
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(await ready()).toBe("503 not ready");
  const waiting = await sql<{ count: number }>`select count(*)::int as count from pg_locks where not granted and relation = 'migration'::regclass`.execute(database.db);
  expect(waiting.rows[0]?.count).toBe(1);
  letGo();
  await holding;
  await becomes("200 ready");
  expect(lines).toEqual(["error: the database does not answer", "info: ready again"]);
});

describe("[O14] the disk of an SQLite file", () => {
  test("a nearly full one is a reason to want no work; one that does not tell is none", async () => {
    const database = await freshDatabase("sqlite");
    closing.push(() => database.close());
    let free: number | null = leastFreeBytes - 1;
    const { lines, ready, becomes } = await open(database, async () => free);
    expect(await ready()).toBe("503 not ready");
    free = leastFreeBytes;
    await becomes("200 ready");
    free = null;
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await ready()).toBe("200 ready");
    expect(lines).toEqual(["error: the disk is nearly full", "info: ready again"]);
  });

  test("is looked at where the file lies, also before there is a file; a database elsewhere has none of ours", async () => {
    expect(await freeBytesBeside(`${import.meta.dirname}/not-yet.sqlite`)?.()).toBeGreaterThan(0);
    expect(await freeBytesBeside("/nowhere/at/all/samtun.sqlite")?.()).toBe(null);
    for (const url of ["postgres://db/samtun", "postgresql:///samtun?host=/run", ":memory:"]) expect(freeBytesBeside(url)).toBe(null);
  });
});
