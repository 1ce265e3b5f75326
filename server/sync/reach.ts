// Whether an edit can be taken in whole: does everything it builds on stand in the document already? Holes are never stored (rule D12).
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import type { DeletedRanges } from "./deleted-ranges";
import { Malformed } from "./wire";

/** For each writing client, how many of its letters and nodes are known: a Yjs state vector. */
export type Known = Map<number, number>;

export type Edit = { readonly bytes: Uint8Array; readonly structs: readonly Struct[]; readonly deletions: ReadonlyMap<number, readonly Range[]> };
type Struct = Y.Item | Y.GC | Y.Skip;
type Range = { readonly clock: number; readonly len: number };
export type Place = { readonly client: number; readonly clock: number };
/** What will be known once the edit is taken in; or the first place it builds on that has not come: then nothing of it is taken in. */
export type Reach = { readonly isWhole: true; readonly known: Known } | { readonly isWhole: false; readonly waitsFor: Place };

/** A page that is written on is one writer; somebody comes back with a few. Each costs every reader of the document, for ever. */
export const writersInOneEdit = 5_000;

/** Decodes without touching any document. `bytes` must own its memory. Throws Malformed on what no Yjs client can have written. */
export function readEdit(bytes: Uint8Array): Edit {
  const writers = countWriters(bytes);
  if (writers > writersInOneEdit) throw new Malformed("more writers than one edit can have");
  let decoded: { structs: Struct[]; ds: { clients: Map<number, Range[]> } };
  try {
    decoded = Y.decodeUpdate(bytes);
  } catch {
    // what is wrong with it would be told in its own words
    throw new Malformed("cannot be read");
  }
  const clients = new Set(decoded.structs.map((struct) => struct.id.client));
  // two blocks of one client: Yjs would take in only the second
  if (writers !== clients.size) throw new Malformed("a client stands twice");
  for (const struct of decoded.structs) checkStruct(struct);
  for (const ranges of decoded.ds.clients.values()) for (const range of ranges) checkEnd(range.clock, range.len);
  return { bytes, structs: decoded.structs, deletions: decoded.ds.clients };
}

export function reachOf(edit: Edit, known: ReadonlyMap<number, number>): Reach {
  const [first] = edit.structs;
  const reach = edit.structs.every((struct) => struct.id.client === first?.id.client) ? reachOfOne(edit, known) : reachOfMany(edit, known);
  if (!reach.isWhole) return reach;
  for (const [client, ranges] of edit.deletions) {
    const end = reach.known.get(client) ?? known.get(client) ?? 0;
    const range = ranges.find((each) => each.clock + each.len > end);
    if (range) return { isWhole: false, waitsFor: { client, clock: range.clock + range.len - 1 } };
  }
  return reach;
}

/** What nearly every edit is: one writer's letters in order. */
function reachOfOne(edit: Edit, known: ReadonlyMap<number, number>): Reach {
  const writer = edit.structs[0]?.id.client;
  if (writer === undefined) return { isWhole: true, known: new Map() };
  const before = known.get(writer) ?? 0;
  let end = before;
  const endOf = (client: number) => (client === writer ? end : (known.get(client) ?? 0));
  for (const struct of edit.structs) {
    const missing = missingFor(struct, endOf);
    if (missing) return { isWhole: false, waitsFor: missing };
    end = Math.max(end, struct.id.clock + struct.length);
  }
  return { isWhole: true, known: new Map(end > before ? [[writer, end]] : []) };
}

function reachOfMany(edit: Edit, known: ReadonlyMap<number, number>): Reach {
  const reach: Known = new Map();
  const endOf = (client: number) => reach.get(client) ?? known.get(client) ?? 0;
  const rows = new Map<number, Struct[]>();
  for (const struct of edit.structs) {
    const row = rows.get(struct.id.client);
    if (row) row.push(struct);
    else rows.set(struct.id.client, [struct]);
  }
  // each client's row is walked until it meets a place not known yet; whoever makes that place known wakes it
  const at = new Map<number, number>();
  const waiting = new Map<number, number[]>();
  const missed = new Map<number, Place>();
  const ready = [...rows.keys()];
  let taken = 0;
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const row = rows.get(client) ?? [];
    let index = at.get(client) ?? 0;
    const before = endOf(client);
    for (; index < row.length; index += 1) {
      const struct = row[index] as Struct;
      const missing = missingFor(struct, endOf);
      if (missing !== null) {
        const waiters = waiting.get(missing.client);
        if (waiters) waiters.push(client);
        else waiting.set(missing.client, [client]);
        missed.set(client, missing);
        break;
      }
      const end = struct.id.clock + struct.length;
      if (end > endOf(client)) reach.set(client, end);
      taken += 1;
    }
    at.set(client, index);
    if (endOf(client) > before) {
      ready.push(...(waiting.get(client) ?? []));
      waiting.delete(client);
    }
  }
  if (taken < edit.structs.length) return { isWhole: false, waitsFor: rootOf(missed, (client) => (at.get(client) ?? 0) < (rows.get(client)?.length ?? 0)) };
  return { isWhole: true, known: reach };
}

/** A row may wait for another row of the same edit: what has to come from elsewhere is at the end of that chain. */
function rootOf(missed: ReadonlyMap<number, Place>, isStopped: (client: number) => boolean): Place {
  const seen = new Set<number>();
  let client = [...missed.keys()].find(isStopped);
  let place = client === undefined ? undefined : missed.get(client);
  while (place && isStopped(place.client) && !seen.has(place.client)) {
    client = place.client;
    seen.add(client);
    place = missed.get(client);
  }
  if (!place) throw new Error("an edit waits for nothing");
  return place;
}

/** Whether all of it is known already: the usual answer of a client that comes back without having written. */
export function bringsNothing(edit: Edit, known: ReadonlyMap<number, number>, deleted: () => DeletedRanges): boolean {
  if (!edit.structs.every((struct) => struct.id.clock + struct.length <= (known.get(struct.id.client) ?? 0))) return false;
  for (const [client, ranges] of edit.deletions) for (const { clock, len } of ranges) if (!deleted().covers(client, clock, len)) return false;
  return true;
}

/** The last place that must be known before this struct can be taken in, or null when it can be now. */
function missingFor(struct: Struct, endOf: (client: number) => number): Place | null {
  const { client, clock } = struct.id;
  // a Skip says that its stretch is somewhere else: what follows waits unless it is known
  if (struct instanceof Y.Skip) return clock + struct.length > endOf(client) ? { client, clock: clock + struct.length - 1 } : null;
  if (clock > endOf(client)) return { client, clock: clock - 1 };
  if (struct instanceof Y.Item) {
    for (const place of placesOf(struct)) if (place.client !== client && place.clock >= endOf(place.client)) return place;
  }
  return null;
}

/** How many blocks it says it has, one for each writer, before anything of them is read. */
function countWriters(bytes: Uint8Array): number {
  try {
    return decoding.readVarUint(decoding.createDecoder(bytes));
  } catch {
    // what is wrong with it would be told in its own words
    throw new Malformed("cannot be read");
  }
}

function checkStruct(struct: Struct): void {
  checkEnd(struct.id.clock, struct.length);
  if (!(struct instanceof Y.Item)) return;
  for (const place of placesOf(struct)) {
    // Yjs never looks whether its own client's past is there, and breaks when it is the future
    if (place.client === struct.id.client && place.clock >= struct.id.clock) throw new Malformed("an edit that builds on itself");
  }
}

function placesOf(item: Y.Item): Place[] {
  const parent = item.parent as unknown;
  return [item.origin, item.rightOrigin, parent instanceof Y.ID ? parent : null].filter((place): place is Y.ID => place !== null);
}

function checkEnd(clock: number, length: number): void {
  // Yjs writes nothing that is nothing long, and breaks when it has to tell of it
  if (!(length > 0) || !Number.isSafeInteger(clock + length)) throw new Malformed("a clock beyond counting");
}

/**
 * The edit without what is known already, as one Yjs update: of each letter there is one in the log. Whoever says the same letter twice in different
 * words is believed the first time, by everybody and in whatever order the log is merged.
 */
export function freshBytes(edit: Edit, known: Known): Uint8Array {
  const isNew = edit.structs.every(({ id }) => id.clock >= (known.get(id.client) ?? 0));
  return isNew ? edit.bytes : Y.diffUpdate(edit.bytes, Y.encodeStateVector(known));
}
