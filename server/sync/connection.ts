// One open socket in one document: who is behind it, what it may do at this moment, what it has been told and what it is owed.
import { closeCodes, type CloseCode, type PresentPerson } from "../../app/domain/documents/live";
import type { DocumentId, ProjectId } from "../../app/domain/ids";
import { may, type Actor, type Thing } from "../../app/domain/permission";
import type { Visitor } from "../visitor";
import { Allowance } from "./allowance";
import type { Clock } from "./clock";
import { limits } from "./limits";
import type { Line } from "./line";
import type { Meter } from "./meter";
import type { Attendant } from "./presence";
import { writersInOneEdit } from "./reach";
import { framed, presenceFrame, storedFrame } from "./wire";

/** Beats of the heart without a sign of life before a socket is taken for dead. */
const beatsToDeath = 3;
/** Slowed down again this soon is still the same rush. */
const slowAgainMs = 1_000;
const stillHere = framed(presenceFrame([]));

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

/** What it missed: from which state vector on, and whether it asked (then the answer is a sync step 2). */
export type Owed = { readonly stateVector: Uint8Array; readonly isAnswer: boolean };

export class Connection implements Attendant {
  readonly person: Visitor;
  readonly headers: Headers;
  readonly thing: Thing;
  /** Gets edits from the moment it has been given everything before them. */
  isListening = false;
  /** Closed by us or by them: whatever still arrives is not read. */
  isGone = false;
  owed: Owed | null = null;
  /** Has been asked for what it has and we lack: once, and only who may write. */
  isAsked = false;
  /** How fast this person may send, over all their sockets. */
  allowance: Allowance;
  /** When its rights are asked for again at the latest. */
  judgedAt: number;
  #actor: Actor;
  readonly #line: Line;
  readonly #clock: Clock;
  readonly #meter: Meter;
  readonly #wantsStored: boolean;
  readonly #unstored = new Set<number>();
  #receive: (frame: Uint8Array) => void = () => undefined;
  #writes = 0;
  #writersBrought = 0;
  #told = 0;
  #pauses = 0;
  #holds = 0;
  #inbox: Uint8Array[] = [];
  #isQuiet = true;
  #beatsMissed = 0;
  #isSlowed = false;
  #slowSince = 0;
  #slowUntil = 0;

  constructor(line: Line, arrival: Arrival, { clock, meter }: { readonly clock: Clock; readonly meter: Meter }) {
    this.#line = line;
    this.#clock = clock;
    this.#meter = meter;
    this.#actor = arrival.actor;
    this.#wantsStored = arrival.wantsStored;
    this.person = arrival.person;
    this.headers = arrival.headers;
    this.thing = arrival.thing;
    this.judgedAt = clock.now();
    this.allowance = new Allowance(clock);
  }

  /** Where frames go from now on. */
  onFrame(receive: (frame: Uint8Array) => void): void {
    this.#receive = receive;
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
    return this.#line.unread > limits.unreadBytes;
  }

  /** Whole frames (`framed`), perhaps shared with other connections. */
  send(frames: Uint8Array): void {
    if (this.isGone) return;
    this.#isQuiet = false;
    this.#meter.sent(frames.length);
    this.#line.write(frames);
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

  /** How many writes, from the first on, are on disk without a gap: a message to send, or null when there is nothing new to say. */
  storedNews(): Uint8Array | null {
    const [firstUnstored] = this.#unstored;
    const count = firstUnstored === undefined ? this.#writes : firstUnstored - 1;
    if (!this.#wantsStored || count <= this.#told) return null;
    this.#told = count;
    return storedFrame(count);
  }

  /** Called every few seconds: keeps the line and the client's patience alive (it gives up after 30 s without a message). */
  beat(): void {
    this.#beatsMissed += 1;
    if (this.#beatsMissed > beatsToDeath) return this.#line.terminate();
    if (this.#isQuiet) this.send(stillHere);
    this.#isQuiet = true;
    this.#line.ping();
  }

  isAlive(): void {
    this.#beatsMissed = 0;
  }

  /** A frame arrived. While something must be known first (`hold`) frames wait, in order. */
  arrived(frame: Uint8Array): void {
    if (this.isGone) return;
    this.#beatsMissed = 0;
    this.#meter.received(frame.length);
    if (!this.allowance.take(frame.length)) this.#slowDown();
    this.#hear(frame);
  }

  /** Nothing from this connection is read until `work` is done: the document loads, or its rights are asked for. */
  async hold(work: Promise<void>): Promise<void> {
    this.#holds += 1;
    this.pause();
    // when the work fails the hold stays: what waits is never read as if the answer had been yes
    await work;
    this.#holds -= 1;
    if (this.#holds === 0) for (const frame of this.#inbox.splice(0)) this.#hear(frame);
    this.resume();
  }

  pause(): void {
    this.#pauses += 1;
    if (this.#pauses === 1) this.#line.pause();
  }

  resume(): void {
    this.#pauses -= 1;
    if (this.#pauses === 0 && !this.isGone) this.#line.resume();
  }

  close(code: CloseCode, reason: string): void {
    if (this.isGone) return;
    this.isGone = true;
    this.#inbox = [];
    this.#meter.closed(code);
    this.#line.close(code, reason);
  }

  #hear(frame: Uint8Array): void {
    if (this.isGone) return;
    if (this.#holds > 0) this.#inbox.push(frame);
    else this.#receive(frame);
  }

  /** Read no faster than its person may send; and not for ever. */
  #slowDown(): void {
    if (this.#isSlowed) return;
    const now = this.#clock.now();
    if (now - this.#slowUntil > slowAgainMs) this.#slowSince = now;
    if (now - this.#slowSince > limits.patienceMs) return this.close(closeCodes.tooFast, "too fast");
    const waitMs = this.allowance.waitMs + 5;
    this.#slowUntil = now + waitMs;
    this.#isSlowed = true;
    this.pause();
    this.#clock.after(waitMs, () => {
      this.#isSlowed = false;
      this.resume();
    });
  }
}
