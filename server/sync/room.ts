// One living document in memory: takes edits in, puts them on disk, and only then shows them to the others (rules D10-D12).
import * as Y from "yjs";
import { closeCodes } from "../../app/domain/documents/live";
import type { DocumentId } from "../../app/domain/ids";
import type { Edit } from "../../db/document-log";
import { Answers } from "./answers";
import { Backlog } from "./backlog";
import { pause } from "./clock";
import type { Connection, Owed } from "./connection";
import type { Parcel } from "./courier";
import type { DeletedRanges } from "./deleted-ranges";
import { EarlyEdits, type EarlyEdit } from "./early";
import type { Ground } from "./ground";
import type { GroupCommit, Writer } from "./group-commit";
import { Holdings, look, type Taken } from "./holdings";
import { limits } from "./limits";
import { Presence, type News } from "./presence";
import { bringsNothing, reachOf, readEdit, type Known } from "./reach";
import { framed, Malformed, readMessage, step1Frame, updateFrame } from "./wire";

/** One write message that waits for the disk. `taken` null: it brought nothing, and only waits its turn. */
type Waiting = { readonly from: Connection; readonly write: number; readonly taken: Taken | null };
/** Edits of other servers or acts, the first with this seq. */
type FromElsewhere = { readonly first: number; readonly edits: readonly Uint8Array[] };

/** As much as one transaction takes. */
const atOnce = { edits: 5_000, bytes: 8 * 1024 * 1024 };
/** How soon somebody hears who is here, and how often at most anybody is told again what they ask for again. */
const introductionMs = 25;
/** Edits of another server may be told in another order than they were written: so long before the log is asked. */
const gapMs = 15;
const mostAhead = 256;
const retryMs = { first: 50, longest: 5_000 };
/** A log is made short when what came after the snapshot is longer than this; when nobody writes, or when it cannot wait. */
const longLog = { edits: 100, bytes: 32 * 1024 };
const tooLongToWait = { edits: 1_000, bytes: 512 * 1024 };
/** What failed because it was too much for the workshop would be too much again. */
const compactAgainMs = 60_000;
/** Servers that have not been heard of for this long have gone without a word. */
const serverGoneMs = 20_000;

export class Room implements Writer {
  readonly documentId: DocumentId;
  readonly connections = new Set<Connection>();
  readonly #ground: Ground;
  readonly #commit: GroupCommit;
  readonly #onWritten: () => void;
  readonly #holdings = new Holdings();
  readonly #answers: Answers;
  readonly #presence: Presence;
  readonly #early = new EarlyEdits();
  readonly #introductions = new Set<Connection>();
  readonly #backlog = new Backlog();
  /** What the document will know when everything accepted is on disk; and what is on disk. */
  readonly #known: Known = new Map();
  readonly #stored: Known = new Map();
  /** Of everything accepted; made when somebody first comes with deletions. */
  #deleted: DeletedRanges | null = null;
  /** The last write that brought nothing: after a restart everybody comes back with the same one. */
  #lastNothing: Uint8Array | null = null;
  #queue: Waiting[] = [];
  #inFlight: readonly Waiting[] = [];
  /** Where what is in flight has landed in the log, when something before it is not here yet. */
  #landedAt: number | null = null;
  #ahead: FromElsewhere[] = [];
  #mustReadLog = false;
  #isReading = false;
  #isCompacting = false;
  #compactAfter = 0;
  /** False when something on disk cannot be read or applied: then the log must stay as it is. */
  #isWhole = true;
  #isDestroyed = false;
  #whenQuiet: (() => void)[] = [];
  readonly #servers = new Map<string, number>();
  readonly #stopListening: () => void;
  /** Settles when the document stands in memory; rejects when it could not be read. Everybody who joins shares it. */
  readonly loaded: Promise<void>;

  constructor(documentId: DocumentId, ground: Ground, commit: GroupCommit, onWritten: () => void) {
    this.documentId = documentId;
    this.#ground = ground;
    this.#commit = commit;
    this.#onWritten = onWritten;
    this.#answers = new Answers(this.#holdings, ground.workshop);
    this.#presence = new Presence(
      ground.clock,
      () => this.#spread([], null, noConnections, true),
      (entries) => ground.courier.send(documentId, { kind: "presence", entries, isAll: false }),
    );
    this.#stopListening = ground.courier.listen(documentId, (parcel, from) => this.#hearParcel(parcel, from));
    this.loaded = this.#load();
    // whoever joins awaits it and says so to their client; nobody may have joined yet
    this.loaded.catch(() => undefined);
  }

  join(connection: Connection): void {
    this.connections.add(connection);
    connection.onFrame((frame) => this.receive(connection, frame));
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
      if (message.kind === "write") this.#accept(connection, message.update);
      else if (message.kind === "awareness") this.#presence.hear(connection, message.entries);
      else if (message.kind === "step1") this.#answer(connection, message.stateVector);
      else if (message.kind === "queryAwareness") this.#introduce(connection);
    } catch (fault) {
      if (!(fault instanceof Malformed)) throw fault;
      connection.close(closeCodes.malformed, "malformed");
    }
  }

  /** The socket has room again: what it missed, in one piece. */
  drained(connection: Connection): void {
    if (!connection.owed || connection.isFull || connection.isGone) return;
    if (this.#bring(connection)) this.#tellWhoIsHere(connection);
  }

  /** The name or rights of somebody here have been read again. */
  refresh(connection: Connection): void {
    this.#presence.refresh(connection);
  }

  /** Somebody else wrote to the log: an act, or another server. */
  readLog(): void {
    this.#mustReadLog = true;
    if (!this.#isReading) void this.#read();
  }

  /** The newest edit here; what the log has beyond it is to be read. */
  get seq(): number {
    return this.#holdings.seq;
  }

  /** How many edits wait for the disk. */
  get waiting(): number {
    return this.#queue.length + this.#inFlight.length;
  }

  /** For the other servers: we still have these people. Those of servers that have gone silent leave. */
  beat(): void {
    const { courier, clock } = this.#ground;
    if (this.connections.size > 0) courier.send(this.documentId, { kind: "presence", entries: this.#presence.own(), isAll: true });
    for (const [server, heardAt] of this.#servers) {
      if (clock.now() - heardAt < serverGoneMs) continue;
      this.#servers.delete(server);
      this.#presence.lose(server);
    }
  }

  /** This server closes down. */
  sayLeaving(): void {
    this.#ground.courier.send(this.documentId, { kind: "leaving" });
  }

  // --- the disk

  /** [D10] For the group commit: what waits, as long as nothing is under way. */
  take(): readonly Edit[] {
    if (this.#inFlight.length > 0) return [];
    let bytes = 0;
    let count = 0;
    while (count < this.#queue.length && count < atOnce.edits && bytes < atOnce.bytes) bytes += this.#queue[count++]?.taken?.bytes.length ?? 0;
    const batch = this.#queue.splice(0, count);
    const edits = batch.flatMap(({ taken, from }) => (taken ? [{ bytes: taken.bytes, authorId: from.person.userId }] : []));
    // what brought nothing has been on disk all the while
    if (edits.length === 0 && batch.length > 0) {
      this.#tell(batch, [], null);
      if (this.#queue.length > 0) this.#commit.want(this);
      else this.#becomeQuiet();
    } else this.#inFlight = batch;
    return edits;
  }

  /** For the group commit: what was taken is on disk. */
  stored(first: number): void {
    const edits = this.#inFlight.flatMap(({ taken }) => (taken ? [taken.bytes] : []));
    this.#ground.courier.send(this.documentId, { kind: "edits", first, edits });
    this.#onWritten();
    this.#landedAt = first;
    this.#advance();
    if (this.#landedAt !== null) this.#expectRest();
  }

  /** Until everything that arrived is on disk, however long the disk takes. */
  async flushed(): Promise<void> {
    await this.loaded.catch(() => undefined);
    while (!this.isQuiet) await new Promise<void>((resolve) => this.#whenQuiet.push(resolve));
  }

  /** Nothing waits for the disk. */
  get isQuiet(): boolean {
    return this.#queue.length === 0 && this.#inFlight.length === 0;
  }

  /** Makes the log short, when it has grown enough to be worth it. What it needs to do so happens elsewhere. */
  async compact(): Promise<void> {
    const { base, tail, edits } = this.#holdings.size;
    if (edits <= longLog.edits && tail <= Math.max(longLog.bytes, base / 2)) return;
    const { workshop, store, clock, meter, log } = this.#ground;
    if (!this.#isWhole || this.#isCompacting || this.#isDestroyed || clock.now() < this.#compactAfter) return;
    this.#isCompacting = true;
    const seq = this.#holdings.seq;
    const began = clock.now();
    try {
      const compacted = await workshop.compact(this.#holdings.pieces);
      if (compacted) await store.shorten(this.documentId, { seq, ...compacted });
      if (compacted && !this.#isDestroyed) this.#rebase(seq, compacted);
      else if (!compacted) this.#beCareful(new Error("the edits cannot be made one"));
      meter.compacted((clock.now() - began) / 1000, compacted ? "done" : "failed");
    } catch (fault) {
      if (this.#isDestroyed) return;
      // the long log is still there and right
      this.#compactAfter = clock.now() + compactAgainMs;
      meter.compacted((clock.now() - began) / 1000, "failed");
      log.warn({ err: fault, documentId: this.documentId }, "a log could not be made short");
    } finally {
      this.#isCompacting = false;
    }
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#stopListening();
    this.#presence.destroy();
  }

  async #load(): Promise<void> {
    const { store, courier } = this.#ground;
    const stored = await store.load(this.documentId);
    for (const [client, clock] of this.#holdings.load(stored, (fault) => this.#beCareful(fault))) {
      this.#known.set(client, clock);
      this.#stored.set(client, clock);
    }
    courier.send(this.documentId, { kind: "whoIsHere" });
    this.#advance();
  }

  #rebase(...[seq, compacted]: Parameters<Holdings["rebase"]>): void {
    this.#holdings.rebase(seq, compacted);
    this.#answers.forget();
  }

  /** Something in the log is not as it should be. Everybody goes on; the log keeps every byte until somebody has looked at it. */
  #beCareful(fault: unknown): void {
    if (this.#isWhole) this.#ground.log.error({ err: fault, documentId: this.documentId }, "an edit could not be applied");
    this.#isWhole = false;
  }

  // --- edits from people

  #accept(connection: Connection, update: Uint8Array): void {
    const write = connection.takeWrite();
    if (!connection.mayWrite()) return this.#ground.meter.dropped("reader");
    const isNothing = this.#lastNothing !== null && Buffer.compare(this.#lastNothing, update) === 0;
    const edit = isNothing ? null : readEdit(update);
    if (edit && bringsNothing(edit, this.#known, () => (this.#deleted ??= this.#deletedSoFar()))) this.#lastNothing = update;
    else if (edit) return this.#takeInWhole({ from: connection, write, edit, tries: 0 });
    this.#enqueue({ from: connection, write, taken: null });
  }

  #takeInWhole(incoming: EarlyEdit): void {
    const { from, edit, write } = incoming;
    const reach = reachOf(edit, this.#known);
    if (!reach.isWhole) {
      if (this.#early.keep(incoming, reach.waitsFor)) return;
      this.#early.forget(from);
      this.#ground.meter.dropped("early");
      // coming back brings everything they have in one piece, in which nothing is early
      return from.close(closeCodes.tryLater, "edits out of order");
    }
    let newcomers = 0;
    for (const client of reach.known.keys()) {
      if (!this.#known.has(client)) newcomers += 1;
      const owner = this.#presence.ownerOf(client);
      // [D18] in the name of somebody who is here and writes under it: theirs would be taken for known, and lost
      if (owner !== null && owner !== from.person.userId) return from.close(closeCodes.tryLater, "somebody else's");
    }
    if (!from.bringsWriters(newcomers)) return from.close(closeCodes.tooLarge, "too many writers");
    const { base, tail } = this.#holdings.size;
    if (base + tail + edit.bytes.length > limits.documentBytes) return from.close(closeCodes.tooLarge, "the document is full");
    this.#learn(this.#known, reach.known);
    for (const [client, ranges] of edit.deletions) for (const { clock, len } of ranges) this.#deleted?.add(client, clock, len);
    this.#enqueue({ from, write, taken: { bytes: edit.bytes, ends: reach.known, deletes: edit.deletions.size > 0 } });
    this.#retryEarly();
  }

  #retryEarly(): void {
    for (let ripe = this.#early.ripe(this.#known); ripe.length > 0; ripe = this.#early.ripe(this.#known)) {
      for (const each of ripe) this.#takeInWhole(each);
    }
  }

  #enqueue(waiting: Waiting): void {
    this.#queue.push(waiting);
    this.#backlog.grow(waiting.taken?.bytes.length ?? 0, this.connections);
    this.#commit.want(this);
  }

  #deletedSoFar(): DeletedRanges {
    const deleted = this.#holdings.deleted();
    for (const { taken } of [...this.#inFlight, ...this.#queue]) {
      if (!taken?.deletes) continue;
      for (const [client, ranges] of Y.decodeUpdate(taken.bytes).ds.clients) for (const { clock, len } of ranges) deleted.add(client, clock, len);
    }
    return deleted;
  }

  #learn(known: Known, ends: Known): void {
    for (const [client, clock] of ends) if (clock > (known.get(client) ?? 0)) known.set(client, clock);
  }

  // --- what is on disk comes in, in the order of the log

  /** What can be taken in now without leaving anything out. */
  #advance(): void {
    for (let moved = true; moved; ) {
      moved = false;
      const next = this.#ahead.findIndex(({ first }) => first <= this.#holdings.seq + 1);
      const [theirs] = next >= 0 ? this.#ahead.splice(next, 1) : [];
      if (theirs) {
        this.#takeFromElsewhere(theirs.edits.slice(this.#holdings.seq + 1 - theirs.first));
        moved = true;
      }
      if (this.#landedAt !== null && this.#landedAt <= this.#holdings.seq + 1) {
        this.#takeOwn(this.#landedAt === this.#holdings.seq + 1);
        moved = true;
      }
    }
  }

  /** Our own edits, now on disk: shown to the others and called stored, in this turn. */
  #takeOwn(areNew: boolean): void {
    const batch = this.#inFlight;
    this.#inFlight = [];
    this.#landedAt = null;
    const taken = batch.flatMap((each) => (each.taken ? [each.taken] : []));
    // when the log has been read meanwhile they came with it
    const shown = areNew ? this.#takeInStore(taken, taken.length) : [];
    const authors = new Set(batch.filter((each) => each.taken).map((each) => each.from));
    const [onlyAuthor = null] = authors.size === 1 ? authors : [];
    this.#tell(batch, shown, onlyAuthor);
    this.#backlog.shrink(taken.reduce((sum, each) => sum + each.bytes.length, 0));
    if (this.#queue.length > 0) this.#commit.want(this);
    else this.#becomeQuiet();
    this.#compactWhenTooLong();
  }

  #takeFromElsewhere(edits: readonly Uint8Array[]): void {
    if (edits.length === 0) return;
    const taken = edits.flatMap((bytes) => {
      const each = look(bytes, this.#known, (fault) => this.#beCareful(fault));
      if (each) this.#learn(this.#known, each.ends);
      return each ? [each] : [];
    });
    if (taken.some((each) => each.deletes)) this.#deleted = null;
    this.#spread(this.#takeInStore(taken, edits.length), null, noConnections, false);
    this.#retryEarly();
    this.#compactWhenTooLong();
  }

  #takeInStore(taken: readonly Taken[], count: number): Uint8Array[] {
    for (const each of this.connections) if (each.isListening && !each.owed && each.isFull) each.owed = this.#everythingAfterNow();
    const shown = this.#holdings.add(taken, count);
    for (const { ends } of taken) this.#learn(this.#stored, ends);
    this.#answers.forget();
    return shown;
  }

  #compactWhenTooLong(): void {
    const { base, tail, edits } = this.#holdings.size;
    if (edits > tooLongToWait.edits || tail > Math.max(tooLongToWait.bytes, base / 2)) void this.compact();
  }

  /** Something before what we have is missing: another server will tell it in a moment, or the log must. */
  #expectRest(): void {
    const { courier, clock } = this.#ground;
    const before = this.#holdings.seq;
    if (!courier.isUp()) return this.readLog();
    clock.after(gapMs, () => {
      const isMissing = this.#landedAt !== null || this.#ahead.length > 0;
      if (isMissing && this.#holdings.seq === before) this.readLog();
      else if (isMissing) this.#expectRest();
    });
  }

  async #read(): Promise<void> {
    const { store, clock, log, meter } = this.#ground;
    this.#isReading = true;
    for (let attempt = 1, waitMs = retryMs.first; this.#mustReadLog && !this.#isDestroyed; ) {
      this.#mustReadLog = false;
      try {
        await this.loaded;
        const seq = this.#holdings.seq;
        const edits = await store.editsAfter(this.documentId, seq);
        if (edits === null) await this.#readWhole();
        else if (edits[0]) {
          meter.caughtUp(edits.length);
          this.#ahead.push({ first: edits[0].seq, edits: edits.map((each) => each.bytes) });
          this.#advance();
        }
        attempt = 1;
        waitMs = retryMs.first;
      } catch (fault) {
        log.error({ err: fault, documentId: this.documentId, attempt }, "the log could not be read");
        attempt += 1;
        this.#mustReadLog = true;
        await pause(clock, waitMs);
        waitMs = Math.min(retryMs.longest, waitMs * 2);
      }
    }
    this.#isReading = false;
    this.#becomeQuiet();
  }

  /** Another server has made a snapshot of what we were about to read: all of it, and Yjs knows what is new. */
  async #readWhole(): Promise<void> {
    const stored = await this.#ground.store.load(this.documentId);
    if (stored.head <= this.#holdings.seq) return;
    const owed = this.#everythingAfterNow();
    const known = this.#holdings.load(stored, (fault) => this.#beCareful(fault));
    this.#learn(this.#known, known);
    this.#learn(this.#stored, known);
    this.#deleted = null;
    this.#ground.meter.caughtUp(1);
    this.#answers.forget();
    for (const each of this.connections) {
      if (!each.isListening) continue;
      each.owed ??= owed;
      this.drained(each);
    }
    this.#retryEarly();
    this.#advance();
  }

  // --- what people are told

  #answer(connection: Connection, stateVector: Uint8Array): void {
    let asked: Map<number, number>;
    try {
      asked = Y.decodeStateVector(stateVector);
    } catch {
      // what is wrong with it would be told in its own words
      throw new Malformed("cannot be read");
    }
    if (asked.size > stateVector.length) throw new Malformed("a state vector larger than itself");
    const isAgain = connection.isListening || connection.owed !== null;
    connection.owed = { stateVector, isAnswer: true };
    // whoever asks again waits a moment, and however often they ask in it gets one answer
    if (isAgain || connection.isFull) return this.#introduce(connection);
    this.#bring(connection);
    this.#introduce(connection);
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
      connection.send(framed(step1Frame(Y.encodeStateVector(this.#known))));
    }
    return true;
  }

  /** A moment later, when it has said which presence is its own: that one it must not be told. */
  #introduce(connection: Connection): void {
    if (this.#introductions.has(connection)) return;
    this.#introductions.add(connection);
    this.#ground.clock.after(introductionMs, () => {
      if (!this.#introductions.delete(connection) || connection.isGone) return;
      if (connection.owed) this.drained(connection);
      else this.#tellWhoIsHere(connection);
    });
  }

  #tellWhoIsHere(connection: Connection): void {
    if (connection.isFull) {
      connection.owed ??= this.#everythingAfterNow();
      return;
    }
    const frame = this.#presence.everybody(connection);
    if (frame) connection.send(framed(frame));
  }

  /** For somebody who does not read: they get no more until they have, and then what they missed. */
  #everythingAfterNow(): Owed {
    return { stateVector: Y.encodeStateVector(this.#stored), isAnswer: false };
  }

  #tell(batch: readonly Waiting[], shown: readonly Uint8Array[], onlyAuthor: Connection | null): void {
    const writers = new Set<Connection>();
    for (const { from, write } of batch) {
      from.stored(write);
      writers.add(from);
    }
    this.#spread(shown, onlyAuthor, writers, false);
  }

  /** One write per socket: edits, who has moved, and what is stored. Most get the very same bytes, built once. */
  #spread(updates: readonly Uint8Array[], onlyAuthor: Connection | null, writers: ReadonlySet<Connection>, isDue: boolean): void {
    const edits = updates.map(updateFrame);
    const news: News | null = this.#presence.news(isDue);
    let common: Uint8Array | null = null;
    if (edits.length > 0 || news) {
      for (const each of this.connections) {
        if (!each.isListening || each.owed || writers.has(each) || each === onlyAuthor) continue;
        if (edits.length === 0 && each.isFull) {
          each.owed = this.#everythingAfterNow();
          continue;
        }
        if (news?.isAbout(each)) {
          const others = news.without(each);
          if (edits.length > 0 || others) each.send(framed(...edits, ...(others ? [others] : [])));
        } else each.send((common ??= framed(...edits, ...(news ? [news.toAll] : []))));
      }
    }
    for (const each of writers) {
      const stored = each.storedNews();
      const others = each.isListening && !each.owed ? (news?.without(each) ?? null) : null;
      const own = each.isListening && !each.owed && each !== onlyAuthor ? edits : [];
      const messages = [...own, ...(others ? [others] : []), ...(stored ? [stored] : [])];
      if (messages.length > 0) each.send(framed(...messages));
    }
  }

  // --- other servers

  #hearParcel(parcel: Parcel, from: string): void {
    if (this.#isDestroyed) return;
    this.#servers.set(from, this.#ground.clock.now());
    if (parcel.kind === "edits") {
      if (this.#ahead.length >= mostAhead) this.#ahead = [];
      this.#ahead.push(parcel);
      void this.loaded.then(() => {
        this.#advance();
        if (this.#ahead.length > 0) this.#expectRest();
      }, () => undefined);
    } else if (parcel.kind === "presence") this.#presence.hearOf(from, parcel.entries, parcel.isAll);
    else if (parcel.kind === "leaving") this.#presence.lose(from);
    else if (this.connections.size > 0) this.#ground.courier.send(this.documentId, { kind: "presence", entries: this.#presence.own(), isAll: true });
  }

  #becomeQuiet(): void {
    if (this.isQuiet) for (const each of this.#whenQuiet.splice(0)) each();
  }
}

const noConnections: ReadonlySet<Connection> = new Set();
