// Messages between servers: what is packed is what is opened, and whatever the bytes, the reader answers or says MalformedParcel.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Parcel } from "./courier";
import { hasSeal, MalformedParcel, openParcel, packParcel, sealOf } from "./parcel";

const seal = sealOf("one");
const bytes = fc.uint8Array({ maxLength: 40 });
const count = fc.nat(Number.MAX_SAFE_INTEGER);
const parcels: fc.Arbitrary<Parcel> = fc.oneof(
  fc.record({ kind: fc.constant("edits" as const), first: fc.integer({ min: 1, max: 2 ** 50 }), edits: fc.array(bytes, { minLength: 1, maxLength: 20 }) }),
  fc.record({
    kind: fc.constant("presence" as const), isAll: fc.boolean(),
    entries: fc.array(fc.record({ clientId: count, clock: count, userId: fc.string(), state: fc.option(fc.json(), { nil: null }).filter((state) => state !== "null") }), { maxLength: 5 }),
  }),
  fc.constant({ kind: "whoIsHere" as const }),
  fc.constant({ kind: "leaving" as const }),
);
const seed = Number(process.env.SEED ?? Date.now() % 1e9);

test("what is packed is what is opened, and says who sent it", () => {
  console.info(`seed ${seed}`);
  fc.assert(
    fc.property(parcels, fc.string(), (parcel, from) => {
      const messages = packParcel(parcel, sealOf(from));
      expect(messages.map((message) => openParcel(message))).toEqual([{ from, parcel }]);
      expect(messages.every((message) => hasSeal(message, sealOf(from)))).toBe(true);
      // as Redis hands them out: a piece of something larger, which is used again
      const [message = seal] = messages;
      const pool = Buffer.concat([Buffer.alloc(7, 9), message, Buffer.alloc(7, 9)]);
      const opened = openParcel(pool.subarray(7, 7 + message.length));
      pool.fill(0);
      expect(opened).toEqual({ from, parcel });
    }),
    { numRuns: 500, seed },
  );
});

test("many edits go in several messages of consecutive numbers, none far above a megabyte unless one edit is", () => {
  const edits = [300, 800, 10, 10, 2_500, 1, 1_024, 1].map((kilobytes, index) => new Uint8Array(kilobytes * 1024).fill(index));
  const messages = packParcel({ kind: "edits", first: 41, edits }, seal);
  const opened = messages.map((message) => openParcel(message).parcel).flatMap((parcel) => (parcel.kind === "edits" ? [parcel] : []));
  expect(opened.map(({ first, edits: some }) => [first, some.length])).toEqual([[41, 1], [42, 3], [45, 1], [46, 1], [47, 1], [48, 1]]);
  expect(Buffer.concat(opened.flatMap((parcel) => parcel.edits)).equals(Buffer.concat(edits))).toBe(true);
  expect(packParcel({ kind: "edits", first: 41, edits: [] }, seal)).toEqual([]);
});

test("any bytes are a parcel or malformed, never anything else, and cost no more than they are", () => {
  console.info(`seed ${seed}`);
  const twisted = fc.tuple(parcels, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }), fc.option(fc.nat())).map(([parcel, twists, cut]) => {
    const message = Uint8Array.from(packParcel(parcel, seal)[0] ?? []);
    for (const [at, value] of twists) message[at % message.length] = value;
    return cut === null ? message : message.slice(0, cut % message.length);
  });
  const started = fc.uint8Array({ maxLength: 60 }).map((rest) => Uint8Array.of(...seal, ...rest));
  fc.assert(
    fc.property(fc.oneof(twisted, started, fc.uint8Array({ maxLength: 60 })), (message) => {
      try {
        const { parcel } = openParcel(message);
        if (parcel.kind === "edits") expect(parcel.edits.reduce((sum, edit) => sum + edit.length, 0)).toBeLessThan(message.length);
        if (parcel.kind === "presence") expect(parcel.entries.length).toBeLessThan(message.length);
      } catch (fault) {
        expect(fault).toBeInstanceOf(MalformedParcel);
      }
    }),
    { numRuns: 10_000, seed },
  );
}, 30_000);

test("lengths and counts that lie, and servers of another version, are malformed", () => {
  const lies = [[], [0, 1, 0xff, 0xff, 0xff, 0xff, 0x0f], [0, 1, 1, 0xff, 0xff, 0xff, 0xff, 0x0f, 1], [0, 0, 1, 1, 7], [0, 1, 0], [1, 2, 0], [1, 1, 0xff, 0xff, 0x7f], [2, 0], [9]];
  for (const lie of lies) expect(() => openParcel(Uint8Array.of(...seal, ...lie)), String(lie)).toThrow(MalformedParcel);
  const [question = seal] = packParcel({ kind: "whoIsHere" }, seal);
  const later = question.slice();
  later[0] = 2;
  expect(openParcel(question)).toEqual({ from: "one", parcel: { kind: "whoIsHere" } });
  expect(() => openParcel(later)).toThrow(MalformedParcel);
});
