// Everybody in one document, and what each of them is told: edits, who is here, what is stored, and what they missed while they did not read.
import * as Y from "yjs";
import { Answers } from "./answers";
import type { Connection, Owed } from "./connection";
import type { Ground } from "./ground";
import type { Holdings, Taken } from "./holdings";
import { raise, type Waiting } from "./intake";
import { Presence } from "./presence";
import type { Known } from "./reach";
import { framed, Malformed, step1Frame, updateFrame } from "./wire";

/** How soon somebody hears who is here, and how often at most anybody is told again what they ask for again. */
const introductionMs = 25;

export class Audience {
  readonly connections = new Set<Connection>();
  readonly presence: Presence;
  readonly #ground: Ground;
  readonly #holdings: Holdings;
  readonly #answers: Answers;
  readonly #introductions = new Set<Connection>();
  /** What is on disk: what somebody who stops reading has been told at the most. */
  readonly #stored: Known = new Map();
  /** What the room will know; those who may write are asked for the rest. */
  readonly #known: () => Known;

  constructor(ground: Ground, holdings: Holdings, presence: (due: () => void) => Presence, known: () => Known) {
    this.#ground = ground;
    this.#holdings = holdings;
    this.#answers = new Answers(holdings, ground.workshop);
    this.presence = presence(() => this.#spread([], null, nobody, true));
    this.#known = known;
  }

  leave(connection: Connection, saidGoodbye: boolean): void {
    this.connections.delete(connection);
    this.#introductions.delete(connection);
    this.presence.leave(connection, saidGoodbye);
  }

  // --- the document grows

  /** Edits that are on disk now, in the order of the log; answers them as they are to be shown. */
  grow(taken: readonly Taken[], count: number): Uint8Array[] {
    for (const each of this.connections) if (each.isListening && !each.owed && each.isFull) each.owed = this.#everythingAfterNow();
    const shown = this.#holdings.add(taken, count);
    for (const { ends } of taken) raise(this.#stored, ends);
    this.#answers.forget();
    return shown;
  }

  /** The document was read whole: at first, or because the log no longer has what is missing here. */
  begin(known: Known): void {
    const owed = this.#everythingAfterNow();
    raise(this.#stored, known);
    this.#answers.forget();
    for (const each of this.connections) {
      if (!each.isListening) continue;
      each.owed ??= owed;
      this.drained(each);
    }
  }

  /** A snapshot has taken the place of the edits it covers. */
  rebased(): void {
    this.#answers.forget();
  }

  // --- what somebody asks for

  /** Throws Malformed. */
  answer(connection: Connection, stateVector: Uint8Array): void {
    let asked: Map<number, number>;
    try {
      asked = Y.decodeStateVector(stateVector);
    } catch {
      throw new Malformed("cannot be read");
    }
    if (asked.size > stateVector.length) throw new Malformed("a state vector larger than itself");
    const isAgain = connection.isListening || connection.owed !== null;
    connection.owed = { stateVector, isAnswer: true };
    // whoever asks again waits a moment, and however often they ask in it gets one answer
    if (!isAgain && !connection.isFull) this.#bring(connection);
    this.introduce(connection);
  }

  /** Who is here: a moment later, when it has said which presence is its own; that one it must not be told. */
  introduce(connection: Connection): void {
    if (this.#introductions.has(connection)) return;
    this.#introductions.add(connection);
    this.#ground.clock.after(introductionMs, () => {
      if (!this.#introductions.delete(connection) || connection.isGone) return;
      if (connection.owed) this.drained(connection);
      else this.#tellWhoIsHere(connection);
    });
  }

  /** The socket has room again: what it missed, in one piece. */
  drained(connection: Connection): void {
    if (!connection.owed || connection.isFull || connection.isGone) return;
    if (this.#bring(connection)) this.#tellWhoIsHere(connection);
  }

  /** What it is owed. False when that has to be worked out first: then it comes by itself. */
  #bring(connection: Connection): boolean {
    const { owed } = connection;
    if (!owed) return true;
    const answer = this.#answers.to(owed, () => this.drained(connection));
    if (answer === null) return false;
    connection.owed = null;
    connection.isListening = true;
    connection.send(answer);
    // readers are not asked for what they have: it would not be taken
    if (owed.isAnswer && !connection.isAsked && connection.mayWrite()) {
      connection.isAsked = true;
      connection.send(framed(step1Frame(Y.encodeStateVector(this.#known()))));
    }
    return true;
  }

  #tellWhoIsHere(connection: Connection): void {
    if (connection.isFull) {
      connection.owed ??= this.#everythingAfterNow();
      return;
    }
    const frame = this.presence.everybody(connection);
    if (frame) connection.send(framed(frame));
  }

  /** For somebody who does not read: they get no more until they have, and then what they missed. */
  #everythingAfterNow(): Owed {
    return { stateVector: Y.encodeStateVector(this.#stored), isAnswer: false };
  }

  // --- what everybody is told

  /** What others have written. */
  show(updates: readonly Uint8Array[]): void {
    this.#spread(updates, null, nobody, false);
  }

  /** What was written here, and to those who wrote it that it is stored. A lone author is not told their own. */
  tell(batch: readonly Waiting[], updates: readonly Uint8Array[]): void {
    const writers = new Set<Connection>();
    const authors = new Set<Connection>();
    for (const { from, write, taken } of batch) {
      from.stored(write);
      writers.add(from);
      if (taken) authors.add(from);
    }
    const [onlyAuthor = null] = authors.size === 1 ? authors : [];
    this.#spread(updates, onlyAuthor, writers, false);
  }

  /** One write per socket: edits, who has moved, and what is stored. Most get the very same bytes, built once. */
  #spread(updates: readonly Uint8Array[], onlyAuthor: Connection | null, writers: ReadonlySet<Connection>, isDue: boolean): void {
    const edits = updates.map(updateFrame);
    const news = this.presence.news(isDue);
    let common: Uint8Array | null = null;
    for (const each of edits.length > 0 || news ? this.connections : nobody) {
      if (!each.isListening || each.owed || writers.has(each)) continue;
      if (edits.length === 0 && each.isFull) each.owed = this.#everythingAfterNow();
      else if (news?.isAbout(each)) {
        const others = news.without(each);
        if (edits.length > 0 || others) each.send(framed(...edits, ...(others ? [others] : [])));
      } else each.send((common ??= framed(...edits, ...(news ? [news.toAll] : []))));
    }
    for (const each of writers) {
      const hears = each.isListening && !each.owed;
      const stored = each.storedNews();
      const others = hears ? (news?.without(each) ?? null) : null;
      const messages = [...(hears && each !== onlyAuthor ? edits : []), ...(others ? [others] : []), ...(stored ? [stored] : [])];
      if (messages.length > 0) each.send(framed(...messages));
    }
  }
}

const nobody: ReadonlySet<Connection> = new Set();
