// Frames from strangers: whatever the bytes, the reader answers or says Malformed, and an edit taken in never leaves a hole.
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { DeletedRanges } from "./deleted-ranges";
import { bringsNothing, reachOf, readEdit, type Edit, type Known, type Place } from "./reach";
import { Malformed, presenceFrame, readMessage, readPresence, step1Frame, storedFrame, updateFrame } from "./wire";

const knownOf = (doc: Y.Doc): Known => Y.decodeStateVector(Y.encodeStateVector(doc));

/** The edits of a few people who write and delete without hearing of each other all the time. */
const history = fc.array(
  fc.record({ by: fc.integer({ min: 0, max: 2 }), at: fc.nat(40), text: fc.string({ minLength: 1, maxLength: 4 }), remove: fc.boolean(), hears: fc.boolean() }),
  { minLength: 1, maxLength: 30 },
);
type Step = { by: number; at: number; text: string; remove: boolean; hears: boolean };

function editsOf(steps: readonly Step[]): Uint8Array[] {
  const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
  const edits: Uint8Array[] = [];
  for (const doc of docs) doc.on("update", (bytes: Uint8Array, origin: unknown) => void (origin === "heard" || edits.push(bytes)));
  for (const { by, at, text, remove, hears } of steps) {
    const doc = docs[by] as Y.Doc;
    if (hears) for (const other of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), "heard");
    const words = doc.getText("words");
    if (remove && words.length > 0) words.delete(Math.min(at, words.length - 1), 1);
    else words.insert(Math.min(at, words.length), text, at % 2 === 0 ? { bold: true } : undefined);
  }
  return edits;
}

test("[D14] any bytes are a message or malformed, never anything else", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      for (const read of [readMessage, readPresence, readEdit] as const) {
        try {
          read(bytes);
        } catch (fault) {
          expect(fault).toBeInstanceOf(Malformed);
        }
      }
    }),
    { numRuns: 5_000 },
  );
});

test("[D14] a length that lies reads nothing beyond its frame", () => {
  const pool = new Uint8Array(64).fill(77);
  pool.set([0, 2, 50, 1], 0);
  expect(() => readMessage(pool.subarray(0, 4))).toThrow(Malformed);
  expect(readMessage(updateFrame(new Uint8Array([1, 2])))).toEqual({ kind: "write", update: new Uint8Array([1, 2]) });
  expect(readMessage(step1Frame(new Uint8Array([0])))).toEqual({ kind: "step1", stateVector: new Uint8Array([0]) });
  expect(() => readMessage(storedFrame(1))).toThrow(Malformed);
  expect(() => readMessage(new Uint8Array([...presenceFrame([]), 0]))).toThrow(Malformed);
});

test("[D12] in whatever order edits come, what is taken in leaves no hole, and in the end all are", () => {
  fc.assert(
    fc.property(history, fc.func(fc.nat()), (steps, order) => {
      const edits = editsOf(steps).map((bytes, index) => ({ edit: readEdit(bytes), rank: order(index) }));
      let waiting = edits.sort((one, other) => one.rank - other.rank).map((each) => each.edit);
      const doc = new Y.Doc();
      const waitsFor = new Map<Edit, Place>();
      for (let isMoving = true; isMoving; ) {
        const before = waiting.length;
        waiting = waiting.filter((edit) => {
          // looked at again only when what it waits for has come, as the room does it
          const missing = waitsFor.get(edit);
          if (missing && (knownOf(doc).get(missing.client) ?? 0) <= missing.clock) return true;
          const reach = reachOf(edit, knownOf(doc));
          if (!reach.isWhole) {
            expect(knownOf(doc).get(reach.waitsFor.client) ?? 0).toBeLessThanOrEqual(reach.waitsFor.clock);
            waitsFor.set(edit, reach.waitsFor);
            return true;
          }
          Y.applyUpdate(doc, edit.bytes);
          expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
          for (const [client, clock] of reach.known) expect(knownOf(doc).get(client)).toBe(clock);
          expect(bringsNothing(edit, knownOf(doc), () => deletedOf(doc))).toBe(true);
          return false;
        });
        isMoving = waiting.length < before;
      }
      expect(waiting).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("[D14] twisted edits are refused, wait, or are taken in whole: Yjs never breaks on one and never keeps a part waiting", () => {
  fc.assert(
    fc.property(history, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (steps, twists, which, cut) => {
      const edits = editsOf(steps);
      const doc = new Y.Doc();
      const twistedAt = which % edits.length;
      for (const [index, bytes] of edits.entries()) {
        const twisted = bytes.slice();
        if (index === twistedAt) for (const [at, value] of twists) twisted[at % twisted.length] = value;
        const sent = index === twistedAt && cut % 5 === 0 ? twisted.slice(0, cut % (twisted.length + 1)) : twisted;
        let edit;
        try {
          edit = readEdit(sent);
        } catch (fault) {
          expect(fault).toBeInstanceOf(Malformed);
          continue;
        }
        bringsNothing(edit, knownOf(doc), () => deletedOf(doc));
        if (!reachOf(edit, knownOf(doc)).isWhole) continue;
        Y.applyUpdate(doc, edit.bytes);
        expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
      }
      const again = new Y.Doc();
      Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
      // an edit that lies about its neighbours can make letters change places between replicas, never make one come or go
      expect(lettersOf(again)).toEqual(lettersOf(doc));
    }),
    { numRuns: 1_500 },
  );
});

const deletedOf = (doc: Y.Doc): DeletedRanges => DeletedRanges.of([Y.encodeStateAsUpdate(doc)]);

test("[D17] deleted ranges know exactly what was put in, however it came", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(60), fc.nat(12))), fc.array(fc.tuple(fc.nat(2), fc.nat(60), fc.nat(12))), (added, asked) => {
      const deleted = new DeletedRanges();
      const each = new Set<string>();
      const lettersIn = ([client, clock, length]: readonly [number, number, number]) => Array.from({ length }, (_, index) => `${client}:${clock + index}`);
      for (const range of added) {
        deleted.add(...range);
        for (const letter of lettersIn(range)) each.add(letter);
      }
      for (const range of [...added, ...asked]) expect(deleted.covers(...range)).toBe(lettersIn(range).every((letter) => each.has(letter)));
    }),
    { numRuns: 500 },
  );
});

function lettersOf(doc: Y.Doc): string[] {
  return [...doc.getText("words").toString()].sort();
}

test("[D15] what presence tells can be read", () => {
  const frame = presenceFrame([{ clientId: 3, clock: 1_795_305_600_000, state: JSON.stringify({ user: { name: "Å" } }) }]);
  const message = readMessage(frame);
  expect(message.kind === "awareness" && readPresence(message.entries)).toEqual([{ clientId: 3, clock: 1_795_305_600_000, state: '{"user":{"name":"Å"}}' }]);
});
