// What somebody who comes to a document, or has not been reading, lacks of it: worked out once, and given to all who lack the same.
import * as Y from "yjs";
import type { Owed } from "./connection";
import type { Holdings } from "./holdings";
import { nothing } from "./holdings";
import { framed, step2Frame, updateFrame } from "./wire";
import type { Workshop } from "./workshop";

const kept = { answers: 64, bytes: 16 * 1024 * 1024 };
/** A snapshot up to this size is compared with a state vector here and now; a larger one in the workshop. */
const smallBytes = 128 * 1024;

export class Answers {
  readonly #holdings: Holdings;
  readonly #workshop: Workshop;
  readonly #answers = new Map<string, Uint8Array>();
  #bytes = 0;
  /** What is lacked of the snapshot: holds as long as that stands. */
  readonly #lacks = new Map<string, Uint8Array>();
  #base: unknown = null;
  readonly #underWay = new Map<string, (() => void)[]>();

  constructor(holdings: Holdings, workshop: Workshop) {
    this.#holdings = holdings;
    this.#workshop = workshop;
  }

  /** Whole frames; or null when it must be worked out first: `onReady` is called when it is worth asking again. */
  to({ stateVector, isAnswer }: Owed, onReady: () => void): Uint8Array | null {
    const lacked = Buffer.from(stateVector).toString("latin1");
    const key = `${isAnswer ? "2" : "u"}${lacked}`;
    const known = this.#answers.get(key);
    if (known) return known;
    const theirs = Y.decodeStateVector(stateVector);
    const ofBase = this.#ofBase(theirs, stateVector, lacked, onReady);
    if (ofBase === null) return null;
    const pieces = [ofBase, ...this.#holdings.lackOfTail(theirs)].filter((each) => each.length > nothing.length);
    // only the last one says "you have everything now"
    const last = pieces.pop() ?? nothing;
    const answer = framed(...pieces.map(updateFrame), isAnswer ? step2Frame(last) : updateFrame(last));
    this.#keep(key, answer);
    return answer;
  }

  /** The document is another now. */
  forget(): void {
    this.#answers.clear();
    this.#bytes = 0;
  }

  #ofBase(theirs: ReadonlyMap<number, number>, stateVector: Uint8Array, lacked: string, onReady: () => void): Uint8Array | null {
    const { base } = this.#holdings;
    if (this.#base !== base) {
      this.#base = base;
      this.#lacks.clear();
    }
    const lack = this.#holdings.lackOfBase(theirs) ?? this.#lacks.get(lacked);
    if (lack) return lack;
    if (!base) return nothing;
    if (base.bytes.length <= smallBytes) return this.#remember(lacked, Y.diffUpdate(base.bytes, stateVector));
    const waiting = this.#underWay.get(lacked);
    if (waiting) waiting.push(onReady);
    else {
      this.#underWay.set(lacked, [onReady]);
      void this.#workshop
        .diff([base.bytes], stateVector)
        .catch(() => Y.diffUpdate(base.bytes, stateVector))
        .then((bytes) => {
          if (this.#holdings.base === base) this.#remember(lacked, bytes);
          const all = this.#underWay.get(lacked) ?? [];
          this.#underWay.delete(lacked);
          for (const each of all) each();
        });
    }
    return null;
  }

  #remember(lacked: string, bytes: Uint8Array): Uint8Array {
    if (this.#lacks.size >= kept.answers) this.#lacks.clear();
    this.#lacks.set(lacked, bytes);
    return bytes;
  }

  #keep(key: string, answer: Uint8Array): void {
    if (this.#answers.size >= kept.answers || this.#bytes + answer.length > kept.bytes) this.forget();
    this.#answers.set(key, answer);
    this.#bytes += answer.length;
  }
}
