// The server is killed while people type: nothing that was called stored, and nothing that somebody else had seen, may be gone.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import * as decoding from "lib0/decoding";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { storedMessage } from "../../app/domain/documents/live";
import { connect } from "../../db/connect";
import { readStored } from "../../db/document-log";
import { testDatabases } from "../../db/testing";
import { until } from "./door-testing";
import { replay } from "./replay";
import { liveHouse } from "./testing";
import { readMessage, step1Frame, step2Frame, updateFrame } from "./wire";

const folder = join(import.meta.dirname, "../../node_modules/.cache/samtun-kill-test");
const program = join(folder, `${process.pid}.mjs`);
const rounds = { sqlite: 20, postgres: 6 } as const;
const running = new Set<ChildProcess>();
const seed = Number(process.env.SEED ?? Date.now() % 1e9);

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  await build({ entryPoints: [join(import.meta.dirname, "kill-testing.ts")], outfile: program, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "error" });
});
afterAll(() => {
  for (const each of running) each.kill("SIGKILL");
  rmSync(program, { force: true });
});

test.each(testDatabases)("[D10] kill -9 while three people type, again and again on one log: nothing seen or stored is lost (%s)", async (kind) => {
  console.info(`seed ${seed}`);
  const random = randomFrom(seed);
  const house = await liveHouse(kind);
  const people = await Promise.all(["A", "B", "C"].map((name) => house.join(`Forelder ${name}`, "parent")));
  const promised = new Set<string>();
  const totals = { stored: 0, seen: 0 };
  for (let round = 0; round < rounds[kind]; round += 1) {
    const { process: server, port } = await start(house.database.url);
    const typists = await Promise.all(people.map((person, index) => typist(`ws://127.0.0.1:${port}/sync/${house.documentId}?stored=1`, person.userId, `${round}.${index}`, random)));
    await until(() => typists.every((each) => each.stored().length > 2), "everybody to be writing");
    await new Promise((resolve) => setTimeout(resolve, random() * 150));
    // every third time they all leave first, so that the blow falls while the log is made short
    if (round % 3 === 2) {
      for (const each of typists) each.leave();
      await new Promise((resolve) => setTimeout(resolve, random() * 12));
    }
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGKILL");
    await gone;
    for (const each of typists) {
      each.leave();
      for (const edit of each.stored()) promised.add(edit);
      for (const edit of each.seen()) promised.add(edit);
      totals.stored += each.stored().length;
      totals.seen += each.seen().length;
    }
    const kept = await editsOnDisk(house.database.url, house.documentId);
    expect([...promised].filter((edit) => !kept.has(edit)), `round ${round}, seed ${seed}`).toEqual([]);
  }
  expect(totals.stored).toBeGreaterThan(rounds[kind] * 6);
  expect(totals.seen).toBeGreaterThan(rounds[kind] * 6);
  await house.database.close();
}, 120_000);

async function start(url: string): Promise<{ process: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [program], { env: { ...process.env, KILL_DATABASE: url }, stdio: ["ignore", "pipe", "inherit"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout?.once("data", (data: Buffer) => resolve(Number(data.toString())));
    child.once("exit", () => reject(new Error("the server did not start")));
  });
  return { process: child, port };
}

/** Writes an edit every few milliseconds, each with a name of its own, and remembers what it was told. */
async function typist(address: string, cookie: string, name: string, random: () => number) {
  const ws = new WebSocket(address, { headers: { cookie, origin: "http://localhost" } });
  ws.on("error", () => undefined);
  ws.binaryType = "nodebuffer";
  const doc = new Y.Doc();
  const own: string[] = [];
  const seen = new Set<string>();
  let storedWrites = 0;
  let isReady = false;
  ws.on("message", (data: Buffer) => {
    if (data[0] === storedMessage) {
      storedWrites = decoding.readVarUint(decoding.createDecoder(data.subarray(1)));
      return;
    }
    const message = readMessage(data);
    if (message.kind === "write") {
      Y.applyUpdate(doc, message.update);
      for (const edit of doc.getMap("edits").keys()) if (!edit.startsWith(`${name}.`)) seen.add(edit);
    } else if (message.kind === "step1") {
      ws.send(step2Frame(Y.encodeStateAsUpdate(doc, message.stateVector)));
      isReady = true;
    }
  });
  await new Promise((resolve, reject) => ws.once("open", resolve).once("close", () => reject(new Error("turned away"))));
  ws.send(step1Frame(Y.encodeStateVector(doc)));
  await until(() => isReady, "the server to ask");
  const typing = setInterval(() => {
    const before = Y.encodeStateVector(doc);
    const edit = `${name}.${own.length}`;
    doc.transact(() => {
      doc.getMap("edits").set(edit, 1);
      const words = doc.getText("words");
      if (words.length > 20 && random() < 0.4) words.delete(Math.floor(random() * 10), 5);
      words.insert(Math.floor(random() * words.length), edit);
    });
    own.push(edit);
    ws.send(updateFrame(Y.encodeStateAsUpdate(doc, before)));
  }, 3);
  return {
    // the answer to the server's question was the first write
    stored: () => own.slice(0, Math.max(0, storedWrites - 1)),
    seen: () => [...seen],
    leave() {
      clearInterval(typing);
      ws.terminate();
    },
  };
}

/** Read by a connection of its own, before any client could have brought its edits again. */
async function editsOnDisk(url: string, documentId: Parameters<typeof readStored>[1]): Promise<Set<string>> {
  const { db } = connect(url);
  const doc = replay(await readStored(db, documentId));
  await db.destroy();
  expect([doc.store.pendingStructs, doc.getXmlFragment("default").length]).toEqual([null, 27]);
  return new Set(doc.getMap("edits").keys());
}

function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
