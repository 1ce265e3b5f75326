// Rooms over real sockets, with the stock y-websocket client, on both databases.
import { afterEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { closeCodes, storedMessage } from "../../app/domain/documents/live";
import { readStored } from "../../db/document-log";
import { testDatabases } from "../../db/testing";
import { bringBackVersion } from "../acts/bring-back-version";
import { writeContent } from "./content";
import { client, closeDoors, cookieOf, editOf, onDisk, openDoor, raw, synced, until, wordsOf } from "./door-testing";
import { replay } from "./replay";
import { breakDisk, liveHouse } from "./testing";
import { step1Frame, step2Frame, updateFrame } from "./wire";

afterEach(closeDoors);
describe.each(testDatabases)("on %s", (kind) => {
  test("[D10] two people writing in the same place end with the same text, and it is on disk", async () => {
    const open = await openDoor(await liveHouse(kind));
    const one = client(open, await open.house.join("Forelder A", "parent"));
    const two = client(open, await open.house.join("Koordinator", "coordinator"));
    await Promise.all([synced(one), synced(two)]);
    for (let round = 0; round < 30; round += 1) {
      one.doc.getText("words").insert(0, "a");
      two.doc.getText("words").insert(0, "b");
    }
    await until(() => wordsOf(one.doc).length === 60 && wordsOf(one.doc) === wordsOf(two.doc), "one text");
    expect(await onDisk(open.house)).toBe(wordsOf(one.doc));
    expect(one.doc.getXmlFragment("default").length).toBe(27);
  });

  test("[D10] what is called stored is on disk, and only who asked is told", async () => {
    const open = await openDoor(await liveHouse(kind));
    const cookie = cookieOf(open, await open.house.join("Forelder A", "parent"));
    const asked = await raw(open, cookie, "?stored=1");
    const silent = await raw(open, cookie);
    const doc = new Y.Doc();
    for (const each of [asked, silent]) each.ws.send(step1Frame(Y.encodeStateVector(doc)));
    asked.ws.send(updateFrame(editOf("x", doc)));
    asked.ws.send(step2Frame(Y.encodeStateAsUpdate(doc)));
    asked.ws.send(updateFrame(editOf("y", doc)));
    await until(() => asked.stored() === 3, "three stored");
    expect(await onDisk(open.house)).toBe("yx");
    await until(() => silent.frames.length >= 3, "edits at the other");
    expect(silent.frames.some((each) => each[0] === storedMessage)).toBe(false);
  });

  test("[X30] a reader's edits are dropped, whatever the client sends, and the reader stays", async () => {
    const open = await openDoor(await liveHouse(kind));
    const writer = client(open, await open.house.join("Forelder A", "parent"));
    await synced(writer);
    const reader = await raw(open, cookieOf(open, await open.house.join("Tjenesteleder", "careLead")), "?stored=1");
    reader.ws.send(step1Frame(Y.encodeStateVector(new Y.Doc())));
    reader.ws.send(updateFrame(editOf("inn")));
    reader.ws.send(step2Frame(editOf("bakdør")));
    reader.ws.send(updateFrame(new Uint8Array([9, 9, 9])));
    await until(() => reader.frames.length > 0, "an answer");
    writer.doc.getText("words").insert(0, "lov");
    await until(() => reader.frames.some((each) => each[0] === 0 && each[1] === 2), "the writer's edit");
    expect(wordsOf(writer.doc)).toBe("lov");
    expect(await onDisk(open.house)).toBe("lov");
    expect(reader.stored()).toBe(0);
    expect(reader.ws.readyState).toBe(WebSocket.OPEN);
    // nor is a reader asked for what they have
    expect(reader.frames.some((each) => each[0] === 0 && each[1] === 0)).toBe(false);
  });

  test("[X31] an ended membership closes every socket at once, and coming back is refused for good", async () => {
    const open = await openDoor(await liveHouse(kind));
    const visitor = await open.house.join("Forelder A", "parent");
    const stays = client(open, await open.house.join("Koordinator", "coordinator"));
    const cookie = cookieOf(open, visitor);
    const goes = await raw(open, cookie);
    const provider = client(open, visitor);
    await Promise.all([synced(stays), synced(provider)]);
    let terminal: number | null = null;
    provider.on("closed", ({ code }) => (terminal = code));
    await open.house.end(visitor);
    // a frame sent before anybody was told is not taken either
    goes.ws.send(updateFrame(editOf("for sent")));
    expect(await goes.closed).toBe(closeCodes.accessEnded);
    await until(() => terminal === closeCodes.accessEnded, "the provider to stop");
    expect(await (await raw(open, cookie)).closed).toBe(closeCodes.accessEnded);
    expect(await onDisk(open.house)).toBe("");
    expect(open.sync.counts().connections).toBe(1);
  });

  test("[X31] signing out closes the sockets of that session, and a changed role counts for the next write", async () => {
    const open = await openDoor(await liveHouse(kind));
    const visitor = await open.house.join("Forelder A", "parent");
    const socket = await raw(open, cookieOf(open, visitor), "?stored=1");
    socket.ws.send(step1Frame(Y.encodeStateVector(new Y.Doc())));
    const doc = new Y.Doc();
    socket.ws.send(updateFrame(editOf("a", doc)));
    await until(() => socket.stored() === 1, "stored");
    await open.house.database.db.updateTable("membership").set({ role: "guardian" }).where("user_id", "=", visitor.userId).execute();
    open.house.office.bulletin.post({ kind: "membershipChanged", userId: visitor.userId, projectId: open.house.projectId });
    socket.ws.send(updateFrame(editOf("b", doc)));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([socket.stored(), await onDisk(open.house)]).toEqual([1, "a"]);
    open.visitors.clear();
    open.house.office.bulletin.post({ kind: "sessionsChanged", userId: visitor.userId });
    expect(await socket.closed).toBe(closeCodes.signedOut);
  });

  test("[X32] strangers, other sites and old pages are turned away with the code that says why", async () => {
    const open = await openDoor(await liveHouse(kind));
    const cookie = cookieOf(open, await open.house.join("Forelder A", "parent"));
    const elsewhere = await liveHouse("sqlite");
    const stranger = cookieOf(open, await elsewhere.join("Fremmed", "parent"));
    expect(await (await raw(open, "")).closed).toBe(closeCodes.signedOut);
    expect(await (await raw(open, stranger)).closed).toBe(closeCodes.notFound);
    expect(await (await raw(open, cookie, "?schema=999")).closed).toBe(closeCodes.reload);
    expect(await (await raw({ ...open, house: { ...open.house, documentId: "no-such" as never } }, cookie)).closed).toBe(closeCodes.notFound);
    expect(await (await raw({ ...open, house: { ...open.house, documentId: "%2e%2e%2fx" as never } }, cookie)).closed).toBe(closeCodes.notFound);
    const observer = cookieOf(open, await open.house.join("Observatør", "observer"));
    expect(await (await raw(open, observer)).closed).toBe(closeCodes.accessEnded);
    for (const origin of ["https://evil.example", "null", "http://localhost:4310.evil.example"]) {
      const refused = await raw(open, cookie, "", origin);
      expect(await refused.closed, origin).toBe(1006);
    }
    expect(open.sync.counts()).toEqual({ rooms: 0, connections: 0, waiting: 0 });
    await elsewhere.database.close();
  });

  test("[D11] nobody is answered before the document has been read, and many share one reading", async () => {
    const open = await openDoor(await liveHouse(kind));
    const visitor = await open.house.join("Forelder A", "parent");
    const providers = Array.from({ length: 6 }, () => client(open, visitor));
    for (const provider of providers) {
      provider.on("sync", (is: boolean) => {
        if (is) expect(provider.doc.getXmlFragment("default").length).toBe(27);
      });
    }
    await Promise.all(providers.map(synced));
    expect(open.sync.counts()).toEqual({ rooms: 1, connections: 6, waiting: 0 });
  });

  test("[D9] an old version brought back reaches the people who are writing", async () => {
    const open = await openDoor(await liveHouse(kind));
    const visitor = await open.house.join("Forelder A", "parent");
    const writer = client(open, visitor);
    await synced(writer);
    writeContent(writer.doc, { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Alt annet" }] }] });
    await until(async () => (await readStored(open.house.database.db, open.house.documentId)).head === 2, "the edit on disk");
    const { projectId, documentId } = open.house;
    expect(await bringBackVersion(open.house.office, visitor, { projectId, documentId, number: 1 })).toMatchObject({ ok: true });
    await until(() => writer.doc.getXmlFragment("default").length === 27, "the old version");
    writer.doc.getText("words").insert(0, "videre");
    await until(async () => (await onDisk(open.house)) === "videre", "the next edit");
  });

  test("[D13] the last one out: what follows writing is done, the log is made short, the room forgotten", async () => {
    const open = await openDoor(await liveHouse(kind));
    const visitor = await open.house.join("Forelder A", "parent");
    const writer = client(open, visitor);
    await synced(writer);
    for (let index = 0; index < 150; index += 1) {
      writer.doc.getText("words").insert(0, `${index} `);
      if (index % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await until(async () => (await onDisk(open.house)) === wordsOf(writer.doc), "everything on disk");
    expect(open.settled).toEqual([]);
    writer.disconnect();
    await until(() => open.sync.counts().rooms === 0, "the room to be forgotten");
    expect(open.settled).toEqual([`${open.house.documentId} empty`]);
    const stored = await readStored(open.house.database.db, open.house.documentId);
    expect(stored.edits).toEqual([]);
    expect(stored.snapshot?.seq).toBe(stored.head);
    expect(wordsOf(replay(stored))).toBe(wordsOf(writer.doc));
    const next = client(open, visitor);
    await synced(next);
    expect(wordsOf(next.doc)).toBe(wordsOf(writer.doc));
    // coming and going without writing leaves no trace
    expect((await readStored(open.house.database.db, open.house.documentId)).head).toBe(stored.head);
  });

  test("[D13] a quiet moment after writing is told of once", async () => {
    const open = await openDoor(await liveHouse(kind), 80);
    const writer = client(open, await open.house.join("Forelder A", "parent"));
    await synced(writer);
    writer.doc.getText("words").insert(0, "a");
    writer.doc.getText("words").insert(0, "b");
    await until(() => open.settled.length === 1, "the quiet moment");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(open.settled).toHaveLength(1);
  });

  test("[D12] a disk that fails: nobody is told stored, nobody sees it, and it is all there when the disk is back", async () => {
    const house = await liveHouse(kind);
    const mend = await breakDisk(house);
    const attempts = () => house.said.filter((each) => each.level === "error").length;
    const open = await openDoor(house);
    const watcher = client(open, await house.join("Koordinator", "coordinator"));
    await synced(watcher);
    const writer = await raw(open, cookieOf(open, await house.join("Forelder A", "parent")), "?stored=1");
    const doc = new Y.Doc();
    writer.ws.send(updateFrame(editOf("a", doc)));
    writer.ws.send(updateFrame(editOf("b", doc)));
    await until(() => attempts() >= 3, "three attempts");
    expect([writer.stored(), wordsOf(watcher.doc), open.sync.counts().rooms]).toEqual([0, "", 1]);
    writer.ws.close();
    watcher.disconnect();
    await until(() => open.sync.counts().connections === 0, "everybody to leave");
    await until(() => attempts() >= 5, "more attempts");
    expect(open.sync.counts().rooms).toBe(1);
    await mend();
    await until(() => open.sync.counts().rooms === 0, "the room to be done");
    expect(await onDisk(house)).toBe("ba");
  });

  test("[D12] edits that build on something unknown wait in memory, are never stored alone, and are bounded", async () => {
    const open = await openDoor(await liveHouse(kind));
    const cookie = cookieOf(open, await open.house.join("Forelder A", "parent"));
    const early = await raw(open, cookie, "?stored=1");
    const doc = new Y.Doc();
    const [first, second, third] = [editOf("a", doc), editOf("b", doc), editOf("c", doc)];
    early.ws.send(updateFrame(third));
    early.ws.send(updateFrame(second));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect([early.stored(), (await readStored(open.house.database.db, open.house.documentId)).head]).toEqual([0, 1]);
    early.ws.send(updateFrame(first));
    await until(() => early.stored() === 3, "all three");
    expect(await onDisk(open.house)).toBe("cba");
    const poison = new Y.Doc();
    editOf("hull", poison);
    for (let index = 0; index < 70 && early.ws.readyState === WebSocket.OPEN; index += 1) early.ws.send(updateFrame(editOf("x", poison)));
    expect(await early.closed).toBe(closeCodes.tryLater);
    const after = client(open, await open.house.join("Koordinator", "coordinator"));
    await synced(after);
    expect([wordsOf(after.doc), after.doc.store.pendingStructs]).toEqual(["cba", null]);
  });

  test("[O12] closing: everything that came is on disk, everybody is sent away to come back", async () => {
    const open = await openDoor(await liveHouse(kind));
    const cookie = cookieOf(open, await open.house.join("Forelder A", "parent"));
    const socket = await raw(open, cookie, "?stored=1");
    const doc = new Y.Doc();
    for (let index = 0; index < 50; index += 1) socket.ws.send(updateFrame(editOf("x", doc)));
    await until(() => socket.stored() > 0, "the first to be stored");
    await open.sync.close();
    expect(await socket.closed).toBe(closeCodes.restarting);
    expect((await onDisk(open.house)).length).toBeGreaterThanOrEqual(socket.stored());
    expect(open.settled).toEqual([`${open.house.documentId} empty`]);
    expect(open.sync.counts()).toEqual({ rooms: 0, connections: 0, waiting: 0 });
    expect(await (await raw(open, cookie)).closed).toBe(1006);
  });
});
