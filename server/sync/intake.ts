// What people send comes in here: is it whole, does it bring anything, may it be taken in? Nothing here is on disk yet (rules D12, D17, D18).
import { closeCodes } from "../../app/domain/documents/live";
import type { Connection } from "./connection";
import { DeletedRanges } from "./deleted-ranges";
import { EarlyEdits, type EarlyEdit } from "./early";
import type { Taken } from "./holdings";
import { limits } from "./limits";
import type { Meter } from "./meter";
import { Parents } from "./parents";
import { bringsNothing, freshBytes, reachOf, readEdit, type Edit, type Known } from "./reach";

/** One write message that waits for the disk. `taken` null: it brought nothing, and only waits its turn. */
export type Waiting = { readonly from: Connection; readonly write: number; readonly taken: Taken | null };

/** What the intake asks of its room. */
export type IntakeDesk = {
  readonly meter: Meter;
  /** In the order it came. */
  enqueue(waiting: Waiting): void;
  /** Whose presence goes by this id at this moment. */
  ownerOf(clientId: number): string | null;
  /** Bytes held of the document. */
  size(): number;
  /** Everything that is on disk, and what is on its way there. */
  pieces(): readonly Uint8Array[];
};

export class Intake {
  /** What the document will know when everything accepted is on disk. */
  readonly known: Known = new Map();
  readonly #desk: IntakeDesk;
  readonly #early = new EarlyEdits();
  /** Where everything accepted stands; made when somebody first writes. */
  #parents: Parents | null = null;
  /** Of everything accepted; made when somebody first comes with deletions. */
  #deleted: DeletedRanges | null = null;
  /** The last write that brought nothing: after a restart everybody comes back with the same one. */
  #lastNothing: Uint8Array | null = null;

  constructor(desk: IntakeDesk) {
    this.#desk = desk;
  }

  /** Throws Malformed. */
  accept(connection: Connection, update: Uint8Array): void {
    const write = connection.takeWrite();
    if (!connection.mayWrite()) return this.#desk.meter.dropped("reader");
    const isNothing = this.#lastNothing !== null && Buffer.compare(this.#lastNothing, update) === 0;
    const edit = isNothing ? null : readEdit(update);
    if (edit && bringsNothing(edit, this.known, () => (this.#deleted ??= DeletedRanges.of(this.#desk.pieces())))) this.#lastNothing = update;
    else if (edit) return this.#takeInWhole({ from: connection, write, edit, tries: 0 });
    this.#desk.enqueue({ from: connection, write, taken: null });
  }

  /** An edit that came by another way than from people here. */
  learn(ends: Known, { structs, deletions }: Edit): void {
    raise(this.known, ends);
    this.#parents?.learn(structs);
    this.#learnDeletions(deletions);
  }

  /** The document has been read whole. */
  begin(known: Known): void {
    raise(this.known, known);
    this.#parents = null;
    this.#deleted = null;
  }

  /** Something has been learnt that early edits may have waited for. */
  retryEarly(): void {
    for (let ripe = this.#early.ripe(this.known); ripe.length > 0; ripe = this.#early.ripe(this.known)) {
      for (const each of ripe) this.#takeInWhole(each);
    }
  }

  forget(connection: Connection): void {
    this.#early.forget(connection);
  }

  #takeInWhole(incoming: EarlyEdit): void {
    const { from, edit, write } = incoming;
    const reach = reachOf(edit, this.known);
    if (!reach.isWhole) {
      if (this.#early.keep(incoming, reach.waitsFor)) return;
      this.#early.forget(from);
      this.#desk.meter.dropped("early");
      // coming back brings everything they have in one piece, in which nothing is early
      return from.close(closeCodes.tryLater, "edits out of order");
    }
    let newcomers = 0;
    for (const client of reach.known.keys()) {
      if (!this.known.has(client)) newcomers += 1;
      const owner = this.#desk.ownerOf(client);
      // [D18] in the name of somebody who is here and writes under it: theirs would be taken for known, and lost
      if (owner !== null && owner !== from.person.userId) return from.close(closeCodes.tryLater, "somebody else's");
    }
    if (!from.bringsWriters(newcomers)) return from.close(closeCodes.tooLarge, "too many writers");
    if (this.#desk.size() + edit.bytes.length > limits.documentBytes) return from.close(closeCodes.tooLarge, "the document is full");
    if (edit.structs.length > 0 && !(this.#parents ??= Parents.of(this.#desk.pieces())).takeIn(edit.structs)) {
      return from.close(closeCodes.malformed, "between what are no neighbours");
    }
    const bytes = freshBytes(edit, this.known);
    raise(this.known, reach.known);
    this.#learnDeletions(edit.deletions);
    this.#desk.enqueue({ from, write, taken: { bytes, ends: reach.known, deletes: edit.deletions.size > 0 } });
    this.retryEarly();
  }

  #learnDeletions(deletions: Edit["deletions"]): void {
    if (this.#deleted) for (const [client, ranges] of deletions) for (const { clock, len } of ranges) this.#deleted.add(client, clock, len);
  }
}

/** The higher of both, for each writer. */
export function raise(known: Known, ends: Known): void {
  for (const [client, clock] of ends) if (clock > (known.get(client) ?? 0)) known.set(client, clock);
}
