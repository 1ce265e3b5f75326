// Who is seen where in a document, with the stock y-websocket client and over bare sockets, on both databases.
import { afterEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { testDatabases } from "../../db/testing";
import { client, closeDoors, cookieOf, openDoor, raw, synced, until } from "./door-testing";
import { liveHouse } from "./testing";
import { presenceFrame } from "./wire";

afterEach(closeDoors);
describe.each(testDatabases)("on %s", (kind) => {
  test("[X33] the server writes the name: a spoofed one is replaced, and nobody speaks for another's cursor", async () => {
    const open = await openDoor(await liveHouse(kind));
    const watcher = client(open, await open.house.join("Koordinator", "coordinator"));
    await synced(watcher);
    const spoofer = await raw(open, cookieOf(open, await open.house.join("Forelder B", "parent")));
    const say = (clientId: number, clock: number, state: object | null) =>
      spoofer.ws.send(presenceFrame([{ clientId, clock, state: state && JSON.stringify(state) }]));
    say(7, 1, { user: { name: "Ordføreren", color: "#000000" }, cursor: { anchor: 1 } });
    await until(() => watcher.awareness.getStates().has(7), "the newcomer");
    expect(watcher.awareness.getStates().get(7)).toMatchObject({ user: { name: "Forelder B" }, cursor: { anchor: 1 } });
    const own = watcher.awareness.clientID;
    say(own, 99, null);
    say(own, 100, { user: { name: "Kuppet" } });
    say(8, 1, { user: { name: "Enda en" } });
    say(7, 2, { cursor: { anchor: 2 } });
    await until(() => watcher.awareness.getStates().get(7)?.cursor.anchor === 2, "the cursor");
    expect([...watcher.awareness.getStates().keys()].sort()).toEqual([7, own].sort());
    spoofer.ws.close();
    await until(() => !watcher.awareness.getStates().has(7), "the goodbye");
  });

  test("[D15] a blink of the connection is not seen: the cursor stays, and is believed when it comes back", async () => {
    const open = await openDoor(await liveHouse(kind));
    const watcher = client(open, await open.house.join("Koordinator", "coordinator"));
    const blinker = client(open, await open.house.join("Forelder A", "parent"));
    await Promise.all([synced(watcher), synced(blinker)]);
    const id = blinker.awareness.clientID;
    blinker.awareness.setLocalStateField("cursor", { anchor: 1 });
    await until(() => watcher.awareness.getStates().get(id)?.cursor?.anchor === 1, "the cursor");
    let missing = 0;
    watcher.awareness.on("change", ({ removed }: { removed: number[] }) => (missing += removed.includes(id) ? 1 : 0));
    (blinker.ws as unknown as WebSocket).terminate();
    await until(() => !blinker.synced, "the break");
    blinker.awareness.setLocalStateField("cursor", { anchor: 2 });
    await until(() => watcher.awareness.getStates().get(id)?.cursor?.anchor === 2, "the cursor again");
    expect(missing).toBe(0);
    blinker.disconnect();
    await until(() => missing === 1, "the goodbye");
    blinker.connect();
    await until(() => watcher.awareness.getStates().has(id), "the return", 2_000);
  });

  test("[D15] whoever comes back sees at once where the others stand, also those who have not moved meanwhile", async () => {
    const open = await openDoor(await liveHouse(kind));
    const still = client(open, await open.house.join("Koordinator", "coordinator"));
    const blinker = client(open, await open.house.join("Forelder A", "parent"));
    await Promise.all([synced(still), synced(blinker)]);
    const id = still.awareness.clientID;
    still.awareness.setLocalStateField("cursor", { anchor: 7 });
    const sees = () => blinker.awareness.getStates().get(id)?.cursor?.anchor === 7;
    await until(sees, "the cursor");
    for (const round of [1, 2, 3]) {
      (blinker.ws as unknown as WebSocket).terminate();
      await until(() => !blinker.synced && !sees(), `break ${round}`);
      // far less than the 15 s after which a page says again where it is
      await until(sees, `the cursor after break ${round}`, 3_000);
    }
    // and a move after that is seen as ever
    still.awareness.setLocalStateField("cursor", { anchor: 8 });
    await until(() => blinker.awareness.getStates().get(id)?.cursor?.anchor === 8, "the move");
  });
});
