// Whether an edit can be taken in whole: does everything it builds on stand in the document already? Holes are never stored (rule D12).
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { Malformed } from "./wire";

/** For each writing client, how many of its letters and nodes are known: a Yjs state vector. */
export type Known = Map<number, number>;

export type Edit = { readonly bytes: Uint8Array; readonly structs: readonly Struct[]; readonly deletions: ReadonlyMap<number, readonly Range[]> };
type Struct = Y.Item | Y.GC | Y.Skip;
type Range = { readonly clock: number; readonly len: number };
type Place = { readonly client: number; readonly clock: number };

/** Decodes without touching any document. `bytes` must own its memory. Throws Malformed on what no Yjs client can have written. */
export function readEdit(bytes: Uint8Array): Edit {
  let decoded: { structs: Struct[]; ds: { clients: Map<number, Range[]> } };
  try {
    decoded = Y.decodeUpdate(bytes);
  } catch (fault) {
    throw new Malformed(String(fault));
  }
  const clients = new Set(decoded.structs.map((struct) => struct.id.client));
  // two blocks of one client: Yjs would take in only the second
  if (decoding.readVarUint(decoding.createDecoder(bytes)) !== clients.size) throw new Malformed("a client stands twice");
  for (const struct of decoded.structs) checkStruct(struct);
  for (const ranges of decoded.ds.clients.values()) for (const range of ranges) checkEnd(range.clock, range.len);
  return { bytes, structs: decoded.structs, deletions: decoded.ds.clients };
}

/** What will be known once the edit is taken in, or null when parts it builds on have not come: then nothing of it is taken in. */
export function reachOf(edit: Edit, known: ReadonlyMap<number, number>): Known | null {
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
        const waiters = waiting.get(missing);
        if (waiters) waiters.push(client);
        else waiting.set(missing, [client]);
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
  if (taken < edit.structs.length) return null;
  for (const [client, ranges] of edit.deletions) {
    if (ranges.some((range) => range.clock + range.len > endOf(client))) return null;
  }
  return reach;
}

/** Whether the document has all of it already: the usual answer of a client that comes back without having written. */
export function bringsNothing(edit: Edit, doc: Y.Doc): boolean {
  const isKnown = edit.structs.every((struct) => struct.id.clock + struct.length <= Y.getState(doc.store, struct.id.client));
  if (!isKnown) return false;
  for (const [client, ranges] of edit.deletions) {
    const structs = doc.store.clients.get(client);
    for (const { clock, len } of ranges) {
      if (len === 0) continue;
      if (!structs || clock + len > Y.getState(doc.store, client)) return false;
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
        const struct = structs[index];
        if (!struct || struct.id.clock >= clock + len) break;
        if (!struct.deleted) return false;
      }
    }
  }
  return true;
}

/** The client on whose row this struct has to wait, or null when it can be taken in. */
function missingFor(struct: Struct, endOf: (client: number) => number): number | null {
  const { client, clock } = struct.id;
  // a Skip says that its stretch is somewhere else: what follows waits unless it is known
  if (struct instanceof Y.Skip) return clock + struct.length > endOf(client) ? client : null;
  if (clock > endOf(client)) return client;
  if (struct instanceof Y.Item) {
    for (const place of placesOf(struct)) if (place.client !== client && place.clock >= endOf(place.client)) return place.client;
  }
  return null;
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
  if (!(length >= 0) || !Number.isSafeInteger(clock + length)) throw new Malformed("a clock beyond counting");
}
