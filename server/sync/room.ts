// One living document in memory: takes edits in, puts them on disk, and only then shows them to the others (rules D10-D12).
import { closeCodes } from "../../app/domain/documents/live";
import type { DocumentId } from "../../app/domain/ids";
import type { Edit } from "../../db/document-log";
import { Audience } from "./audience";
import { Backlog } from "./backlog";
import type { Connection } from "./connection";
import type { Parcel } from "./courier";
import type { Ground } from "./ground";
import type { GroupCommit, Writer } from "./group-commit";
import { Holdings, look, type Taken } from "./holdings";
import { Intake, type Waiting } from "./intake";
import { LogOrder, type Shelf } from "./log-order";
import { Presence } from "./presence";
import { Malformed, readMessage } from "./wire";

/** As much as one transaction takes. */
const atOnce = { edits: 5_000, bytes: 8 * 1024 * 1024 };
/** A log is made short when what came after the snapshot is longer than this; when nobody writes, or when it cannot wait. */
const longLog = { edits: 100, bytes: 32 * 1024 };
const tooLongToWait = { edits: 1_000, bytes: 512 * 1024 };
/** What failed because it was too much for the workshop would be too much again. */
const compactAgainMs = 60_000;
/** Servers that have not been heard of for this long have gone without a word. */
const serverGoneMs = 20_000;

export class Room implements Writer, Shelf {
  readonly documentId: DocumentId;
  readonly #ground: Ground;
  readonly #commit: GroupCommit;
  readonly #onWritten: () => void;
  readonly #holdings = new Holdings();
  readonly #audience: Audience;
  readonly #intake: Intake;
  readonly #order: LogOrder;
  readonly #backlog = new Backlog();
  #queue: Waiting[] = [];
  #inFlight: readonly Waiting[] = [];
  #isCompacting = false;
  #compactAfter = 0;
  /** False when something on disk cannot be read or applied: then the log must stay as it is. */
  #isWhole = true;
  #isDestroyed = false;
  #whenQuiet: (() => void)[] = [];
  /** When each other server that has people here was last heard of. */
  readonly #servers = new Map<string, number>();
  readonly #stopListening: () => void;
  /** Settles when the document stands in memory; rejects when it could not be read. Everybody who joins shares it. */
  readonly loaded: Promise<void>;

  constructor(documentId: DocumentId, ground: Ground, commit: GroupCommit, onWritten: () => void) {
    this.documentId = documentId;
    this.#ground = ground;
    this.#commit = commit;
    this.#onWritten = onWritten;
    const { clock, courier, meter } = ground;
    const presence = (due: () => void) => new Presence(clock, due, (entries) => courier.send(documentId, { kind: "presence", entries, isAll: false }));
    this.#audience = new Audience(ground, this.#holdings, presence, () => this.#intake.known);
    this.#intake = new Intake({
      meter,
      enqueue: (waiting) => this.#enqueue(waiting),
      ownerOf: (clientId) => this.#audience.presence.ownerOf(clientId),
      size: () => this.#holdings.size.base + this.#holdings.size.tail,
      pieces: () => [...this.#holdings.pieces, ...[...this.#inFlight, ...this.#queue].flatMap(({ taken }) => (taken ? [taken.bytes] : []))],
    });
    this.#order = new LogOrder(this, ground);
    this.#stopListening = courier.listen(documentId, (parcel, from) => this.#hearParcel(parcel, from));
    this.loaded = this.#load();
    // whoever joins awaits it and says so to their client; nobody may have joined yet
    this.loaded.catch(() => undefined);
  }

  get connections(): ReadonlySet<Connection> {
    return this.#audience.connections;
  }
  join(connection: Connection): void {
    this.#audience.connections.add(connection);
    connection.onFrame((frame) => this.receive(connection, frame));
  }

  leave(connection: Connection, saidGoodbye: boolean): void {
    connection.isGone = true;
    this.#intake.forget(connection);
    this.#audience.leave(connection, saidGoodbye);
  }

  /** One frame from one connection. A wrong one closes that socket, and nothing else happens. */
  receive(connection: Connection, frame: Uint8Array): void {
    if (connection.isGone) return;
    try {
      const message = readMessage(frame);
      if (message.kind === "write") this.#intake.accept(connection, message.update);
      else if (message.kind === "awareness") this.#audience.presence.hear(connection, message.entries);
      else if (message.kind === "step1") this.#audience.answer(connection, message.stateVector);
      else if (message.kind === "queryAwareness") this.#audience.introduce(connection);
    } catch (fault) {
      if (!(fault instanceof Malformed)) throw fault;
      connection.close(closeCodes.malformed, "malformed");
    }
  }

  /** The socket has room again. */
  drained(connection: Connection): void {
    this.#audience.drained(connection);
  }

  /** Somebody's name or rights have been read again. */
  refresh(connection: Connection): void {
    this.#audience.presence.refresh(connection);
  }

  /** Somebody else wrote to the log: an act, or another server. */
  readLog(): void {
    this.#order.read();
  }

  get seq(): number {
    return this.#holdings.seq;
  }

  /** How many edits wait for the disk. */
  get waiting(): number {
    return this.#queue.length + this.#inFlight.length;
  }

  /** Nothing waits for the disk. */
  get isQuiet(): boolean {
    return this.waiting === 0;
  }

  /** Until everything that arrived is on disk, however long the disk takes. */
  async flushed(): Promise<void> {
    await this.loaded.catch(() => undefined);
    while (!this.isQuiet) await new Promise<void>((resolve) => this.#whenQuiet.push(resolve));
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#order.end();
    this.#stopListening();
    this.#audience.presence.destroy();
  }

  // --- the disk

  #enqueue(waiting: Waiting): void {
    this.#queue.push(waiting);
    this.#backlog.grow(waiting.taken?.bytes.length ?? 0, this.connections);
    this.#commit.want(this);
  }

  /** [D10] For the group commit: what waits, as long as nothing is under way. */
  take(): readonly Edit[] {
    if (this.#inFlight.length > 0) return [];
    let bytes = 0;
    let count = 0;
    while (count < this.#queue.length && count < atOnce.edits && bytes < atOnce.bytes) bytes += this.#queue[count++]?.taken?.bytes.length ?? 0;
    const batch = this.#queue.splice(0, count);
    const edits = batch.flatMap(({ taken, from }) => (taken ? [{ bytes: taken.bytes, authorId: from.person.userId }] : []));
    if (edits.length > 0) this.#inFlight = batch;
    else if (batch.length > 0) {
      // what brought nothing has been on disk all the while
      this.#audience.tell(batch, []);
      this.#goOn();
    }
    return edits;
  }

  /** For the group commit: what was taken is on disk. */
  stored(first: number): void {
    const edits = this.#inFlight.flatMap(({ taken }) => (taken ? [taken.bytes] : []));
    this.#ground.courier.send(this.documentId, { kind: "edits", first, edits });
    this.#onWritten();
    this.#order.landed(first);
  }

  /** Our own edits in their turn: shown to the others and called stored. */
  takeOwn(areNew: boolean): void {
    const batch = this.#inFlight;
    this.#inFlight = [];
    const taken = batch.flatMap((each) => (each.taken ? [each.taken] : []));
    this.#audience.tell(batch, areNew ? this.#audience.grow(taken, taken.length) : []);
    this.#backlog.shrink(taken.reduce((sum, each) => sum + each.bytes.length, 0));
    this.#goOn();
    this.#compactWhenTooLong();
  }

  takeFromElsewhere(edits: readonly Uint8Array[]): void {
    const taken: Taken[] = [];
    for (const bytes of edits) {
      const each = look(bytes, this.#intake.known, (fault) => this.#beCareful(fault));
      if (!each) continue;
      taken.push(each);
      this.#intake.learn(each.ends, each.edit);
    }
    this.#audience.show(this.#audience.grow(taken, edits.length));
    this.#intake.retryEarly();
    this.#compactWhenTooLong();
  }

  /** Another server has made a snapshot of what we were about to read. */
  async readWhole(): Promise<void> {
    const stored = await this.#ground.store.load(this.documentId);
    if (stored.head <= this.#holdings.seq) return;
    this.#ground.meter.caughtUp(1);
    this.#begin(stored);
    this.#intake.retryEarly();
  }

  #goOn(): void {
    if (this.#queue.length > 0) this.#commit.want(this);
    if (this.isQuiet) for (const each of this.#whenQuiet.splice(0)) each();
  }

  async #load(): Promise<void> {
    this.#begin(await this.#ground.store.load(this.documentId));
    this.#ground.courier.send(this.documentId, { kind: "whoIsHere" });
    this.#order.advance();
  }

  #begin(stored: Parameters<Holdings["load"]>[0]): void {
    const known = this.#holdings.load(stored, (fault) => this.#beCareful(fault));
    this.#intake.begin(known);
    this.#audience.begin(known);
  }

  /** Something in the log is not as it should be. Everybody goes on; the log keeps every byte until somebody has looked at it. */
  #beCareful(fault: unknown): void {
    if (this.#isWhole) this.#ground.log.error({ err: fault, documentId: this.documentId }, "an edit could not be applied");
    this.#isWhole = false;
  }

  // --- a long log

  /** Makes the log short, when it has grown enough to be worth it. The work is done elsewhere. */
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
      else this.#beCareful(new Error("the edits cannot be made one"));
      if (compacted && !this.#isDestroyed) {
        this.#holdings.rebase(seq, compacted);
        this.#audience.rebased();
      }
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

  #compactWhenTooLong(): void {
    const { base, tail, edits } = this.#holdings.size;
    if (edits > tooLongToWait.edits || tail > Math.max(tooLongToWait.bytes, base / 2)) void this.compact();
  }

  // --- other servers

  #hearParcel(parcel: Parcel, from: string): void {
    if (this.#isDestroyed) return;
    const { presence } = this.#audience;
    this.#servers.set(from, this.#ground.clock.now());
    if (parcel.kind === "edits") this.#order.told(parcel);
    else if (parcel.kind === "presence") presence.hearOf(from, parcel.entries, parcel.isAll);
    else if (parcel.kind === "leaving") presence.lose(from);
    else if (this.connections.size > 0) this.#sayWhoIsHere();
  }

  #sayWhoIsHere(): void {
    this.#ground.courier.send(this.documentId, { kind: "presence", entries: this.#audience.presence.own(), isAll: true });
  }

  /** For the other servers: we still have these people. Those of servers that have gone silent leave. */
  beat(): void {
    if (this.connections.size > 0) this.#sayWhoIsHere();
    for (const [server, heardAt] of this.#servers) {
      if (this.#ground.clock.now() - heardAt < serverGoneMs) continue;
      this.#servers.delete(server);
      this.#audience.presence.lose(server);
    }
  }

  /** This server closes down. */
  sayLeaving(): void {
    this.#ground.courier.send(this.documentId, { kind: "leaving" });
  }
}
