// The work on whole documents itself: many pieces made one, and what somebody lacks taken out of them. The answer depends on nothing but the bytes.
import * as Y from "yjs";
import { isIncomplete } from "./replay";
import type { Compacted } from "./workshop";

/** What Y.mergeUpdates is given at a time: its cost grows with the square of how many (yjs#710). */
const mergedAtOnce = 16;
/** A state vector is read anew for every piece: with more writers than this, those whom no piece knows are left out first. */
const manyWriters = 64;

/** Null when a part has not come, when Yjs cannot take a piece in, or when the result does not read back as the same. */
export function compactPieces(pieces: readonly Uint8Array[]): Compacted | null {
  const compacted = loaded(pieces);
  const again = compacted && loaded([compacted.bytes]);
  return again && isEqual(again.stateVector, compacted.stateVector) && isEqual(again.deletions, compacted.deletions) ? compacted : null;
}

/**
 * What somebody with this state vector lacks, with everything that was ever deleted: a state vector does not say what its owner knows of that.
 * A piece that cannot be read says nothing to anybody (`replay` sees it so too). Throws when the state vector cannot be read.
 */
export function diffPieces(pieces: readonly Uint8Array[], stateVector: Uint8Array): Uint8Array {
  const known = withoutStrangers(stateVector, pieces);
  return merged(pieces.map((piece) => readOr(nothing, () => Y.diffUpdate(piece, known))));
}

/** What a document made of these pieces says, written down; null when they do not make one. */
function loaded(pieces: readonly Uint8Array[]): Compacted | null {
  const doc = new Y.Doc();
  try {
    // one transaction: Yjs tidies formatting that came from others, by deletions of its own, but not in what is new in the same transaction
    doc.transact(() => takeIn(doc, pieces));
    if (isIncomplete(doc)) return null;
    const stateVector = Y.encodeStateVector(doc);
    return { bytes: Y.encodeStateAsUpdate(doc), stateVector, deletions: Y.encodeStateAsUpdate(doc, stateVector) };
  } catch {
    return null;
  } finally {
    doc.destroy();
  }
}

/** Yjs goes through all that waits at every update: from the first piece that has to wait, the rest comes as one. */
function takeIn(doc: Y.Doc, pieces: readonly Uint8Array[]): void {
  for (const [index, piece] of pieces.entries()) {
    Y.applyUpdate(doc, piece);
    if (isIncomplete(doc)) return Y.applyUpdate(doc, merged(pieces.slice(index + 1)));
  }
}

/** An update that says nothing. */
const nothing = Uint8Array.of(0, 0);

/** A tree of small merges. Neighbours stay neighbours, so that a run of one writer soon is one. */
function merged(updates: readonly Uint8Array[]): Uint8Array {
  let level = updates.filter((update) => !isEqual(update, nothing));
  while (level.length > 1) {
    level = Array.from({ length: Math.ceil(level.length / mergedAtOnce) }, (_, index) =>
      Y.mergeUpdates(level.slice(index * mergedAtOnce, (index + 1) * mergedAtOnce)),
    );
  }
  return level[0] ?? Uint8Array.from(nothing);
}

function withoutStrangers(stateVector: Uint8Array, pieces: readonly Uint8Array[]): Uint8Array {
  const known = Y.decodeStateVector(stateVector);
  if (known.size <= manyWriters) return stateVector;
  const writers = new Set(pieces.flatMap((piece) => readOr([], () => [...Y.parseUpdateMeta(piece).to.keys()])));
  return Y.encodeStateVector(new Map([...known].filter(([client]) => writers.has(client))));
}

function readOr<T>(otherwise: T, read: () => T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && Buffer.compare(one, other) === 0;
}
