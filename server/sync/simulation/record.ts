// What is known of one document in a simulation: everything that is on disk, and everything that somebody with the right to do so has sent.
import * as Y from "yjs";
import { DeletedRanges } from "../deleted-ranges";

export class DocumentRecord {
  /** Everything ever committed. */
  readonly everything = new Y.Doc();
  readonly #written = new DeletedRanges();
  readonly #deleted = new DeletedRanges();

  /** Somebody who may has sent this. */
  allow(update: Uint8Array): void {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const struct of structs) if (!(struct instanceof Y.Skip)) this.#written.add(struct.id.client, struct.id.clock, struct.length);
    for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) this.#deleted.add(client, clock, len);
  }

  /** The first thing in it that nobody with the right to do so has sent, or null. */
  foreignIn(update: Uint8Array): string | null {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const { id, length } of structs.filter((each) => !(each instanceof Y.Skip))) {
      if (!this.#written.covers(id.client, id.clock, length)) return `letters of ${id.client} from ${id.clock}`;
    }
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) if (!this.#deleted.covers(client, clock, len)) return `a deletion of ${client} from ${clock}`;
    }
    return null;
  }

  commit(update: Uint8Array): void {
    Y.applyUpdate(this.everything, update);
  }

  get isWhole(): boolean {
    return isWhole(this.everything);
  }
}

export function isWhole(doc: Y.Doc): boolean {
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

/** The first thing in the update that `doc` has not, or null. */
export function lackOf(doc: Y.Doc, update: Uint8Array): string | null {
  const { structs, ds } = Y.decodeUpdate(update);
  for (const struct of structs) {
    const end = struct.id.clock + struct.length;
    if (!(struct instanceof Y.Skip) && end > Y.getState(doc.store, struct.id.client)) return `letters of ${struct.id.client} up to ${end}`;
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) if (!isDeleted(doc, client, clock, len)) return `a deletion of ${client} from ${clock}, ${len} long`;
  }
  return null;
}

/** Every replica tidies up formatting marks that have become superfluous, each by itself: whether those are deleted says nothing. */
function isDeleted(doc: Y.Doc, client: number, clock: number, length: number): boolean {
  if (length === 0) return true;
  const structs = doc.store.clients.get(client);
  if (!structs || clock + length > Y.getState(doc.store, client)) return false;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= clock + length) break;
    if (!struct.deleted && !(struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)) return false;
  }
  return true;
}
