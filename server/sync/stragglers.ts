// Edits that could not go to disk with the others': each document goes alone, again and again until it is there (rule D12).
import type { Edit } from "../../db/document-log";
import type { Timer } from "./clock";
import type { CommitGround, Writer } from "./group-commit";

/** What a writer handed over, until it is on disk. `since`: when the first of it began to wait, in milliseconds. */
export type Load = { readonly writer: Writer; readonly edits: readonly Edit[]; readonly since: number };

const atOnce = 4;
const firstRestMs = 50;
const longestRestMs = 5_000;

export class Stragglers {
  readonly #ground: CommitGround;
  readonly #land: (load: Load, first: number) => void;
  readonly #lose: (load: Load) => void;
  #ready: Load[] = [];
  #going = 0;
  readonly #resting = new Map<Load, Timer>();
  /** Of each that has failed: how often, and how long it rested last. */
  readonly #failed = new Map<Load, { readonly attempt: number; readonly restMs: number }>();
  #hasGivenUp = false;

  /** `land` when it is on disk; `lose` when it is not and nobody tries any more. */
  constructor(ground: CommitGround, land: (load: Load, first: number) => void, lose: (load: Load) => void) {
    this.#ground = ground;
    this.#land = land;
    this.#lose = lose;
  }

  /** Documents that have failed and are not on disk yet. */
  get failing(): number {
    return this.#failed.size;
  }

  /** At once, if not too many are on their way already. */
  send(load: Load): void {
    if (this.#hasGivenUp) return this.#lose(load);
    this.#ready.push(load);
    if (this.#going < atOnce) void this.#go();
  }

  /** An attempt has failed. It rests, longer each time, and goes again. */
  failed(load: Load, fault: unknown): void {
    const last = this.#failed.get(load);
    this.#rest(load, fault, last ? Math.min(longestRestMs, last.restMs * 2) : firstRestMs);
  }

  /** There is no such document, which a moment will not change. What was written in it is kept all the same. */
  missing(load: Load): void {
    this.#rest(load, new Error("the document is not there"), longestRestMs);
  }

  giveUp(): void {
    this.#hasGivenUp = true;
    for (const timer of this.#resting.values()) timer.cancel();
    const left = [...this.#ready, ...this.#resting.keys()];
    this.#ready = [];
    this.#resting.clear();
    for (const load of left) this.#lose(load);
  }

  async #go(): Promise<void> {
    this.#going += 1;
    for (let load = this.#ready.shift(); load; load = this.#ready.shift()) {
      const first = await this.#attempt(load);
      if (first === null) continue;
      this.#failed.delete(load);
      this.#land(load, first);
    }
    this.#going -= 1;
  }

  async #attempt(load: Load): Promise<number | null> {
    try {
      return await this.#ground.store.appendAlone({ documentId: load.writer.documentId, edits: load.edits });
    } catch (fault) {
      this.failed(load, fault);
      return null;
    }
  }

  #rest(load: Load, fault: unknown, restMs: number): void {
    const { meter, log, clock } = this.#ground;
    const attempt = (this.#failed.get(load)?.attempt ?? 0) + 1;
    this.#failed.set(load, { attempt, restMs });
    meter.commitFailed();
    log.error({ err: fault, documentId: load.writer.documentId, attempt }, "edits could not be stored");
    if (this.#hasGivenUp) return this.#lose(load);
    const timer = clock.after(restMs, () => {
      this.#resting.delete(load);
      this.send(load);
    });
    this.#resting.set(load, timer);
  }
}
