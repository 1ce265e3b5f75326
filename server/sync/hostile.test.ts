// One connection that asks, says and sends far too much: the others write on, and the server does not grow.
import type { Socket } from "node:net";
import * as encoding from "lib0/encoding";
import { sql } from "kysely";
import { afterEach, expect, test } from "vitest";
import type { WebSocket } from "ws";
import * as Y from "yjs";
import { closeCodes } from "../../app/domain/documents/live";
import { client, closeDoors, cookieOf, onDisk, openDoor, raw, synced, until, wordsOf } from "./door-testing";
import { liveHouse, type LiveHouse } from "./testing";
import { presenceFrame, step1Frame, updateFrame } from "./wire";

afterEach(closeDoors);

const moment = () => new Promise((resolve) => setTimeout(resolve, 100));
const stopReading = (ws: WebSocket) => (ws as unknown as { _socket: Socket })._socket.pause();

async function twoAndOne(role: "parent" | "guardian", house?: LiveHouse) {
  const open = await openDoor(house ?? (await liveHouse("sqlite")));
  const writer = client(open, await open.house.join("Forelder A", "parent"));
  const watcher = client(open, await open.house.join("Koordinator", "coordinator"));
  await Promise.all([synced(writer), synced(watcher)]);
  const cookie = cookieOf(open, await open.house.join("Forelder B", role));
  return { open, writer, watcher, cookie, hostile: await raw(open, cookie) };
}

/** How long one letter takes from the one to the other, and what the server has grown by until then. */
async function letterBetween({ writer, watcher }: Awaited<ReturnType<typeof twoAndOne>>, harm: () => void) {
  const before = process.memoryUsage().rss;
  harm();
  await moment();
  const began = performance.now();
  const letters = wordsOf(writer.doc).length;
  writer.doc.getText("words").insert(0, "x");
  await until(() => wordsOf(watcher.doc).length === letters + 1, "the letter", 20_000);
  return { ms: performance.now() - began, grownMb: (process.memoryUsage().rss - before) / 1e6 };
}

/** One block for each of so many writers, and before them one that builds on what nobody has. */
function manyWriters(count: number, isEarly: boolean): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, count);
  for (let index = 0; index < count; index += 1) {
    for (const number of [1, 1_000 + index, isEarly && index === 0 ? 5 : 0]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, 1);
  }
  encoding.writeVarUint(encoder, 0);
  return updateFrame(encoding.toUint8Array(encoder));
}

test("[D17] whoever asks who is here thousands of times without reading is answered once there is room", async () => {
  const here = await twoAndOne("guardian");
  for (let index = 0; index < 10; index += 1) {
    const present = await raw(here.open, cookieOf(here.open, await here.open.house.join(`Forelder ${index}`, "parent")));
    present.ws.send(presenceFrame([{ clientId: 100 + index, clock: 1, state: JSON.stringify({ filler: "x".repeat(15_000) }) }]));
  }
  here.hostile.ws.send(step1Frame(Y.encodeStateVector(new Y.Doc())));
  await moment();
  stopReading(here.hostile.ws);
  const { ms, grownMb } = await letterBetween(here, () => { for (let index = 0; index < 2_000; index += 1) here.hostile.ws.send(new Uint8Array([3])); });
  expect(grownMb).toBeLessThan(80);
  expect(ms).toBeLessThan(1_000);
});

test("[D17] whoever asks for the whole text again and again gets few answers, and the newest text in the end", async () => {
  const here = await twoAndOne("guardian");
  here.writer.doc.getText("long").insert(0, "y".repeat(200_000));
  await until(() => here.watcher.doc.getText("long").length === 200_000, "the long text");
  const asking = step1Frame(Y.encodeStateVector(new Y.Doc()));
  const { ms } = await letterBetween(here, () => { for (let index = 0; index < 5_000; index += 1) here.hostile.ws.send(asking); });
  await moment();
  expect(ms).toBeLessThan(1_000);
  const answers = here.hostile.frames.filter((frame) => frame.length > 100_000);
  expect(answers.length).toBeGreaterThan(1);
  expect(answers.length).toBeLessThan(40);
});

test("[D14] a presence message larger than any page sends closes its socket", async () => {
  const here = await twoAndOne("guardian");
  const entries = Array.from({ length: 50_000 }, (_, index) => ({ clientId: index, clock: 1, state: "{}" }));
  here.hostile.ws.send(presenceFrame(entries));
  expect(await here.hostile.closed).toBe(closeCodes.malformed);
});

test("[D14] an edit with more writers than a document can have gained closes its socket, and so do many such edits", async () => {
  const here = await twoAndOne("parent");
  const { ms } = await letterBetween(here, () => here.hostile.ws.send(manyWriters(900_000, false)));
  expect(await here.hostile.closed).toBe(closeCodes.malformed);
  expect(ms).toBeLessThan(1_000);
  const slowly = await raw(here.open, here.cookie);
  slowly.ws.send(manyWriters(4_000, false));
  const others = new Y.Doc();
  for (let writer = 0; writer < 1_200; writer += 1) {
    const doc = new Y.Doc();
    doc.getText("words").insert(0, "");
    doc.getMap("m").set("k", writer);
    Y.applyUpdate(others, Y.encodeStateAsUpdate(doc));
  }
  slowly.ws.send(updateFrame(Y.encodeStateAsUpdate(others)));
  expect(await slowly.closed).toBe(closeCodes.tooLarge);
});

test("[D18] what is written in the name of somebody who is here and writes is not taken in, and theirs is", async () => {
  const here = await twoAndOne("parent");
  const { open, writer, watcher } = here;
  writer.awareness.setLocalStateField("user", { name: "Forelder A" });
  await until(() => watcher.awareness.getStates().has(writer.doc.clientID), "the writer's presence");
  // a copy of what the writer has, under the writer's own id, writing the letter that comes next
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(writer.doc));
  copy.clientID = writer.doc.clientID;
  const before = Y.encodeStateVector(copy);
  copy.getText("words").insert(0, "stjålet");
  here.hostile.ws.send(updateFrame(Y.encodeStateAsUpdate(copy, before)));
  expect(await here.hostile.closed).toBe(closeCodes.tryLater);
  writer.doc.getText("words").insert(0, "mitt");
  await until(() => wordsOf(watcher.doc).includes("mitt"), "the writer's own words");
  await until(async () => (await onDisk(open.house)).includes("mitt"), "them on the disk");
  expect([wordsOf(watcher.doc), await onDisk(open.house)].join(" ")).not.toContain("stjålet");
});

test("[D17] edits that wait for what never comes cost the others nothing", async () => {
  const here = await twoAndOne("parent");
  for (let index = 0; index < 25; index += 1) here.hostile.ws.send(manyWriters(4_900, true));
  await moment();
  const began = performance.now();
  for (let letter = 0; letter < 50; letter += 1) {
    here.writer.doc.getText("words").insert(0, "k");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await until(() => wordsOf(here.watcher.doc).length === 50, "fifty letters");
  expect(performance.now() - began).toBeLessThan(2_500);
});

test("[D17] one person's sockets are bounded", async () => {
  const here = await twoAndOne("guardian");
  const sockets = await Promise.all(Array.from({ length: 99 }, () => raw(here.open, here.cookie)));
  expect(await (await raw(here.open, here.cookie)).closed).toBe(closeCodes.tooManyOpen);
  sockets[0]?.ws.close();
  await sockets[0]?.closed;
  await until(() => here.open.sync.counts().connections === 101, "room for one more");
  const next = await raw(here.open, here.cookie);
  await moment();
  expect(next.ws.readyState).toBe(next.ws.OPEN);
});

test("[D17] a document that cannot be read while somebody writes it elsewhere is tried once, not without end", async () => {
  const house = await liveHouse("sqlite");
  const { db } = house.database;
  const open = await openDoor(house);
  const cookie = cookieOf(open, await house.join("Forelder A", "parent"));
  await sql`alter table document_snapshot rename to out_of_reach`.execute(db);
  const timer = setInterval(() => house.office.bulletin.post({ kind: "documentWritten", documentId: house.documentId }), 0);
  const refused = await raw(open, cookie);
  expect(await refused.closed).toBe(closeCodes.tryLater);
  clearInterval(timer);
  await moment();
  expect(open.sync.counts().rooms).toBe(0);
  expect(house.said.filter((each) => each.level === "error").length).toBeLessThan(10);
  await sql`alter table out_of_reach rename to document_snapshot`.execute(db);
  const again = await raw(open, cookie);
  again.ws.send(step1Frame(Y.encodeStateVector(new Y.Doc())));
  await until(() => again.frames.length > 0, "an answer");
});

test("[X32] in production only pages of the base address may open a socket, whatever the Host header says", async () => {
  const house = await liveHouse("sqlite");
  const open = await openDoor({ ...house, office: { ...house.office, mode: "production" } });
  const cookie = cookieOf(open, await house.join("Forelder A", "parent"));
  const host = new URL(open.url).host;
  expect(await (await raw(open, cookie, "", `http://${host}`)).closed).toBe(1006);
  expect((await raw(open, cookie)).ws.readyState).toBe(1);
});
