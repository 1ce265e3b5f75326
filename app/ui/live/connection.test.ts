// The browser's end against the real server: the page never says "stored" before it is.
import { afterEach, describe, expect, test, vi } from "vitest";
import { readStored } from "../../../db/document-log";
import { closeDoors, onClose, openDoor, signedIn, until, type Door } from "../../../server/sync/door-testing";
import { replay } from "../../../server/sync/replay";
import { breakDisk, liveHouse } from "../../../server/sync/testing";
import type { Visitor } from "../../../server/visitor";
import { connectDocument, type LiveConnection } from "./connection";
import { saveStateOf, type Facts } from "./save-state";

afterEach(closeDoors);

function connect(door: Door, visitor: Visitor, schemaVersion = 1): LiveConnection {
  const connection = connectDocument({ documentId: door.house.documentId, userId: visitor.userId, schemaVersion, address: door.url, Socket: signedIn(door, visitor) });
  onClose(() => connection.destroy());
  return connection;
}
const kind = (connection: LiveConnection) => connection.getState().kind;
const write = (connection: LiveConnection, text: string) => connection.doc.getText("words").insert(0, text);

describe("[D16] the page says the truth about saving", () => {
  test("opening, stored, storing, stored; and when it says stored it is on disk", async () => {
    const door = await openDoor(await liveHouse("sqlite"));
    const connection = connect(door, await door.house.join("Forelder A", "parent"));
    expect(connection.getState()).toMatchObject({ kind: "opening", isReady: false });
    await until(() => kind(connection) === "stored", "stored");
    expect(connection.doc.getXmlFragment(connection.field).length).toBe(27);
    const seen: string[] = [];
    connection.subscribe(() => seen.push(kind(connection)));
    for (let index = 0; index < 20; index += 1) {
      write(connection, "x");
      expect(kind(connection)).toBe("storing");
      await until(() => kind(connection) === "stored", "stored again");
      const onDisk = replay(await readStored(door.house.database.db, door.house.documentId));
      expect(onDisk.getText("words").length).toBe(index + 1);
    }
    expect(new Set(seen)).toEqual(new Set(["storing", "stored"]));
    expect(connection.getState()).toBe(connection.getState());
  });

  test("a server that cannot store: not stored yet, and stored when it can", async () => {
    const house = await liveHouse("sqlite");
    const door = await openDoor(house);
    const connection = connect(door, await house.join("Forelder A", "parent"));
    await until(() => kind(connection) === "stored", "stored");
    const mend = await breakDisk(house);
    write(connection, "x");
    expect(kind(connection)).toBe("storing");
    await until(() => kind(connection) === "unstored", "not stored yet");
    await mend();
    await until(() => kind(connection) === "stored", "stored", 12_000);
  });

  test("offline says so, keeps what is written, and sends it when the line is back", async () => {
    const door = await openDoor(await liveHouse("sqlite"));
    const connection = connect(door, await door.house.join("Forelder A", "parent"));
    await until(() => kind(connection) === "stored", "stored");
    connection.provider.disconnect();
    expect(connection.getState()).toMatchObject({ kind: "offline", hasUnstored: false });
    write(connection, "uten nett");
    expect(connection.getState()).toMatchObject({ kind: "offline", hasUnstored: true, isReady: true, isOnDevice: false });
    connection.provider.connect();
    await until(() => kind(connection) === "stored", "stored");
    const onDisk = replay(await readStored(door.house.database.db, door.house.documentId));
    expect(onDisk.getText("words").toString()).toBe("uten nett");
  });

  test("a reader's edits are never called stored", async () => {
    const door = await openDoor(await liveHouse("sqlite"));
    const connection = connect(door, await door.house.join("Tjenesteleder", "careLead"));
    await until(() => kind(connection) === "stored", "opened");
    write(connection, "ikke lov");
    await until(() => kind(connection) === "unstored", "not stored");
  });

  test.each([
    ["accessEnded", (door: Door, visitor: Visitor) => door.house.end(visitor)],
    ["signedOut", async (door: Door, visitor: Visitor) => {
      door.visitors.clear();
      door.house.office.bulletin.post({ kind: "sessionsChanged", userId: visitor.userId });
    }],
  ] as const)("closed for good: %s", async (reason, act) => {
    const door = await openDoor(await liveHouse("sqlite"));
    const visitor = await door.house.join("Forelder A", "parent");
    const connection = connect(door, visitor);
    await until(() => kind(connection) === "stored", "stored");
    await act(door, visitor);
    await until(() => kind(connection) === "closed", "the end");
    expect(connection.getState().reason).toBe(reason);
  });

  test("an old page is told to load again", async () => {
    const door = await openDoor(await liveHouse("sqlite"));
    const connection = connect(door, await door.house.join("Forelder A", "parent"), 0);
    await until(() => kind(connection) === "closed", "the end");
    expect(connection.getState()).toMatchObject({ reason: "reload", isReady: false });
  });

  test("an edit too large is said to be, and is not tried for ever", async () => {
    const door = await openDoor(await liveHouse("sqlite"));
    const visitor = await door.house.join("Forelder A", "parent");
    for (const size of [9, 18]) {
      const connection = connect(door, visitor);
      await until(() => kind(connection) === "stored", "stored");
      write(connection, "x".repeat(size * 1024 * 1024));
      await until(() => kind(connection) === "closed", "the end");
      expect(connection.getState()).toMatchObject({ reason: "tooLarge", hasUnstored: true });
    }
  });
});

test("[D16] our client speaks only for itself: a cursor heard of is not sent back", async () => {
  const door = await openDoor(await liveHouse("sqlite"));
  const one = connect(door, await door.house.join("Forelder A", "parent"));
  const two = connect(door, await door.house.join("Koordinator", "coordinator"));
  await until(() => kind(one) === "stored" && kind(two) === "stored", "both");
  const sent = vi.spyOn(two.provider.ws as WebSocket, "send");
  one.awareness.setLocalStateField("cursor", { anchor: 3 });
  await until(() => two.awareness.getStates().get(one.doc.clientID)?.cursor?.anchor === 3, "the cursor");
  expect(two.awareness.getStates().get(one.doc.clientID)?.user).toMatchObject({ name: "Forelder A" });
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(sent).not.toHaveBeenCalled();
});

test("[D16] the state follows from the facts: never stored while something is unstored, never open without content", () => {
  const choices = [true, false];
  for (let bits = 0; bits < 2 ** 9; bits += 1) {
    const at = (place: number) => choices[(bits >> place) & 1] as boolean;
    const facts: Facts = {
      closed: null, waiting: at(8) ? "tooFast" : null, isConnected: at(0), isSynced: at(1), hasBeenSynced: at(2), hasFailedToConnect: at(3), hasLocalContent: at(4), hasUnstored: at(5), isOnDevice: at(6), isOverdue: at(7),
    };
    const state = saveStateOf(facts);
    if (state.kind === "stored") expect(facts).toMatchObject({ isConnected: true, hasUnstored: false, hasBeenSynced: true });
    if (!facts.isConnected) expect(["opening", "offline"]).toContain(state.kind);
    expect(state.waiting).toBe(facts.waiting);
    if (facts.waiting) expect(state.kind).toBe("offline");
    expect(saveStateOf({ ...facts, closed: "reload" })).toMatchObject({ kind: "closed", waiting: null });
    expect(state.isReady).toBe(facts.hasBeenSynced || facts.hasLocalContent);
  }
});
