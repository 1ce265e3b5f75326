// How long until a newcomer has a document with a long history on the screen, in a real Y.Doc: after the server was started again (cold), when somebody
// else's document has been opened since (cool), and when it stands open (warm). The floor sends a compacted file and does nothing else.
import { writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import * as Y from "yjs";
import { Client } from "../clients/client";
import { step2Frame, updateFrame } from "../clients/frames";
import { history, lettersIn, type History, type Manner } from "../clients/history";
import type { Contender, Server } from "../contenders";
import { Ledger, median, ratios, ratioText, spread } from "../figures";
import { pause, until } from "../random";
import { all, attempt, peers, within, withServers, type Row, type Stage, type Suite } from "../stage";

/** Each bundle waits for the one before. Without a pause Hocuspocus 4 puts off sending until a megabyte waits, and merges that for minutes. */
const atOnce = 1_000;
const warmTimes = 15;
const coldTimes = 3;
const writtenMs = 60_000;

type Case = { readonly manner: Manner; readonly edits: number; readonly cold: number; readonly warm: number; readonly who: readonly string[] };
const cases: readonly Case[] = [
  { manner: "plain", edits: 100_000, cold: 1.5, warm: 1.2, who: ["floor", ...peers, "ours"] },
  { manner: "trace", edits: 260_000, cold: 1.5, warm: 1.1, who: ["floor", "ours"] },
];

export const firstSync: Suite = {
  name: "first-sync",
  about: "opening a document with 100 000 edits, and one with a writing trace of 260 000",
  async run(stage) {
    const rows: Row[] = [];
    for (const each of cases) rows.push(...(await runCase(each, stage)));
    return rows;
  },
};

async function runCase({ manner, edits, cold, warm, who }: Case, stage: Stage): Promise<Row[]> {
  const written = history(manner, edits, stage.cached(`${manner}-${edits}.history`));
  const file = stage.cached(`${manner}-${edits}.frame`);
  writeFileSync(file, step2Frame(written.whole));
  stage.say(`  ${manner} history of ${edits} edits: ${written.letters} letters, ${(written.whole.length / 1000).toFixed(0)} kB as one update`);
  const contenders = stage.pick(...who);
  const ledger = new Ledger();
  // the load must have read such a document before it can be fast at it
  for (let time = 0; time < 10; time += 1) Y.applyUpdate(new Y.Doc(), written.whole);
  await withServers(contenders, { file }, async (servers) => {
    const empty = new Map(servers.map((server) => [server.name, server.diskBytes()]));
    for (const server of servers) if (server.name !== "floor") await attempt(server, stage, () => ingest(server, written, stage));
    for (let round = 0; round < Math.max(3, stage.rounds); round += 1) for (const server of servers) await attempt(server, stage, () => measure(server, written, ledger, stage));
    for (const server of servers) ledger.record(server.name, "disk", server.name === "floor" ? written.whole.length : server.diskBytes() - (empty.get(server.name) ?? 0));
  });
  return rowsOf(`${edits / 1000} 000 edits${manner === "trace" ? " (writing trace)" : ""}`, contenders, ledger, { cold, warm });
}

/** The whole history through one socket, as it would have been typed. The document is number 0; number 1 is somebody else's. */
async function ingest(server: Server, { edits, letters }: History, stage: Stage): Promise<void> {
  const document = server.freshDocument();
  server.freshDocument();
  let [read, acknowledged] = [0, 0];
  const reader = new Client(server.seat(document, 0), { update: () => void (read += 1) });
  const doc = new Y.Doc();
  const writer = new Client(server.seat(document, 1), { stored: (_client, count) => void (acknowledged = count) });
  await Promise.all([reader.opened, writer.opened]);
  const began = performance.now();
  const cpu = server.cpuSeconds();
  for (let sent = 0; sent < edits.length; ) {
    for (const end = Math.min(edits.length, sent + atOnce); sent < end; sent += 1) writer.say(updateFrame(edits[sent] as Uint8Array));
    // a server that sends many edits in one acknowledges each
    await until(() => Math.max(read, acknowledged) >= sent || writer.closed !== null, writtenMs, 1);
    if (writer.closed !== null) throw new Error(`${server.name} closed the writer with ${writer.closed}`);
  }
  // a newcomer has everything when all of it has been taken in
  for (const end = performance.now() + writtenMs; performance.now() < end; ) {
    const update = await fetchDocument(server, document);
    if (update.length > 0) Y.applyUpdate(doc, update);
    if (lettersIn(doc) === letters) break;
    await pause(500);
  }
  const seconds = (performance.now() - began) / 1000;
  stage.say(`  ${server.name} took it in within ${seconds.toFixed(1)} s (${(edits.length / seconds / 1000).toFixed(1)}k edits/s, ${(((server.cpuSeconds() - cpu) * 1e6) / edits.length).toFixed(0)} us of CPU each)`);
  reader.leave();
  writer.leave();
  // what it does when the last one has left, and what it had put off, belongs to the writing
  await restful(server);
}

/** Until it has had nothing to do for two seconds. */
async function restful(server: Server): Promise<void> {
  for (let quiet = 0, before = server.cpuSeconds(); quiet < 4; ) {
    await pause(500);
    const now = server.cpuSeconds();
    quiet = now - before < 0.03 ? quiet + 1 : 0;
    before = now;
  }
}

async function measure(server: Server, written: History, ledger: Ledger, stage: Stage): Promise<void> {
  const isFloor = server.name === "floor";
  const colds = [];
  for (let time = 0; time < coldTimes; time += 1) {
    await again(server);
    colds.push(await timed(server, 0, written));
  }
  // one opening alone depends on what else the machine does in that moment
  const cold = colds.sort((left, right) => left.ms - right.ms)[coldTimes >> 1];
  if (!cold) throw new Error("never opened");
  await again(server);
  if (!isFloor) await fetchDocument(server, 1);
  else await fetchDocument(server, 0);
  const cool = isFloor ? cold : await timed(server, 0, written);
  // somebody stays, so that it stands open
  const staying = new Client(server.seat(0, 3));
  await staying.opened;
  const warm: number[] = [];
  for (let time = 0; time < warmTimes; time += 1) warm.push((await timed(server, 0, written)).ms);
  staying.leave();
  const figures = { cold: cold.ms, cool: cool.ms, warm: median(warm), wire: cold.bytes, early: cold.isEarly ? 1 : 0 };
  for (const [figure, value] of Object.entries(figures)) ledger.record(server.name, figure, value);
  stage.say(`  ${server.name}: cold ${cold.ms.toFixed(1)}, cool ${cool.ms.toFixed(1)}, warm ${figures.warm.toFixed(1)} ms, ${(cold.bytes / 1000).toFixed(0)} kB${cold.isEarly ? ", called synced before it had come" : ""}`);
}

async function again(server: Server): Promise<void> {
  await server.kill("SIGTERM");
  await server.start();
  await pause(400);
}

/** From before the socket until the whole document is in a Y.Doc. `isEarly`: it was called synced before everything had come. */
async function timed(server: Server, document: number, { letters }: History): Promise<{ ms: number; bytes: number; isEarly: boolean }> {
  const began = performance.now();
  const doc = new Y.Doc();
  let bytes = 0;
  const take = (_client: Client, update: Uint8Array) => {
    bytes += update.length;
    Y.applyUpdate(doc, update);
  };
  const client = new Client(server.seat(document, 2), { synced: take, update: take });
  await client.opened;
  const ms = performance.now() - began;
  const isEarly = lettersIn(doc) !== letters;
  if (!isEarly) client.leave();
  if (!isEarly) return { ms, bytes, isEarly };
  const hasCome = await until(() => lettersIn(doc) === letters, writtenMs, 1);
  client.leave();
  return { ms: hasCome ? performance.now() - began : Number.NaN, bytes, isEarly };
}

async function fetchDocument(server: Server, document: number): Promise<Uint8Array> {
  let given: Uint8Array = new Uint8Array([0, 0]);
  const client = new Client(server.seat(document, 2), { synced: (_client, update) => void (given = update) });
  await client.opened;
  client.leave();
  return given;
}

function rowsOf(name: string, contenders: readonly Contender[], ledger: Ledger, limits: { readonly cold: number; readonly warm: number }): Row[] {
  const cells = (text: (name: string) => string) => Object.fromEntries(contenders.map((each) => [each.name, text(each.name)]));
  const timeRow = (figure: "cold" | "cool" | "warm", words: string, limit: number | null): Row => {
    const floor = ledger.of("floor", figure);
    return {
      measure: `first sync, ${name}, ${words} (floor in ms)`,
      cells: cells((each) => (each === "floor" ? spread(floor, 1) : `${ratioText(ledger.of(each, figure), floor)}${median(ledger.of(each, "early")) > 0 ? ", called synced too early" : ""}`)),
      target: limit === null ? "" : `<= ${limit} x`,
      reached: limit === null ? null : all(within(median(ratios(ledger.of("ours", figure), floor)), limit)),
    };
  };
  return [
    timeRow("cold", "cold", limits.cold), timeRow("cool", "server warm, document cold", null), timeRow("warm", "warm", limits.warm),
    { measure: `size of ${name}: on the wire / on disk, kB`, cells: cells((each) => `${spread(ledger.of(each, "wire").map((bytes) => bytes / 1000), 0)} / ${spread(ledger.of(each, "disk").map((bytes) => bytes / 1000), 0)}`), target: "", reached: null },
  ];
}
