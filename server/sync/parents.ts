// Which list or map of the document each letter and node stands in. An edit that puts something between neighbours that are no neighbours is no edit a
// Yjs client can have written; taken in, it makes every Yjs document that meets it break (rule D14).
import * as Y from "yjs";

type Struct = Y.Item | Y.GC | Y.Skip;
type Place = { readonly client: number; readonly clock: number };
/** A stretch of one writer's letters that stand in the same place. `parent` null: the same as those of `like`, not looked up yet. */
type Run = { readonly start: number; end: number; parent: string | null; readonly like: Place | null };

/** Let go of with the list it stood in: whatever builds on it goes the same way, and harms nobody. */
const gone = "";

export class Parents {
  readonly #runs = new Map<number, Run[]>();
  readonly #under: Parents | null;

  /** `under`: what is known already; this one holds only what an edit adds. */
  constructor(under: Parents | null = null) {
    this.#under = under;
  }

  /** Everything these pieces of a log say. */
  static of(pieces: readonly Uint8Array[]): Parents {
    const parents = new Parents();
    for (const piece of pieces) parents.learn(Y.decodeUpdate(piece).structs);
    return parents;
  }

  /** What is on disk already, whatever it says. */
  learn(structs: readonly Struct[]): void {
    for (const struct of structs) this.#add(struct);
  }

  /** Takes the edit in, if everything in it stands among its own; else answers false, and nothing has changed. It builds on nothing unknown. */
  takeIn(structs: readonly Struct[]): boolean {
    const added = new Parents(this);
    added.learn(structs);
    for (const struct of structs) if (struct instanceof Y.Item && !added.#fits(struct)) return false;
    this.learn(structs);
    return true;
  }

  #add(struct: Struct): void {
    const { client, clock } = struct.id;
    const end = clock + struct.length;
    if (struct instanceof Y.Skip || end <= this.#endOf(client)) return;
    const runs = this.#runs.get(client) ?? [];
    this.#runs.set(client, runs);
    const start = Math.max(clock, this.#endOf(client));
    const last = runs[runs.length - 1];
    const like = struct instanceof Y.Item ? (struct.origin ?? struct.rightOrigin) : null;
    // what is written on where its writer just wrote stands where that stands
    if (last?.end === start && like?.client === client && like.clock === start - 1) last.end = end;
    else runs.push({ start, end, like, parent: struct instanceof Y.Item ? (like ? null : namedParent(struct)) : gone });
  }

  #fits(item: Y.Item): boolean {
    const { client, clock } = item.id;
    const parents = [item.origin, item.rightOrigin].flatMap((place) => (place ? [this.#parentOf(place)] : []));
    if (parents.length === 0) parents.push(namedParent(item));
    // its first letters are known already: the others go where those are
    const known = this.#under ? this.#under.#endOf(client) : 0;
    if (clock < known && known < clock + item.length) parents.push(this.#parentOf({ client, clock: known - 1 }));
    return parents.includes(gone) || parents.every((each) => each === parents[0]);
  }

  #endOf(client: number): number {
    const runs = this.#runs.get(client);
    return runs?.[runs.length - 1]?.end ?? (this.#under ? this.#under.#endOf(client) : 0);
  }

  #parentOf(place: Place): string {
    const passed: Run[] = [];
    for (let at: Place | null = place; at; ) {
      const run = this.#runAt(at);
      // a circle, or nothing known: there is nothing it could stand among
      if (!run || passed.length > 100_000) return gone;
      if (run.parent !== null) {
        for (const each of passed) each.parent = run.parent;
        return run.parent;
      }
      passed.push(run);
      at = run.like;
    }
    return gone;
  }

  #runAt({ client, clock }: Place): Run | null {
    const runs = this.#runs.get(client) ?? [];
    let [low, high] = [0, runs.length - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const run = runs[middle] as Run;
      if (clock < run.start) high = middle - 1;
      else if (clock >= run.end) low = middle + 1;
      else return run;
    }
    return this.#under ? this.#under.#runAt({ client, clock }) : null;
  }
}

function namedParent({ parent, parentSub }: Y.Item): string {
  const named = parent as unknown;
  const of = named instanceof Y.ID ? `${named.client}:${named.clock}` : `"${String(named)}`;
  return `${of} ${parentSub ?? ""}`;
}
