// Two real servers on one PostgreSQL, with and without Redis between them, started, stopped, killed and frozen while people type.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { connect } from "../../db/connect";
import { readStored } from "../../db/document-log";
import type { Visitor } from "../visitor";
import { until } from "./door-testing";
import { OwnRedis } from "./redis-testing";
import { replay } from "./replay";
import { buildProgram, ServerProcess } from "./server-process-testing";
import { liveHouse } from "./testing";
import { randomFrom, Typist } from "./typist-testing";

const seed = Number(process.env.SEED ?? Date.now() % 1e9);
const random = randomFrom(seed);
const closers: (() => Promise<unknown> | unknown)[] = [];
let program: Awaited<ReturnType<typeof buildProgram>>;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const oneOf = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)] as T;

async function openTown(redis: OwnRedis | null) {
  const house = await liveHouse("postgres");
  closers.push(() => house.database.close());
  const servers: ServerProcess[] = [];
  const typists: Typist[] = [];

  async function server(): Promise<ServerProcess> {
    const each = await ServerProcess.start(program.file, { TEST_SERVER_DATABASE: house.database.url, TEST_SERVER_REDIS: redis?.url ?? "" });
    closers.push(() => each.end("SIGKILL"));
    servers.push(each);
    return each;
  }
  const addressOf = ({ port }: ServerProcess) => `ws://127.0.0.1:${port}/sync`;
  async function typist(name: string, where: () => ServerProcess): Promise<Typist> {
    const person = await house.join(`Forelder ${name}`, "parent");
    const each = new Typist(name, person.userId, () => `${addressOf(where())}/${house.documentId}`, random);
    closers.push(() => each.leave());
    typists.push(each);
    return each;
  }
  /** Read by a connection of its own, while everything goes on. */
  async function expectNothingLost(when: string): Promise<void> {
    const promised = new Set(typists.flatMap((each) => each.promised()));
    const { db } = connect(house.database.url);
    const doc = replay(await readStored(db, house.documentId));
    await db.destroy();
    const kept = doc.getMap("edits");
    expect([...promised].filter((edit) => !kept.has(edit)), `${when}, seed ${seed}`).toEqual([]);
    expect(doc.store.pendingStructs).toBe(null);
  }
  /** Nobody types any more: everybody has everything that anybody ever wrote, the disk too, and it reads the same. */
  async function expectConverged(): Promise<void> {
    for (const each of typists) each.pause();
    const everything = typists.flatMap((each) => each.own);
    const lacks = ({ doc }: Typist) => everything.filter((edit) => !doc.getMap("edits").has(edit));
    await until(() => typists.every((each) => each.isSynced && each.storedCount === each.own.length && lacks(each).length === 0), `all to have all, seed ${seed}`, 15_000).catch((fault: unknown) => {
      const state = typists.map((each) => `${each.name}: ${each.own.length} written, ${each.storedCount} stored, lacks ${lacks(each).length}${each.isSynced ? "" : ", not connected"}`);
      throw new Error(`${String(fault)}; ${state.join("; ")}`);
    });
    await until(() => new Set(typists.map(({ doc }) => doc.getText("words").toString())).size === 1, "all to read the same");
    await expectNothingLost("at the end");
    expectNoFaults(`${everything.length} edits`);
  }
  function expectNoFaults(words: string): void {
    const fetched = servers.flatMap(({ lines }) => lines.map((line) => Number(line.caughtUp ?? 0))).reduce((sum, each) => sum + each, 0);
    console.info(`${words}, ${fetched} fetched from the log, seed ${seed}`);
    expect(servers.flatMap(({ lines }) => lines.filter(({ level }) => level === "error"))).toEqual([]);
  }
  const allWriting = () => until(() => typists.every((each) => each.storedCount > 5 && each.seen.size > 5), "everybody to be writing and reading");
  return { house, servers, typists, server, typist, addressOf, expectNothingLost, expectConverged, expectNoFaults, allWriting };
}
type Town = Awaited<ReturnType<typeof openTown>>;

async function ownRedis(): Promise<OwnRedis> {
  const redis = await OwnRedis.start();
  closers.push(() => redis.kill());
  return redis;
}

/** Two people at each of two servers, all writing. */
async function twoByTwo(town: Town): Promise<[ServerProcess, ServerProcess]> {
  const [one, two] = await Promise.all([town.server(), town.server()]);
  for (const [index, name] of ["A", "B", "C", "D"].entries()) await town.typist(name, () => (index % 2 === 0 ? one : two));
  for (const each of town.typists) each.start(12);
  await town.allWriting();
  return [one, two];
}

/** The stock client, signed in. */
function stockClient(town: Town, visitor: Visitor, at: ServerProcess): WebsocketProvider {
  class SignedIn extends WebSocket {
    constructor(address: string | URL) {
      super(address, [], { headers: { cookie: visitor.userId, origin: "http://localhost" } });
    }
  }
  const options = { disableBc: true, WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket, maxBackoffTime: 200 };
  const provider = new WebsocketProvider(town.addressOf(at), town.house.documentId, new Y.Doc(), options);
  closers.push(() => provider.destroy());
  return provider;
}

describe.skipIf(!process.env.TEST_DATABASE_URL || !process.env.TEST_REDIS_URL)("two servers", () => {
  beforeAll(async () => {
    console.info(`seed ${seed}`);
    program = await buildProgram("two-servers-testing.ts");
  });
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  afterAll(() => program.remove());

  test("[D15] [D19] three people on two servers write at once and see each other; who drops and comes back on the other server is not seen to leave", async () => {
    const town = await openTown(await ownRedis());
    const [one, two] = await Promise.all([town.server(), town.server()]);
    const names = ["Forelder A", "Forelder B", "Forelder C"];
    const visitors = await Promise.all(names.map((name) => town.house.join(name, "parent")));
    const people = visitors.map((visitor, index) => stockClient(town, visitor, index === 1 ? two : one));
    const [a, ...others] = people as [WebsocketProvider, ...WebsocketProvider[]];
    const textOf = ({ doc }: WebsocketProvider) => doc.getText("words");
    const present = ({ awareness }: WebsocketProvider) => [...awareness.getStates().values()].map((state) => (state.user as { name: string } | undefined)?.name);
    const cursorOfA = ({ awareness }: WebsocketProvider) => awareness.getStates().get(a.doc.clientID)?.cursor as unknown;

    await until(() => people.every((each) => each.synced), "sync");
    for (const each of people) each.awareness.setLocalStateField("cursor", 0);
    const written: string[] = [];
    await Promise.all(people.map(async (each, index) => {
      for (let word = 0; word < 100; word += 1) {
        written.push(`<${index}.${word}>`);
        textOf(each).insert(Math.floor(random() * textOf(each).length), " ");
        textOf(each).insert(0, `<${index}.${word}>`);
        await pause(random() * 8);
      }
    }));
    await until(() => new Set(people.map((each) => textOf(each).toString())).size === 1 && written.every((word) => textOf(a).toString().replaceAll(" ", "").includes(word)), `convergence, seed ${seed}`);
    // a client has no name for itself: the server tells it to the others
    await until(() => people.every((each, index) => names.every((name, other) => other === index || present(each).includes(name))), "everybody to see everybody");

    const seenToLeave = new Set<number>();
    for (const each of others) each.awareness.on("change", ({ removed }: { removed: number[] }) => removed.forEach((id) => seenToLeave.add(id)));
    for (const [round, next] of [two, one, two].entries()) {
      a.serverUrl = town.addressOf(next);
      (a.ws as unknown as WebSocket).terminate();
      await until(() => !a.synced, "the break");
      await until(() => a.synced, "the return");
      a.awareness.setLocalStateField("cursor", round + 1);
      textOf(a).insert(0, `round ${round}`);
      await until(() => others.every((each) => cursorOfA(each) === round + 1 && textOf(each).toString().includes(`round ${round}`)), `the others to see A again, seed ${seed}`);
    }
    // longer than somebody whose connection broke is kept
    await pause(7_000);
    expect([...seenToLeave]).toEqual([]);
    expect(others.map(cursorOfA)).toEqual([3, 3]);
    a.destroy();
    await until(() => others.every((each) => cursorOfA(each) === undefined), "A to be seen to leave");
    expect([...seenToLeave]).toEqual([a.doc.clientID]);
    town.expectNoFaults(`${written.length} words`);
  }, 60_000);

  test("[D10] [D19] Redis is killed while people type, and started again: nothing is lost, and what one server takes the other shows all the while", async () => {
    const redis = await ownRedis();
    const town = await openTown(redis);
    await twoByTwo(town);
    for (let round = 0; round < 2; round += 1) {
      await redis.kill();
      await pause(random() * 1_500);
      const marks = town.typists.map((each) => each.own.length);
      await until(() => town.typists.every(({ seen, name }) => town.typists.every((each, index) => each.name === name || seen.has(`${each.name}.${marks[index]}`))), `edits to cross without Redis, seed ${seed}`);
      await town.expectNothingLost("without Redis");
      await redis.start();
      await pause(500 + random() * 2_500);
      await town.expectNothingLost("with Redis again");
    }
    await town.expectConverged();
  }, 90_000);

  test("[D10] [O12] servers come and go while people type: nothing that was called stored or seen by another is lost", async () => {
    const town = await openTown(await ownRedis());
    await Promise.all([town.server(), town.server()]);
    const open = () => town.servers.filter((each) => each.isRunning && !leaving.has(each));
    const leaving = new Set<ServerProcess>();
    for (const name of ["A", "B", "C", "D"]) await town.typist(name, () => oneOf(open()));
    for (const each of town.typists) each.start(12);
    await town.allWriting();
    for (let round = 0; round < 8; round += 1) {
      const leaver = oneOf(open());
      const signal = round % 2 === 0 ? "SIGKILL" : "SIGTERM";
      const marks = town.typists.map((each) => each.storedCount);
      // a rolling restart starts the next one first; a killed one is missed until somebody starts it
      if (signal === "SIGTERM") await town.server();
      leaving.add(leaver);
      expect(await leaver.end(signal)).toBe(signal === "SIGTERM" ? 0 : null);
      await town.expectNothingLost(`round ${round}, after ${signal}`);
      await pause(random() * 300);
      if (signal === "SIGKILL") await town.server();
      if (random() < 0.5) oneOf(town.typists).drop();
      await until(() => town.typists.every((each, index) => each.storedCount > (marks[index] ?? 0)), `everybody to write on, seed ${seed}`);
      await pause(random() * 300);
    }
    await town.expectConverged();
  }, 120_000);

  test("[D10] [D19] a server that stands still for some seconds, and goes on: nothing is lost and all converge", async () => {
    const town = await openTown(await ownRedis());
    const [one, two] = await twoByTwo(town);
    for (const still of [two, one]) {
      still.freeze();
      await pause(1_000 + random() * 4_000);
      await town.expectNothingLost("one standing still");
      still.thaw();
      await pause(random() * 1_000);
    }
    await town.expectConverged();
  }, 90_000);

  test("[D10] [D19] without Redis at all two servers show each other's edits, out of the log", async () => {
    const town = await openTown(null);
    await twoByTwo(town);
    await pause(2_000);
    await town.expectNothingLost("without Redis");
    await town.expectConverged();
  }, 60_000);
});
