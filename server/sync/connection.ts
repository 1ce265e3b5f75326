// One open socket in one document: who is behind it, what it may do at this moment, what it has been told and what it is owed.
import type { Socket } from "node:net";
import type { WebSocket } from "ws";
import { closeCodes, type CloseCode, type PresentPerson } from "../../app/domain/documents/live";
import type { DocumentId, ProjectId } from "../../app/domain/ids";
import { may, type Actor, type Thing } from "../../app/domain/permission";
import type { Visitor } from "../visitor";
import type { Attendant } from "./presence";
import { writersInOneEdit } from "./reach";
import { presenceFrame, storedFrame } from "./wire";

/** Above this much unread the connection gets no more edits: it is brought up to date when it has read. */
const unreadLimit = 4 * 1024 * 1024;
/** Beats of the heart without a sign of life before a socket is taken for dead. */
const beatsToDeath = 3;

/** Dark enough for white letters on them (4.5:1). */
const colours = ["#8a3b12", "#1d5f8a", "#6b2d8c", "#22663b", "#9c1f4b", "#3f4fa3", "#7a5a00", "#0f6b6b"] as const;

export type Arrival = {
  readonly documentId: DocumentId;
  readonly person: Visitor;
  readonly actor: Actor;
  /** The row of the rights table that governs the document. */
  readonly thing: Thing;
  /** As they came with the upgrade, to ask again whether the session lasts. */
  readonly headers: Headers;
  readonly wantsStored: boolean;
};

export class Connection implements Attendant {
  readonly person: Visitor;
  readonly headers: Headers;
  readonly thing: Thing;
  /** Gets edits from the moment it has been given everything before them. */
  isListening = false;
  /** Closed by us or by them: whatever still arrives is not read. */
  isGone = false;
  /** What it missed while it did not read: from which state vector on, and how to say it. */
  owed: { readonly stateVector: Uint8Array; readonly frame: (bytes: Uint8Array) => Uint8Array } | null = null;
  #actor: Actor;
  readonly #ws: WebSocket;
  readonly #socket: Socket;
  readonly #wantsStored: boolean;
  readonly #unstored = new Set<number>();
  readonly #receive: (frame: Uint8Array) => void;
  #writes = 0;
  #writersBrought = 0;
  #told = 0;
  #isCorked = false;
  #pauses = 0;
  #holds = 0;
  #inbox: Uint8Array[] = [];
  #isQuiet = true;
  #beatsMissed = 0;

  constructor(ws: WebSocket, socket: Socket, arrival: Arrival, receive: (connection: Connection, frame: Uint8Array) => void) {
    this.#receive = (frame) => receive(this, frame);
    this.#ws = ws;
    this.#socket = socket;
    this.#actor = arrival.actor;
    this.#wantsStored = arrival.wantsStored;
    this.person = arrival.person;
    this.headers = arrival.headers;
    this.thing = arrival.thing;
  }

  /** Asked at each write, of the membership as it was last read. */
  mayWrite(): boolean {
    return may(this.#actor, "edit", { thing: this.thing });
  }

  presentAs(): PresentPerson {
    const { membershipId, displayName } = this.#actor;
    const sum = [...membershipId].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) >>> 0, 0);
    const colour = colours[sum % colours.length] ?? colours[0];
    return { id: membershipId, name: displayName, colour, color: colour };
  }

  /** The membership as it is now. Answers false when the connection had to be closed. */
  judge(actor: Actor | null): boolean {
    if (!actor || !may(actor, "read", { thing: this.thing })) {
      this.close(closeCodes.accessEnded, "access ended");
      return false;
    }
    const couldWrite = this.mayWrite();
    this.#actor = actor;
    // what was dropped meanwhile is asked for again when they come back; their edits are still with them
    if (!couldWrite && this.mayWrite()) this.close(closeCodes.tryLater, "may write now");
    return !this.isGone;
  }

  get projectId(): ProjectId {
    return this.#actor.projectId;
  }

  get isFull(): boolean {
    return this.#ws.bufferedAmount > unreadLimit;
  }

  /** Everything sent in one turn of the event loop leaves in one write. */
  send(frame: Uint8Array): void {
    if (this.isGone || this.#ws.readyState !== this.#ws.OPEN) return;
    if (!this.#isCorked) {
      this.#isCorked = true;
      this.#socket.cork();
      process.nextTick(() => {
        this.#isCorked = false;
        this.#socket.uncork();
      });
    }
    this.#isQuiet = false;
    this.#ws.send(frame);
  }

  /** A write message arrived; answers its number, to be given back to `stored` when it is on disk. */
  takeWrite(): number {
    this.#writes += 1;
    this.#unstored.add(this.#writes);
    return this.#writes;
  }

  /** Its edits bring so many writers nobody has heard of. Answers false when that is more than pages that were written on can explain. */
  bringsWriters(count: number): boolean {
    this.#writersBrought += count;
    return this.#writersBrought <= writersInOneEdit;
  }

  stored(write: number): void {
    this.#unstored.delete(write);
  }

  /** Says how many writes, from the first on, are on disk without a gap. */
  tellStored(): void {
    const [firstUnstored] = this.#unstored;
    const count = firstUnstored === undefined ? this.#writes : firstUnstored - 1;
    if (!this.#wantsStored || count <= this.#told) return;
    this.#told = count;
    this.send(storedFrame(count));
  }

  /** Called every few seconds: keeps the line and the client's patience alive (it gives up after 30 s without a message). */
  beat(): void {
    this.#beatsMissed += 1;
    if (this.#beatsMissed > beatsToDeath) return this.#ws.terminate();
    if (this.#isQuiet) this.send(presenceFrame([]));
    this.#isQuiet = true;
    this.#ws.ping();
  }

  isAlive(): void {
    this.#beatsMissed = 0;
  }

  /** A frame arrived. While something must be known first (`hold`) frames wait, in order. */
  arrived(frame: Uint8Array): void {
    if (this.isGone) return;
    if (this.#holds > 0) this.#inbox.push(frame);
    else this.#receive(frame);
  }

  /** Nothing from this connection is read until `work` is done: the document loads, or its rights are asked for. */
  async hold(work: Promise<void>): Promise<void> {
    this.#holds += 1;
    this.pause();
    // when the work fails the hold stays: what waits is never read as if the answer had been yes
    await work;
    this.#holds -= 1;
    if (this.#holds === 0) for (const frame of this.#inbox.splice(0)) this.arrived(frame);
    this.resume();
  }

  pause(): void {
    this.#pauses += 1;
    this.#ws.pause();
  }

  resume(): void {
    this.#pauses -= 1;
    if (this.#pauses === 0) this.#ws.resume();
  }

  close(code: CloseCode, reason: string): void {
    if (this.isGone) return;
    this.isGone = true;
    this.#inbox = [];
    this.#ws.resume();
    this.#ws.close(code, reason);
    // somebody who does not answer a goodbye is not waited for
    setTimeout(() => this.#ws.terminate(), 3_000).unref();
  }
}
