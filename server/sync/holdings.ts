// What a room holds of its document, all of it on disk: the newest snapshot as bytes, and the edits since. No Yjs document is kept alive.
import * as Y from "yjs";
import type { Snapshot, StoredDocument } from "../../db/document-log";
import { reachOf, readEdit, type Edit, type Known } from "./reach";
import type { Compacted } from "./workshop";

/** One or more edits in a row, as one Yjs update. */
type Stretch = { readonly last: number; readonly bytes: Uint8Array; /** up to where it brings each writer */ readonly ends: Known; readonly deletes: boolean };
/** An edit that has been looked at: what it makes known. */
export type Taken = { readonly bytes: Uint8Array; readonly ends: Known; readonly deletes: boolean };

/** Merging takes more than linear time (yjs#710): this many at most are made one. */
const mergedAtOnce = 16;
/** Stretches this long are not merged further: it would cost more than a message saves. */
const longStretch = 64 * 1024;
/** An update that says nothing. */
export const nothing = new Uint8Array([0, 0]);

export class Holdings {
  /** The newest edit in here. */
  seq = 0;
  #base: Snapshot | null = null;
  #baseKnown: Known | null = null;
  #tail: Stretch[] = [];
  #tailBytes = 0;
  #tailEdits = 0;

  /** Answers what everything in it makes known; throws nothing: an edit that cannot be read stands in the log and says nothing. */
  load({ snapshot, edits, head }: StoredDocument, onFault: (fault: unknown) => void): Known {
    this.#base = snapshot;
    this.#baseKnown = null;
    this.#tail = [];
    this.#tailBytes = 0;
    this.#tailEdits = 0;
    this.seq = snapshot?.seq ?? 0;
    const known = new Map(this.#known());
    for (const { bytes } of edits) {
      const taken = look(bytes, known, onFault);
      for (const [client, clock] of taken?.ends ?? []) if (clock > (known.get(client) ?? 0)) known.set(client, clock);
      this.add(taken ? [taken] : [], 1);
    }
    this.seq = head;
    return known;
  }

  /** Adds edits in the order of the log, and answers them made few, as they are to be shown. */
  add(edits: readonly Taken[], count: number): Uint8Array[] {
    const shown: Uint8Array[] = [];
    for (let from = 0; from < edits.length; from += mergedAtOnce) {
      const some = edits.slice(from, from + mergedAtOnce);
      const bytes = some.length === 1 && some[0] ? some[0].bytes : Y.mergeUpdates(some.map((each) => each.bytes));
      this.#tail.push({ last: this.seq + count, bytes, ends: highest(some), deletes: some.some((each) => each.deletes) });
      this.#tailBytes += bytes.length;
      shown.push(bytes);
    }
    this.#tailEdits += count;
    this.seq += count;
    return shown;
  }

  /** The compacted state of everything up to `seq` takes the place of that. */
  rebase(seq: number, { bytes, stateVector, deletions }: Compacted): void {
    // the whole document has been read anew meanwhile, with somebody else's newer snapshot
    if (this.#base && this.#base.seq > seq) return;
    this.#base = { seq, bytes, stateVector, deletions };
    this.#baseKnown = null;
    this.#tail = this.#tail.filter((each) => each.last > seq);
    this.#tailBytes = this.#tail.reduce((sum, each) => sum + each.bytes.length, 0);
    this.#tailEdits = this.seq - seq;
  }

  /** Everything, in order: to be compacted. */
  get pieces(): Uint8Array[] {
    return [...(this.#base ? [this.#base.bytes] : []), ...this.#tail.map((each) => each.bytes)];
  }

  get size(): { base: number; tail: number; edits: number } {
    return { base: this.#base?.bytes.length ?? 0, tail: this.#tailBytes, edits: this.#tailEdits };
  }

  /** Which snapshot it stands on: as long as it is the same, what was worked out from it holds. */
  get base(): Snapshot | null {
    return this.#base;
  }

  /** What of the snapshot somebody with this state vector lacks, or null when that must be worked out from its content. */
  lackOfBase(theirs: ReadonlyMap<number, number>): Uint8Array | null {
    if (!this.#base) return nothing;
    if (theirs.size === 0) return this.#base.bytes;
    if (this.#base.deletions === null || !covers(theirs, this.#known())) return null;
    return this.#base.deletions;
  }

  /** What of the edits since the snapshot they lack, in few pieces. A deletion leaves no trace in a state vector: those are always among them. */
  lackOfTail(theirs: ReadonlyMap<number, number>): Uint8Array[] {
    this.#fold();
    return this.#tail.filter((each) => each.deletes || !covers(theirs, each.ends)).map((each) => each.bytes);
  }

  #known(): Known {
    this.#baseKnown ??= this.#base ? Y.decodeStateVector(this.#base.stateVector) : new Map();
    return this.#baseKnown;
  }

  /** Makes few out of many, the oldest first, when somebody asks for them anyway. */
  #fold(): void {
    const folded: Stretch[] = [];
    for (let from = 0; from < this.#tail.length; ) {
      const some: Stretch[] = [];
      while (some.length < mergedAtOnce && from < this.#tail.length && (this.#tail[from] as Stretch).bytes.length < longStretch) {
        some.push(this.#tail[from] as Stretch);
        from += 1;
      }
      const last = some[some.length - 1];
      if (last && some.length === mergedAtOnce) {
        const bytes = Y.mergeUpdates(some.map((each) => each.bytes));
        folded.push({ last: last.last, bytes, ends: highest(some), deletes: some.some((each) => each.deletes) });
      } else folded.push(...some);
      if (some.length === 0) {
        folded.push(this.#tail[from] as Stretch);
        from += 1;
      }
    }
    const isFewer = folded.length < this.#tail.length;
    this.#tail = folded;
    this.#tailBytes = folded.reduce((sum, each) => sum + each.bytes.length, 0);
    if (isFewer && folded.length > mergedAtOnce) this.#fold();
  }
}

/** What an edit from the log or from another server makes known; null when it cannot be read, and says nothing to anybody. */
export function look(bytes: Uint8Array, known: ReadonlyMap<number, number>, onFault: (fault: unknown) => void): (Taken & { readonly edit: Edit }) | null {
  try {
    const edit = readEdit(bytes);
    const reach = reachOf(edit, known);
    // its own ends, known or not: the same edit may be on its way to the disk here, and count as known already
    if (reach.isWhole) return { bytes, ends: endsOf(edit), deletes: edit.deletions.size > 0, edit };
    onFault(new Error("an edit on disk builds on something that is not there"));
    // never left out of an answer: who knows what it lacks
    return { bytes, ends: new Map(), deletes: true, edit };
  } catch (fault) {
    onFault(fault);
    return null;
  }
}

function endsOf(edit: Edit): Known {
  const ends: Known = new Map();
  for (const { id, length } of edit.structs) if (id.clock + length > (ends.get(id.client) ?? 0)) ends.set(id.client, id.clock + length);
  return ends;
}

function covers(theirs: ReadonlyMap<number, number>, ends: Known): boolean {
  for (const [client, clock] of ends) if ((theirs.get(client) ?? 0) < clock) return false;
  return true;
}

function highest(edits: readonly { readonly ends: Known }[]): Known {
  if (edits.length === 1 && edits[0]) return edits[0].ends;
  const ends: Known = new Map();
  for (const edit of edits) for (const [client, clock] of edit.ends) if (clock > (ends.get(client) ?? 0)) ends.set(client, clock);
  return ends;
}
