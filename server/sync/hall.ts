// All rooms of this server: opened when somebody comes, kept while anybody is there or anything waits for the disk, then forgotten.
import { closeCodes } from "../../app/domain/documents/live";
import type { DocumentId, UserId } from "../../app/domain/ids";
import { actorIn, type WhoIs } from "../access";
import type { Notice } from "../bulletin";
import type { Office } from "../office";
import type { Connection } from "./connection";
import { Room } from "./room";

/** Told when a document has been quiet for a while after somebody wrote (open), and when the last one has left what was written in (empty). */
export type OnSettled = (documentId: DocumentId, room: "open" | "empty") => Promise<void>;

/** A room and what the hall knows of its life. */
type Life = { readonly room: Room; hasNews: boolean; quiet: NodeJS.Timeout | null; winding: Promise<void> | null };

const beatMs = 8_000;
const judgeMs = 60_000;
const flushAtCloseMs = 8_000;
const settleAtCloseMs = 5_000;

export class Hall {
  readonly #office: Office;
  readonly #whoIs: WhoIs;
  readonly #onSettled: OnSettled;
  readonly #quietMs: number;
  readonly #lives = new Map<DocumentId, Life>();
  readonly #timers: NodeJS.Timeout[];
  readonly #unsubscribe: () => void;
  /** Grows when anybody's rights may have changed: an upgrade that began before asks again. */
  rightsChanged = 0;
  isClosing = false;

  constructor(office: Office, whoIs: WhoIs, onSettled: OnSettled, quietMs: number) {
    this.#office = office;
    this.#whoIs = whoIs;
    this.#onSettled = onSettled;
    this.#quietMs = quietMs;
    this.#timers = [
      setInterval(() => this.#connections().forEach((each) => each.beat()), beatMs),
      setInterval(() => void this.#judgeAll(this.#connections()), judgeMs),
    ];
    this.#unsubscribe = office.bulletin.subscribe((notice) => this.#hear(notice));
  }

  get counts(): { rooms: number; connections: number } {
    return { rooms: this.#lives.size, connections: this.#connections().length };
  }

  countOf(userId: UserId): number {
    return this.#connections().filter((each) => each.person.userId === userId).length;
  }

  /** Lets the connection into its room; the first one opens it. */
  enter(documentId: DocumentId, connection: Connection): Room {
    const life = this.#lives.get(documentId) ?? this.#open(documentId);
    const { room } = life;
    room.join(connection);
    void connection.hold(room.loaded).catch((fault: unknown) => {
      this.#office.log.error({ err: fault, documentId }, "a document could not be opened");
      connection.close(closeCodes.tryLater, "the document could not be opened");
      // the next one to come tries again
      if (this.#lives.get(documentId) === life) this.#lives.delete(documentId);
    });
    return room;
  }

  leave(room: Room, connection: Connection, saidGoodbye: boolean): void {
    room.leave(connection, saidGoodbye);
    const life = this.#lives.get(room.documentId);
    if (life?.room === room && room.connections.size === 0) void this.#wind(life);
  }

  /** Asks the database and the session anew. Nothing from the connection is read meanwhile. */
  async judge(connection: Connection): Promise<void> {
    await connection.hold(this.#ask(connection)).catch((fault: unknown) => {
      this.#office.log.error({ err: fault }, "rights could not be read");
      connection.close(closeCodes.tryLater, "rights could not be read");
    });
    if (!connection.isGone) return;
    // not shown to the others a moment longer, whether or not their browser answers the goodbye
    for (const { room } of this.#lives.values()) if (room.connections.has(connection)) this.leave(room, connection, true);
  }

  async close(): Promise<void> {
    this.isClosing = true;
    this.#unsubscribe();
    this.#timers.forEach((timer) => clearInterval(timer));
    const lives = [...this.#lives.values()];
    this.#connections().forEach((each) => each.pause());
    await atMost(flushAtCloseMs, Promise.all(lives.map((life) => life.room.flushed())));
    this.#connections().forEach((each) => each.close(closeCodes.restarting, "the server restarts"));
    for (const life of lives) for (const connection of life.room.connections) this.leave(life.room, connection, true);
    await atMost(settleAtCloseMs, Promise.all(lives.map((life) => this.#wind(life))));
    for (const life of lives) this.#forget(life);
  }

  #open(documentId: DocumentId): Life {
    const life: Life = {
      hasNews: false, quiet: null, winding: null,
      room: new Room(documentId, this.#office, () => {
        life.hasNews = true;
        if (life.quiet) clearTimeout(life.quiet);
        life.quiet = setTimeout(() => void this.#settle(life, "open"), this.#quietMs);
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
    } while (life.hasNews || !room.isIdle);
    this.#forget(life);
  }

  async #settle(life: Life, room: "open" | "empty"): Promise<void> {
    if (life.quiet) clearTimeout(life.quiet);
    life.quiet = null;
    try {
      await this.#onSettled(life.room.documentId, room);
      if (room === "open") await life.room.compact();
    } catch (fault) {
      this.#office.log.error({ err: fault, documentId: life.room.documentId }, "what follows writing could not be done");
    }
  }

  #forget(life: Life): void {
    if (life.quiet) clearTimeout(life.quiet);
    if (this.#lives.get(life.room.documentId) === life) this.#lives.delete(life.room.documentId);
    life.room.destroy();
  }

  #hear(notice: Notice): void {
    if (notice.kind === "documentWritten") {
      this.#lives.get(notice.documentId)?.room.readLog();
    } else if (notice.kind === "membershipChanged" || notice.kind === "sessionsChanged") {
      this.rightsChanged += 1;
      const theirs = this.#connections().filter(
        (each) => each.person.userId === notice.userId && (notice.kind === "sessionsChanged" || each.projectId === notice.projectId),
      );
      void this.#judgeAll(theirs);
    }
  }

  async #judgeAll(connections: readonly Connection[]): Promise<void> {
    await Promise.all(connections.map((each) => this.judge(each)));
  }

  async #ask(connection: Connection): Promise<void> {
    const visitor = await this.#whoIs(connection.headers);
    if (visitor?.userId !== connection.person.userId) return connection.close(closeCodes.signedOut, "signed out");
    const actor = await actorIn(this.#office.db, visitor, connection.projectId);
    if (!connection.judge(actor.ok ? actor.value : null)) return;
    for (const { room } of this.#lives.values()) if (room.connections.has(connection)) room.refresh(connection);
  }

  #connections(): Connection[] {
    return [...this.#lives.values()].flatMap((life) => [...life.room.connections]);
  }
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}
