// One living document in memory: takes edits in, puts them on disk, and only then shows them to the others (rules D10-D12).
import * as Y from "yjs";
import { closeCodes } from "../../app/domain/documents/live";
import type { DocumentId } from "../../app/domain/ids";
import type { Office } from "../office";
import { Archive } from "./archive";
import { Backlog } from "./backlog";
import type { Connection } from "./connection";
import { EarlyEdits, type EarlyEdit } from "./early";
import { Presence } from "./presence";
import { bringsNothing, reachOf, readEdit, type Edit, type Known } from "./reach";
import { isIncomplete } from "./replay";
import { Malformed, readMessage, step1Frame, step2Frame, updateFrame, updateFrames } from "./wire";

/** One write message that waits: for the disk, or for the parts it builds on. `edit` null: it brought nothing, and only waits its turn. */
type Waiting = { readonly from: Connection; readonly write: number; readonly edit: Edit | null };

const editsAtOnce = 5_000;
/** How soon somebody hears who is here, and how often at most anybody is told again what they ask for again. */
const introductionMs = 25;

export class Room {
  readonly documentId: DocumentId;
  readonly connections = new Set<Connection>();
  readonly #office: Office;
  readonly #doc = new Y.Doc();
  readonly #archive: Archive;
  readonly #presence: Presence;
  /** What the document will know when everything accepted is on disk. */
  readonly #known: Known = new Map();
  #queue: Waiting[] = [];
  readonly #early = new EarlyEdits();
  readonly #introductions = new Set<Connection>();
  readonly #backlog = new Backlog();
  #isDestroyed = false;
  /** False when an edit on disk could not be applied: then the log must stay as it is. */
  #isWhole = true;
  #isScheduled = false;
  #working: Promise<void> | null = null;
  #mustReadLog = false;
  /** Settles when the document stands in memory; rejects when it could not be read. Everybody who joins shares it. */
  readonly loaded: Promise<void>;

  constructor(documentId: DocumentId, office: Office, onWritten: () => void) {
    this.documentId = documentId;
    this.#office = office;
    this.#archive = new Archive(documentId, office, onWritten);
    this.#presence = new Presence((frameWithout) => {
      for (const connection of this.connections) {
        if (!connection.isListening || connection.owed) continue;
        const frame = connection.isFull ? this.#owe(connection) : frameWithout(connection);
        if (frame) connection.send(frame);
      }
    });
    this.loaded = this.#load();
    // whoever joins awaits it and says so to their client; nobody may have joined yet
    this.loaded.catch(() => undefined);
  }

  join(connection: Connection): void {
    this.connections.add(connection);
  }

  leave(connection: Connection, saidGoodbye: boolean): void {
    connection.isGone = true;
    this.connections.delete(connection);
    this.#early.forget(connection);
    this.#introductions.delete(connection);
    this.#presence.leave(connection, saidGoodbye);
  }

  /** One frame from one connection. A wrong one closes that socket, and nothing else happens. */
  receive(connection: Connection, frame: Uint8Array): void {
    if (connection.isGone) return;
    try {
      const message = readMessage(frame);
      if (message.kind === "step1") this.#answer(connection, message.stateVector);
      else if (message.kind === "write") this.#accept(connection, message.update);
      else if (message.kind === "awareness") this.#presence.hear(connection, message.entries);
      else if (message.kind === "queryAwareness") this.#introduce(connection);
    } catch (fault) {
      if (!(fault instanceof Malformed)) throw fault;
      connection.close(closeCodes.malformed, "malformed");
    }
  }

  /** The socket has room again: what it missed, in one piece. */
  drained(connection: Connection): void {
    const { owed } = connection;
    if (!owed || connection.isFull) return;
    connection.owed = null;
    connection.send(owed.frame(Y.encodeStateAsUpdate(this.#doc, owed.stateVector)));
    this.#tellWhoIsHere(connection);
  }

  /** The name or rights of somebody here have been read again. */
  refresh(connection: Connection): void {
    this.#presence.refresh(connection);
  }

  /** Somebody else wrote to the log: an act, or another server. */
  readLog(): void {
    this.#mustReadLog = true;
    this.#schedule();
  }

  /** Until everything that arrived is on disk, however long the disk takes. */
  async flushed(): Promise<void> {
    await this.loaded.catch(() => undefined);
    while (this.#queue.length > 0 || this.#working || this.#isScheduled) {
      await (this.#working ?? new Promise((resolve) => setImmediate(resolve)));
    }
  }

  get isIdle(): boolean {
    return this.connections.size === 0 && this.#queue.length === 0 && !this.#working && !this.#isScheduled;
  }

  /** Makes the log short, when it has grown enough to be worth it. */
  async compact(): Promise<void> {
    // in the middle of a write the document in memory is not yet what the log says it is
    if (!this.#isWhole || this.#working || isIncomplete(this.#doc)) return;
    await this.#archive.compact(() => ({ bytes: Y.encodeStateAsUpdate(this.#doc), stateVector: Y.encodeStateVector(this.#doc) }));
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#archive.giveUp();
    this.#presence.destroy();
    this.#doc.destroy();
  }

  async #load(): Promise<void> {
    for (const bytes of await this.#archive.load()) this.#take(bytes);
    this.#learn();
  }

  #answer(connection: Connection, stateVector: Uint8Array): void {
    let asked: Map<number, number>;
    try {
      asked = Y.decodeStateVector(stateVector);
    } catch (fault) {
      throw new Malformed(String(fault));
    }
    if (asked.size > stateVector.length) throw new Malformed("a state vector larger than itself");
    if (connection.isListening || connection.isFull) {
      // whoever asks again waits a moment, and however often they ask in it gets one answer
      connection.owed = { stateVector, frame: step2Frame };
      return this.#introduce(connection);
    }
    connection.send(step2Frame(Y.encodeStateAsUpdate(this.#doc, stateVector)));
    connection.isListening = true;
    // readers are not asked for what they have: it would not be taken
    if (connection.mayWrite()) connection.send(step1Frame(Y.encodeStateVector(this.#doc)));
    this.#introduce(connection);
  }

  /** A moment later, when it has said which presence is its own: that one it must not be told. */
  #introduce(connection: Connection): void {
    if (this.#introductions.has(connection)) return;
    this.#introductions.add(connection);
    setTimeout(() => {
      if (!this.#introductions.delete(connection) || connection.isGone) return;
      if (connection.owed) this.drained(connection);
      else this.#tellWhoIsHere(connection);
    }, introductionMs);
  }

  #tellWhoIsHere(connection: Connection): void {
    const frame = connection.isFull ? this.#owe(connection) : this.#presence.everybody(connection);
    if (frame) connection.send(frame);
  }

  /** It does not read: it gets no more until it has, and then what it missed. */
  #owe(connection: Connection): null {
    connection.owed ??= { stateVector: Y.encodeStateVector(this.#doc), frame: updateFrame };
    return null;
  }

  #accept(connection: Connection, update: Uint8Array): void {
    const write = connection.takeWrite();
    if (!connection.mayWrite()) return;
    const edit = readEdit(update);
    if (bringsNothing(edit, this.#doc)) this.#enqueue({ from: connection, write, edit: null });
    else this.#takeInWhole({ from: connection, write, edit, tries: 0 });
    this.#retryEarly();
  }

  #takeInWhole(incoming: EarlyEdit): void {
    const reach = reachOf(incoming.edit, this.#known);
    if (!reach.isWhole) {
      if (this.#early.keep(incoming, reach.waitsFor)) return;
      this.#early.forget(incoming.from);
      // coming back brings everything they have in one piece, in which nothing is early
      return incoming.from.close(closeCodes.tryLater, "edits out of order");
    }
    const newcomers = [...reach.known.keys()].filter((client) => !this.#known.has(client)).length;
    if (!incoming.from.bringsWriters(newcomers)) return incoming.from.close(closeCodes.tooLarge, "too many writers");
    for (const [client, clock] of reach.known) this.#known.set(client, clock);
    this.#enqueue(incoming);
  }

  #retryEarly(): void {
    for (let ripe = this.#early.ripe(this.#known); ripe.length > 0; ripe = this.#early.ripe(this.#known)) {
      for (const each of ripe) this.#takeInWhole(each);
    }
  }

  #enqueue(waiting: Waiting): void {
    this.#queue.push(waiting);
    this.#backlog.grow(waiting.edit?.bytes.length ?? 0, this.connections);
    this.#schedule();
  }

  /** What arrives in one turn of the event loop is one transaction. */
  #schedule(): void {
    if (this.#isScheduled || this.#working || this.#isDestroyed) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#working = this.#work()
        .catch((fault: unknown) => this.#office.log.error({ err: fault, documentId: this.documentId }, "a room broke while it worked"))
        .finally(() => {
          this.#working = null;
          if (this.#queue.length > 0 || this.#mustReadLog) this.#schedule();
          else if (this.#archive.isTooLong) void this.compact();
        });
    });
  }

  async #work(): Promise<void> {
    try {
      await this.loaded;
    } catch {
      // said by whoever joined; the next room reads the whole log, and nobody was let in to write in this one
      this.#mustReadLog = false;
      return;
    }
    while (this.#queue.length > 0 || this.#mustReadLog) {
      if (this.#mustReadLog) {
        this.#mustReadLog = false;
        this.#show(await this.#archive.readNew(), null);
        this.#learn();
        this.#retryEarly();
      }
      if (this.#queue.length > 0) await this.#store(this.#queue.splice(0, editsAtOnce));
    }
  }

  /** On disk first; then in memory, to the others, and called stored, in this order and in one turn. */
  async #store(batch: readonly Waiting[]): Promise<void> {
    const edits = batch.flatMap((each) => (each.edit ? [{ bytes: each.edit.bytes, authorId: each.from.person.userId }] : []));
    const others = edits.length > 0 ? await this.#archive.append(edits) : [];
    const authors = new Set(batch.filter((each) => each.edit).map((each) => each.from));
    const [onlyAuthor = null] = authors.size === 1 && others.length === 0 ? authors : [];
    this.#show([...others, ...edits.map((each) => each.bytes)], onlyAuthor);
    if (others.length > 0) {
      this.#learn();
      this.#retryEarly();
    }
    for (const each of batch) each.from.stored(each.write);
    for (const connection of new Set(batch.map((each) => each.from))) connection.tellStored();
    this.#backlog.shrink(edits.reduce((sum, each) => sum + each.bytes.length, 0));
  }

  #show(updates: readonly Uint8Array[], but: Connection | null): void {
    if (updates.length === 0) return;
    const receivers = [...this.connections].filter((each) => each.isListening && each !== but && !each.owed);
    const full = receivers.filter((each) => each.isFull);
    if (full.length > 0) {
      const stateVector = Y.encodeStateVector(this.#doc);
      for (const each of full) each.owed = { stateVector, frame: updateFrame };
    }
    for (const bytes of updates) this.#take(bytes);
    for (const frame of updateFrames(updates)) for (const each of receivers) if (!each.owed) each.send(frame);
  }

  #take(bytes: Uint8Array): void {
    try {
      Y.applyUpdate(this.#doc, bytes);
    } catch (fault) {
      // it is on disk and everybody else can go on; the log keeps every byte until somebody has looked at it
      this.#isWhole = false;
      this.#office.log.error({ err: fault, documentId: this.documentId }, "an edit could not be applied");
    }
  }

  /** After edits that did not come through `#accept`. */
  #learn(): void {
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(this.#doc))) {
      this.#known.set(client, Math.max(clock, this.#known.get(client) ?? 0));
    }
  }
}
