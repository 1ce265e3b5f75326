// All rooms of this server: opened when somebody comes, kept while anybody is there or anything waits for the disk, then forgotten.
import { closeCodes, type CloseCode } from "../../app/domain/documents/live";
import type { DocumentId, UserId } from "../../app/domain/ids";
import type { Actor } from "../../app/domain/permission";
import type { Notice } from "../bulletin";
import { Allowance } from "./allowance";
import type { Timer } from "./clock";
import type { Connection } from "./connection";
import type { Ground } from "./ground";
import { GroupCommit } from "./group-commit";
import { limits } from "./limits";
import { Room } from "./room";

/** Told when a document has been quiet for a while after somebody wrote (open), and when the last one has left what was written in (empty). */
export type OnSettled = (documentId: DocumentId, room: "open" | "empty") => Promise<void>;
/** Who is behind the connection now: as what they are a member, null when they are none any more. */
export type Verdict = "signedOut" | { readonly actor: Actor | null };

export type HallParts = {
  readonly ground: Ground;
  /** Asks the session and the database anew. */
  readonly judge: (connection: Connection) => Promise<Verdict>;
  readonly onSettled: OnSettled;
  /** How long a document must have been left alone before it counts as settled. */
  readonly quietMs: number;
  /** Whether other servers write to the same logs: then heads are compared. */
  readonly isShared: boolean;
};

/** A room and what the hall knows of its life. */
type Life = { readonly room: Room; hasNews: boolean; quiet: Timer | null; winding: Promise<void> | null };
/** One person, over all their sockets. */
type Person = { readonly allowance: Allowance; readonly connections: Map<Connection, DocumentId> };

const beatMs = 8_000;
const judgeEveryMs = 1_000;
const judgedForMs = 60_000;
/** While other servers tell us what they write this is only for what was lost on the way. */
const headsMs = { told: 2_000, untold: 500 };
const flushAtCloseMs = 8_000;
const settleAtCloseMs = 5_000;
/** Everybody is sent away within this time, some in each slice: their next server need not take all at once. */
const farewell = { slices: 10, everyMs: 100, fewest: 20 };

export class Hall {
  readonly #parts: HallParts;
  readonly #commit: GroupCommit;
  readonly #lives = new Map<DocumentId, Life>();
  readonly #people = new Map<UserId, Person>();
  #timers: Timer[] = [];
  /** Grows when anybody's rights may have changed: an upgrade that began before asks again. */
  rightsChanged = 0;
  isClosing = false;

  constructor(parts: HallParts) {
    this.#parts = parts;
    this.#commit = new GroupCommit(parts.ground);
    this.#every(() => beatMs, () => this.#beat());
    this.#every(() => judgeEveryMs, () => this.#judgeSome());
    if (parts.isShared) this.#every(() => (parts.ground.courier.isUp() ? headsMs.told : headsMs.untold), () => void this.#compareHeads());
  }

  get counts(): { rooms: number; connections: number; waiting: number } {
    let [connections, waiting] = [0, 0];
    for (const { room } of this.#lives.values()) {
      connections += room.connections.size;
      waiting += room.waiting;
    }
    return { rooms: this.#lives.size, connections, waiting };
  }

  /** [D17] Why one more socket of this person into this document is too many; null when it is not. */
  refusal(userId: UserId, documentId: DocumentId): CloseCode | null {
    const theirs = this.#people.get(userId)?.connections ?? new Map<Connection, DocumentId>();
    const documents = new Set(theirs.values());
    const isTooMuch =
      theirs.size >= limits.socketsPerPerson || (!documents.has(documentId) && documents.size >= limits.documentsPerPerson);
    const here = this.#lives.get(documentId)?.room.connections.size ?? 0;
    return isTooMuch || here >= limits.socketsPerDocument ? closeCodes.tooManyOpen : null;
  }

  /** Lets the connection into its room; the first one opens it. */
  enter(documentId: DocumentId, connection: Connection): Room {
    const life = this.#lives.get(documentId) ?? this.#open(documentId);
    const { room } = life;
    const { userId } = connection.person;
    const person = this.#people.get(userId) ?? { allowance: new Allowance(this.#parts.ground.clock), connections: new Map<Connection, DocumentId>() };
    this.#people.set(userId, person);
    person.connections.set(connection, documentId);
    connection.allowance = person.allowance;
    room.join(connection);
    void connection.hold(room.loaded).catch((fault: unknown) => {
      this.#parts.ground.log.error({ err: fault, documentId }, "a document could not be opened");
      connection.close(closeCodes.tryLater, "the document could not be opened");
      // the next one to come tries again
      if (this.#lives.get(documentId) === life) this.#forget(life);
    });
    return room;
  }

  leave(room: Room, connection: Connection, saidGoodbye: boolean): void {
    room.leave(connection, saidGoodbye);
    const person = this.#people.get(connection.person.userId);
    person?.connections.delete(connection);
    if (person?.connections.size === 0) this.#people.delete(connection.person.userId);
    const life = this.#lives.get(room.documentId);
    if (life?.room === room && room.connections.size === 0) void this.#wind(life);
  }

  /** Asks the database and the session anew. Nothing from the connection is read meanwhile. */
  async judge(connection: Connection): Promise<void> {
    const { clock, log } = this.#parts.ground;
    connection.judgedAt = clock.now();
    await connection.hold(this.#ask(connection)).catch((fault: unknown) => {
      log.error({ err: fault }, "rights could not be read");
      connection.close(closeCodes.tryLater, "rights could not be read");
    });
    if (!connection.isGone) return;
    // not shown to the others a moment longer, whether or not their browser answers the goodbye
    for (const { room } of this.#lives.values()) if (room.connections.has(connection)) this.leave(room, connection, true);
  }

  hear(notice: Notice): void {
    if (notice.kind === "documentWritten") {
      this.#lives.get(notice.documentId)?.room.readLog();
    } else if (notice.kind === "membershipChanged" || notice.kind === "sessionsChanged") {
      this.rightsChanged += 1;
      for (const each of this.#people.get(notice.userId)?.connections.keys() ?? []) {
        if (notice.kind === "sessionsChanged" || each.projectId === notice.projectId) void this.judge(each);
      }
    }
  }

  async close(): Promise<void> {
    this.isClosing = true;
    for (const timer of this.#timers) timer.cancel();
    const lives = [...this.#lives.values()];
    const connections = this.#connections();
    for (const each of connections) each.pause();
    await this.#atMost(flushAtCloseMs, Promise.all(lives.map((life) => life.room.flushed())));
    for (const { room } of lives) room.sayLeaving();
    await this.#sendAway(connections);
    for (const life of lives) for (const connection of life.room.connections) this.leave(life.room, connection, false);
    await this.#atMost(settleAtCloseMs, Promise.all(lives.map((life) => this.#wind(life))));
    this.#commit.giveUp();
    for (const life of lives) this.#forget(life);
  }

  async #sendAway(connections: readonly Connection[]): Promise<void> {
    const slice = Math.max(farewell.fewest, Math.ceil(connections.length / farewell.slices));
    for (let from = 0; from < connections.length; from += slice) {
      if (from > 0) await new Promise<void>((resolve) => this.#parts.ground.clock.after(farewell.everyMs, resolve));
      for (const each of connections.slice(from, from + slice)) each.close(closeCodes.restarting, "the server restarts");
    }
  }

  #open(documentId: DocumentId): Life {
    const { ground, quietMs } = this.#parts;
    const life: Life = {
      hasNews: false, quiet: null, winding: null,
      room: new Room(documentId, ground, this.#commit, () => {
        life.hasNews = true;
        life.quiet?.cancel();
        life.quiet = ground.clock.after(quietMs, () => void this.#settle(life, "open"));
      }),
    };
    this.#lives.set(documentId, life);
    return life;
  }

  /** Once at a time for a room; whoever comes meanwhile keeps it open. */
  #wind(life: Life): Promise<void> {
    life.winding ??= this.#windOnce(life).finally(() => (life.winding = null));
    return life.winding;
  }

  async #windOnce(life: Life): Promise<void> {
    const { room } = life;
    do {
      await room.flushed();
      if (room.connections.size > 0) return;
      if (life.hasNews) {
        life.hasNews = false;
        await this.#settle(life, "empty");
      }
      await room.compact();
    } while (life.hasNews || !room.isQuiet);
    if (room.connections.size === 0) this.#forget(life);
  }

  async #settle(life: Life, room: "open" | "empty"): Promise<void> {
    life.quiet?.cancel();
    life.quiet = null;
    try {
      await this.#parts.onSettled(life.room.documentId, room);
      if (room === "open") await life.room.compact();
    } catch (fault) {
      this.#parts.ground.log.error({ err: fault, documentId: life.room.documentId }, "what follows writing could not be done");
    }
  }

  #forget(life: Life): void {
    life.quiet?.cancel();
    if (this.#lives.get(life.room.documentId) === life) this.#lives.delete(life.room.documentId);
    life.room.destroy();
  }

  async #ask(connection: Connection): Promise<void> {
    const verdict = await this.#parts.judge(connection);
    if (verdict === "signedOut") return connection.close(closeCodes.signedOut, "signed out");
    if (!connection.judge(verdict.actor)) return;
    for (const { room } of this.#lives.values()) if (room.connections.has(connection)) room.refresh(connection);
  }

  #beat(): void {
    for (const { room } of this.#lives.values()) {
      for (const connection of room.connections) connection.beat();
      room.beat();
    }
  }

  /** Everybody once a minute, some each second. */
  #judgeSome(): void {
    const connections = this.#connections();
    const latest = this.#parts.ground.clock.now() - judgedForMs;
    const most = Math.ceil(connections.length / 20);
    for (const each of connections.filter(({ judgedAt }) => judgedAt <= latest).slice(0, most)) void this.judge(each);
  }

  async #compareHeads(): Promise<void> {
    if (this.#lives.size === 0) return;
    try {
      const heads = await this.#parts.ground.store.heads([...this.#lives.keys()]);
      for (const [documentId, head] of heads) {
        const room = this.#lives.get(documentId)?.room;
        if (room && head > room.seq && room.waiting === 0) room.readLog();
      }
    } catch (fault) {
      this.#parts.ground.log.warn({ err: fault }, "heads could not be compared");
    }
  }

  #every(ms: () => number, work: () => void): void {
    const index = this.#timers.length;
    const again = () => {
      this.#timers[index] = this.#parts.ground.clock.after(ms(), () => {
        again();
        work();
      });
    };
    again();
  }

  #connections(): Connection[] {
    return [...this.#lives.values()].flatMap((life) => [...life.room.connections]);
  }

  async #atMost(ms: number, work: Promise<unknown>): Promise<void> {
    let timer: Timer | undefined;
    await Promise.race([work, new Promise<void>((resolve) => (timer = this.#parts.ground.clock.after(ms, resolve)))]);
    timer?.cancel();
  }
}
