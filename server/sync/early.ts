// Edits that came before what they build on: kept in memory, bounded, until that has come (rule D12).
import type { Connection } from "./connection";
import type { Edit, Known, Place } from "./reach";

export type EarlyEdit = { readonly from: Connection; readonly write: number; readonly edit: Edit; /** How often it was looked at again. */ readonly tries: number };

/** An honest client sends in order; a few may come early when two tabs of one browser talk to each other. */
const perConnection = { count: 64, bytes: 1024 * 1024, tries: 16 };

export class EarlyEdits {
  readonly #held = new Map<Connection, { readonly early: EarlyEdit; readonly waitsFor: Place }[]>();

  /** False: too much waits from this connection, or has waited for too long. */
  keep(early: EarlyEdit, waitsFor: Place): boolean {
    const own = [...(this.#held.get(early.from) ?? []), { early, waitsFor }];
    this.#held.set(early.from, own);
    const bytes = own.reduce((sum, each) => sum + each.early.edit.bytes.length, 0);
    return own.length <= perConnection.count && bytes <= perConnection.bytes && early.tries <= perConnection.tries;
  }

  /** Takes out those whose missing place is known now. The others are not looked at: a long one would cost everybody time at every edit. */
  ripe(known: Known): EarlyEdit[] {
    const ripe: EarlyEdit[] = [];
    for (const [connection, held] of this.#held) {
      const left = held.filter(({ early, waitsFor }) => {
        const isRipe = (known.get(waitsFor.client) ?? 0) > waitsFor.clock;
        if (isRipe) ripe.push({ ...early, tries: early.tries + 1 });
        return !isRipe;
      });
      if (left.length > 0) this.#held.set(connection, left);
      else this.#held.delete(connection);
    }
    return ripe;
  }

  forget(connection: Connection): void {
    this.#held.delete(connection);
  }
}
