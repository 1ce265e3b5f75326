// Sees all that is committed, sent and shown in a simulation, and says what must not have been. The first fault ends the history.
import * as decoding from "lib0/decoding";
import type { DocumentId } from "../../../app/domain/ids";
import { storedMessage } from "../../../app/domain/documents/live";
import { readMessage, readPresence, type Message } from "../wire";
import { DocumentRecord, lackOf } from "./record";
import type { Person } from "./rights";
import type { Timeline } from "./timeline";
import { unframed } from "./unframed";

/** One connection, as the witness follows it. */
export type Followed = {
  readonly documentId: DocumentId;
  readonly person: Person;
  /** Which version of the person's rights its server has read or been told of. */
  knownVersion: number;
  /** Write messages that have arrived, in order. */
  readonly writes: Uint8Array[];
  /** What came when the person had lost the right, and the server could know. */
  readonly undecided: Uint8Array[];
  told: number;
};

/** A server that has not been told asks again by itself within this. */
const asksAgainMs = 80_000;

export class Witness {
  fault: string | null = null;
  /** How many write messages were called stored, and how many frames shown: a history in which nothing happens proves nothing. */
  readonly counts = { commits: 0, shown: 0, stored: 0, shortened: 0 };
  readonly #timeline: Timeline;
  readonly #records = new Map<DocumentId, DocumentRecord>();
  readonly #seen = new WeakSet<Uint8Array>();
  /** Who may rightly stand behind each presence. */
  readonly #voices = new Map<number, Set<string>>();

  constructor(timeline: Timeline) {
    this.#timeline = timeline;
  }

  blame(words: string): void {
    this.#timeline.note(() => `FAULT ${words}`);
    this.fault ??= words;
  }

  /** The engine must not throw: in a real server that would be the end of it. */
  guard(work: () => void): void {
    try {
      work();
    } catch (fault) {
      this.blame(`the engine threw ${fault instanceof Error ? fault.stack : String(fault)}`);
    }
  }

  of(documentId: DocumentId): DocumentRecord {
    const record = this.#records.get(documentId) ?? new DocumentRecord();
    this.#records.set(documentId, record);
    return record;
  }

  committed(documentId: DocumentId, updates: readonly Uint8Array[], isSnapshot: boolean): void {
    const record = this.of(documentId);
    for (const update of updates) {
      const foreign = isSnapshot ? null : record.foreignIn(update);
      if (foreign) this.blame(`stored in ${documentId} what nobody might write: ${foreign}`);
      record.commit(update);
      if (!record.isWhole) this.blame(`stored in ${documentId} an edit that builds on what is not there`);
    }
    this.counts.commits += 1;
    if (isSnapshot) this.counts.shortened += 1;
  }

  /** A frame has reached its server. */
  arrived(followed: Followed, frame: Uint8Array): void {
    const message = understood(frame);
    if (message?.kind === "awareness") this.#hear(followed.person, message.entries);
    if (message?.kind !== "write") return;
    followed.writes.push(message.update);
    const { person } = followed;
    const isUninformed = followed.knownVersion < person.version && this.#timeline.nowMs - person.changedAtMs < asksAgainMs;
    if (person.standing === "writer" || isUninformed) this.#allow(followed.documentId, message.update);
    else followed.undecided.push(message.update);
  }

  /** The person may write again while the connection still stands: what waited with its server may count. */
  mayWriteAgain(followed: Followed): void {
    for (const update of followed.undecided.splice(0)) this.#allow(followed.documentId, update);
  }

  /** A server hands this to a socket. */
  shown(followed: Followed, frames: Uint8Array): void {
    this.counts.shown += 1;
    const isKnown = this.#seen.has(frames);
    this.#seen.add(frames);
    for (const message of unframed(frames)) {
      if (message[0] === storedMessage) this.#stored(followed, message);
      else if (!isKnown) this.#shownTo(followed, readMessage(message));
    }
  }

  /** All of it must be on disk now. */
  mustHave({ documentId, person }: Followed, writes: readonly Uint8Array[]): void {
    for (const update of writes) {
      const lack = lackOf(this.of(documentId).everything, update);
      if (lack) this.blame(`the server closed without storing what ${person.name} had sent: ${lack}`);
    }
  }

  #shownTo({ documentId, person }: Followed, message: Message): void {
    if (message.kind === "write") {
      const lack = lackOf(this.of(documentId).everything, message.update);
      if (lack) this.blame(`${person.name} was shown what is not on disk: ${lack}`);
    } else if (message.kind === "awareness") {
      for (const { clientId, state } of readPresence(message.entries)) {
        if (state === null) continue;
        const { said, user } = JSON.parse(state) as { said?: string; user?: { name?: string } };
        if (said !== user?.name) this.blame(`${person.name} was shown the cursor of ${said} under the name ${user?.name}`);
        if (!this.#voices.get(clientId)?.has(user?.name ?? "")) this.blame(`${person.name} was shown ${user?.name}, who has not spoken for ${clientId}`);
      }
    }
  }

  #stored(followed: Followed, message: Uint8Array): void {
    const count = decoding.readVarUint(decoding.createDecoder(message.subarray(1)));
    if (count > followed.writes.length) return this.blame(`${followed.person.name} was told that ${count} are stored of ${followed.writes.length}`);
    if (count <= followed.told) return this.blame(`${followed.person.name} was told ${count} after ${followed.told}`);
    for (const update of followed.writes.slice(followed.told, count)) {
      const lack = lackOf(this.of(followed.documentId).everything, update);
      if (lack) this.blame(`${followed.person.name} was told that something is stored which is not: ${lack}`);
    }
    this.counts.stored += count - followed.told;
    followed.told = count;
  }

  #hear(person: Person, entries: Uint8Array): void {
    try {
      for (const { clientId, state } of readPresence(entries)) {
        // the stock client sends back what it has heard of others
        if (state === null || (JSON.parse(state) as { said?: string }).said !== person.name) continue;
        const voices = this.#voices.get(clientId) ?? new Set<string>();
        this.#voices.set(clientId, voices.add(person.name));
      }
    } catch {
      // no presence message: it says nothing of anybody
    }
  }

  #allow(documentId: DocumentId, update: Uint8Array): void {
    try {
      this.of(documentId).allow(update);
    } catch {
      // no edit: if it were stored that would be seen
    }
  }
}

function understood(frame: Uint8Array): Message | null {
  try {
    return readMessage(frame);
  } catch {
    return null;
  }
}
