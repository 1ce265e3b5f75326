// Many people, random edits and broken lines, and strangers who send anything: everybody ends with what is on disk.
import type { Socket } from "node:net";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { closeCodes } from "../../app/domain/documents/live";
import { tidyDocument } from "../../app/domain/documents/testing";
import { readStored } from "../../db/document-log";
import { testDatabases } from "../../db/testing";
import { readContent, writeContent } from "./content";
import { client, closeDoors, cookieOf, onDisk, openDoor, raw, synced, until, wordsOf } from "./door-testing";
import { replay } from "./replay";
import { liveHouse } from "./testing";
import { presenceFrame } from "./wire";

afterEach(closeDoors);

const step = fc.record({ who: fc.nat(3), what: fc.constantFrom("write", "write", "delete", "rewrite", "break", "away", "back", "wait"), at: fc.nat(50), content: tidyDocument });

test.each(testDatabases)("[D10] random edits and broken lines: all replicas and the log end the same (%s)", async (kind) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const open = await openDoor(await liveHouse(kind));
      const people = await Promise.all(["A", "B", "C", "D"].map((name) => open.house.join(`Forelder ${name}`, "parent")));
      const clients = people.map((person) => client(open, person));
      await Promise.all(clients.map(synced));
      for (const { who, what, at, content } of steps) {
        const provider = clients[who] as (typeof clients)[number];
        const words = provider.doc.getText("words");
        if (what === "write") words.insert(at % (words.length + 1), `${who}`);
        else if (what === "delete" && words.length > 0) words.delete(at % words.length, 1);
        else if (what === "rewrite") writeContent(provider.doc, content);
        else if (what === "break") (provider.ws as unknown as WebSocket | null)?.terminate();
        else if (what === "away") provider.disconnect();
        else if (what === "back") provider.connect();
        else if (what === "wait") await new Promise((resolve) => setTimeout(resolve, at));
      }
      for (const provider of clients) provider.connect();
      const stateOf = (doc: Parameters<typeof readContent>[0]) => JSON.stringify([wordsOf(doc), readContent(doc)]);
      await until(async () => {
        const disk = stateOf(replay(await readStored(open.house.database.db, open.house.documentId)));
        return clients.every((provider) => provider.synced && stateOf(provider.doc) === disk);
      }, "everybody to agree with the disk");
      await closeDoors();
    }),
    { numRuns: kind === "sqlite" ? 25 : 6 },
  );
}, 120_000);

test("[D14] hostile frames close their own socket, never the server, and the others do not notice", async () => {
  const open = await openDoor(await liveHouse("sqlite"));
  const visitor = await open.house.join("Forelder A", "parent");
  const witness = client(open, await open.house.join("Koordinator", "coordinator"));
  await synced(witness);
  const seed = Number(process.env.SEED ?? Date.now() % 1e9);
  console.info(`seed ${seed}`);
  const bytes = fc.sample(fc.uint8Array({ minLength: 1, maxLength: 40 }), { seed, numRuns: 150 });
  const fake = fc.sample(fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 1, 2), fc.uint8Array({ maxLength: 30 })), { seed, numRuns: 150 });
  const frames: (Uint8Array | string)[] = [
    "tekst", new Uint8Array(0), presenceFrame([{ clientId: 1, clock: 1, state: "ikke json" }]), presenceFrame([{ clientId: 1, clock: 1, state: "[]" }]),
    presenceFrame([{ clientId: 1, clock: 1, state: JSON.stringify({ x: "x".repeat(17_000) }) }]), ...bytes,
    ...fake.map(([type, kind, rest]) => Uint8Array.from(type === 0 ? [0, kind, rest.length, ...rest] : [1, rest.length, ...rest])),
  ];
  for (const [index, frame] of frames.entries()) {
    const attacker = await raw(open, cookieOf(open, visitor));
    attacker.ws.send(frame);
    attacker.ws.send(Uint8Array.from([99]));
    expect(await attacker.closed).toBe(closeCodes.malformed);
    if (index % 50 === 0) {
      witness.doc.getText("words").insert(0, ".");
      await until(async () => (await onDisk(open.house)) === wordsOf(witness.doc), "the witness's edit");
    }
  }
  for (const broken of [[0xc1, 0x80, 0, 0, 0, 0], [0x83, 0x80, 0, 0, 0, 0], [0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0x89, 0xfe, 1, 0]]) {
    const attacker = await raw(open, cookieOf(open, visitor));
    (attacker.ws as unknown as { _socket: Socket })._socket.write(Uint8Array.from(broken));
    await attacker.closed;
  }
  expect(witness.wsconnected).toBe(true);
  expect(open.house.said.filter((each) => each.level === "error")).toEqual([]);
  const after = client(open, visitor);
  await synced(after);
  expect(wordsOf(after.doc)).toBe(wordsOf(witness.doc));
});

