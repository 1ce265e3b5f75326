// Documents made small and caught up with: never a letter more or less than what was written, whatever the pieces.
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { compactPieces, diffPieces } from "./compaction";
import { below, randomFrom, randomHistory, stateOf, takeIn } from "./compaction-testing";

const seed = Number(process.env.SEED ?? Date.now() % 1e9);
const rounds = Number(process.env.ROUNDS ?? 25);

/** Each round has a seed of its own, which alone brings it back. */
function inRounds(work: (random: () => number, log: Uint8Array[]) => void): void {
  for (let round = 0; round < rounds; round += 1) {
    const random = randomFrom(seed + round);
    try {
      work(random, randomHistory(random, 20 + below(random, 150)));
    } catch (fault) {
      console.info(`SEED=${seed + round}`);
      throw fault;
    }
  }
}

/** The pieces as Yjs takes them in, one by one; nothing let go of. */
function whole(pieces: readonly Uint8Array[], gc = false): Y.Doc {
  const doc = new Y.Doc({ gc });
  for (const piece of pieces) takeIn(doc, piece);
  return doc;
}

describe("[D13] many pieces made one", () => {
  test("say the same, and everything that was written and deleted is in it", () => {
    inRounds((random, log) => {
      const compacted = compactPieces(log);
      const meant = stateOf(whole(log));
      expect(stateOf(whole([compacted?.bytes as Uint8Array]))).toEqual(meant);
      expect([...(compacted?.stateVector ?? [])]).toEqual(meant.stateVector);
      expect([...(compacted?.deletions ?? [])]).toEqual(meant.deletions);
      // and again, over a snapshot and what came after it
      const at = below(random, log.length);
      const earlier = compactPieces(log.slice(0, at))?.bytes as Uint8Array;
      expect(stateOf(whole([compactPieces([earlier, ...log.slice(at)])?.bytes as Uint8Array]))).toEqual(meant);
    });
  });

  test("are as small as a document that has let go of what was deleted", () => {
    inRounds((_, log) => expect(compactPieces(log)?.bytes.length).toBeLessThanOrEqual(Y.encodeStateAsUpdate(whole(log, true)).length));
  });

  test("nothing at all is a document too", () => {
    expect(compactPieces([])).toEqual({ bytes: Uint8Array.of(0, 0), stateVector: Uint8Array.of(0), deletions: Uint8Array.of(0, 0) });
  });

  test("pieces in any order", () => {
    inRounds((random, log) => {
      const meant = stateOf(whole(log));
      const shuffled = log.map((piece) => [random(), piece] as const).sort(([one], [other]) => one - other).map(([, piece]) => piece);
      expect(stateOf(whole([compactPieces(shuffled)?.bytes as Uint8Array]))).toEqual(meant);
    });
  });

  test("the deletions alone bring up to date whoever has every letter and no deletion", () => {
    inRounds((random, log) => {
      const doc = whole(log);
      const meant = stateOf(doc);
      const deletions = compactPieces(log)?.deletions as Uint8Array;
      const all = Y.encodeStateAsUpdate(doc);
      // the deletions are the end of an update, after one byte that says "no letters"
      const stale = whole([Buffer.concat([all.subarray(0, all.length - deletions.length + 1), Uint8Array.of(0)])]);
      expect(stale.store.pendingStructs).toBeNull();
      if (random() < 0.5) takeIn(stale, compactPieces(log.slice(0, below(random, log.length)))?.deletions as Uint8Array);
      takeIn(stale, deletions);
      expect(stateOf(stale)).toEqual(meant);
    });
  });
});

test("[D4] making a document small deletes nothing, though Yjs tidies formatting it gets from others", () => {
  const writer = new Y.Doc();
  const other = new Y.Doc();
  const log: Uint8Array[] = [];
  for (const doc of [writer, other]) doc.on("update", (update: Uint8Array, origin: unknown) => origin !== "log" && log.push(update));
  writer.getXmlFragment("default").insert(0, [new Y.XmlText("felles stue")]);
  Y.applyUpdate(other, log[0] as Uint8Array, "log");
  for (const doc of [writer, other]) (doc.getXmlFragment("default").get(0) as Y.XmlText).format(0, 5, { bold: true });
  const tidied = new Y.Doc();
  for (const piece of log) Y.applyUpdate(tidied, piece);
  const compacted = compactPieces(log);
  expect(Y.encodeStateAsUpdate(tidied, compacted?.stateVector).length).toBeGreaterThan(2);
  expect(compacted?.deletions).toEqual(Uint8Array.of(0, 0));
});

describe("[D12] what cannot be made one without losing something is left as it is", () => {
  const writer = new Y.Doc();
  const parts: Uint8Array[] = [];
  writer.on("update", (update: Uint8Array) => parts.push(update));
  for (let index = 0; index < 3; index += 1) writer.getText("words").insert(index, "a");
  const [first, , last] = parts as [Uint8Array, Uint8Array, Uint8Array];
  const orphans = Array.from({ length: 3_000 }, () => {
    const doc = new Y.Doc();
    doc.getText("words").insert(0, "a");
    const before = Y.encodeStateVector(doc);
    doc.getText("words").insert(1, "b");
    return Y.encodeStateAsUpdate(doc, before);
  });

  test.each<[string, Uint8Array[]]>([
    ["a part that never came", [first, last]],
    ["thousands of them", [first, ...orphans]],
    ["deletions of what nobody wrote", [first, Uint8Array.of(0, 1, 7, 1, 0, 255, 255, 255, 255, 3)]],
    ["a type no Yjs knows", [first, Uint8Array.of(1, 1, 7, 0, 7, 1, 1, 97, 99, 0)]],
    ["an end too early", [first.subarray(0, first.length - 2)]],
    ["no update at all", [Uint8Array.of(255, 255, 255), first]],
  ])("%s", (_, pieces) => {
    expect(compactPieces(pieces)).toBeNull();
  });

  test("a piece that cannot be read takes nothing from those who catch up", () => {
    const diff = diffPieces([Uint8Array.of(255, 255, 255), ...parts, Uint8Array.of(1, 1, 7, 0, 7, 1, 1, 97, 99, 0)], Uint8Array.of(0));
    expect(stateOf(whole([diff]))).toEqual(stateOf(writer));
  });
});

describe("[D11] what somebody lacks", () => {
  test("brings everybody who was ever here to the newest state, from a snapshot or without", () => {
    inRounds((random, log) => {
      const meant = stateOf(whole(log));
      const at = below(random, log.length);
      const pieces = random() < 0.5 ? log : [compactPieces(log.slice(0, at))?.bytes as Uint8Array, ...log.slice(at)];
      for (let replica = 0; replica < 3; replica += 1) {
        const doc = whole(log.slice(0, below(random, log.length + 1)), random() < 0.5);
        const diff = diffPieces(pieces, Y.encodeStateVector(doc));
        takeIn(doc, diff);
        expect(stateOf(doc)).toEqual(meant);
      }
    });
  });

  test("holds no letter that is known already, and every deletion", () => {
    inRounds((_, log) => {
      const { stateVector, deletions } = compactPieces(log) as NonNullable<ReturnType<typeof compactPieces>>;
      const diff = diffPieces(log, stateVector);
      expect(Y.decodeUpdate(diff).structs).toEqual([]);
      // what follows from others' deletions by itself is in the one and not in the other
      const doc = whole([diffPieces(log, Uint8Array.of(0))]);
      expect([...Y.encodeStateAsUpdate(doc, stateVector)]).toEqual([...deletions]);
    });
  });

  test("whoever names thousands that nobody knows gets the same", () => {
    inRounds((random, log) => {
      const doc = whole(log.slice(0, below(random, log.length)));
      const honest = Y.encodeStateVector(doc);
      const strangers = Array.from({ length: 1_000 }, (_, index) => [2 ** 31 + index, 5] as const);
      const many = Y.encodeStateVector(new Map([...strangers, ...Y.decodeStateVector(honest)]));
      expect(diffPieces(log, many)).toEqual(diffPieces(log, honest));
    });
  });

  test("nothing, each time anew: whoever gets it may give it away", () => {
    const [once, again] = [diffPieces([], Uint8Array.of(0)), diffPieces([], Uint8Array.of(0))];
    expect(once).toEqual(Uint8Array.of(0, 0));
    expect(again.buffer).not.toBe(once.buffer);
  });

  test("a state vector that is none", () => {
    expect(() => diffPieces([], Uint8Array.of(255))).toThrow();
  });
});
