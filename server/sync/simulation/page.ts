// A page that somebody has open: a real Yjs document behind the y-websocket protocol, as the stock client speaks it.
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { closeCodes, storedMessage } from "../../../app/domain/documents/live";
import type { DocumentId } from "../../../app/domain/ids";
import { readMessage, step1Frame, step2Frame, updateFrame } from "../wire";
import { Nearby } from "./nearby";
import { isWhole } from "./record";
import type { Person } from "./rights";
import type { Socket, World } from "./socket";
import type { Witness } from "./witness";

/** The stock client closes a socket on which it has heard nothing for so long. */
const patienceMs = 30_000;
const lookMs = 3_000;
const longestBackoffMs = 2_500;

export type Reach = {
  /** Begins a connection to any server; what happens to it is told to the page. */
  connect(page: Page): Socket;
};

export class Page {
  readonly doc = new Y.Doc({ gc: true });
  readonly nearby: Nearby;
  readonly person: Person;
  readonly documentId: DocumentId;
  /** The stock client sends back what it hears of others. */
  readonly echoes: boolean;
  readonly #world: World;
  readonly #reach: Reach;
  readonly #witness: Witness;
  socket: Socket | null = null;
  isOpen = false;
  /** Wants to be connected; false when it was told not to come back, or was left. */
  isWanted = true;
  writes = 0;
  stored = 0;
  /** Something was sent over its socket that does not stand in its document: it lacks that until a later connection has brought it. */
  isFalse = false;
  #falseOver: Socket | null = null;
  /** Its socket was refused for good with this code. */
  refusedWith: number | null = null;
  #failures = 0;
  #heardAtMs = 0;

  constructor(parts: { world: World; reach: Reach; witness: Witness; person: Person; documentId: DocumentId; clientId: number; echoes: boolean }) {
    this.#world = parts.world;
    this.#reach = parts.reach;
    this.#witness = parts.witness;
    this.person = parts.person;
    this.documentId = parts.documentId;
    this.echoes = parts.echoes;
    this.doc.clientID = parts.clientId;
    this.nearby = new Nearby(parts.clientId);
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#sendWrite(updateFrame(update));
    });
    this.pointAt(0);
    this.#lookAround();
  }

  connect(): void {
    if (this.socket || !this.isWanted) return;
    this.#heardAtMs = this.#now;
    this.socket = this.#reach.connect(this);
  }

  /** With a goodbye, or by falling silent. */
  leave(withGoodbye: boolean): void {
    this.isWanted = false;
    const { socket } = this;
    if (!socket) return;
    this.#lose();
    if (withGoodbye) socket.leave();
    else socket.abandon();
  }

  /** As when a laptop wakes up: the old connection is left, a new one begun. */
  comeAnew(): void {
    if (!this.socket) return;
    this.leave(true);
    this.isWanted = true;
    this.connect();
  }

  /** Sends what its document does not hold. */
  sendFalse(frame: Uint8Array): void {
    this.isFalse = true;
    this.#falseOver = this.socket;
    this.#send(frame);
  }

  pointAt(place: number): void {
    this.nearby.say(JSON.stringify({ said: this.person.name, place }), this.#now);
    this.#send(this.nearby.frame([this.nearby.clientId]));
  }

  opened(socket: Socket): void {
    if (socket !== this.socket) return;
    this.isOpen = true;
    this.#world.timeline.note(() => `${this.person.name} (${this.doc.clientID}) is at ${socket.server.name}`);
    this.#heardAtMs = this.#now;
    this.#send(step1Frame(Y.encodeStateVector(this.doc)));
    this.#send(this.nearby.frame([this.nearby.clientId]));
  }

  heard(socket: Socket, frame: Uint8Array): void {
    if (socket !== this.socket) return;
    this.#heardAtMs = this.#now;
    if (frame[0] === storedMessage) {
      this.stored = decoding.readVarUint(decoding.createDecoder(frame.subarray(1)));
      return;
    }
    const message = readMessage(frame);
    if (message.kind === "step1") this.#sendWrite(step2Frame(Y.encodeStateAsUpdate(this.doc, message.stateVector)));
    else if (message.kind === "write") this.#take(message.update, frame[1] === 1);
    else if (message.kind === "awareness") {
      const changed = this.nearby.hear(message.entries, this.#now);
      if (this.echoes && changed.length > 0) this.#send(this.nearby.frame(changed));
    }
  }

  closed(socket: Socket, code: number): void {
    if (socket !== this.socket) return;
    this.#world.timeline.note(() => `${this.person.name} closed with ${code}`);
    this.#lose();
    this.#failures += 1;
    if (code >= 4400 && code < 4500) {
      const isDeserved = code === closeCodes.accessEnded && this.person.hasBeenEnded;
      if (!isDeserved) this.#witness.blame(`${this.person.name} was sent away for good with ${code}`);
      this.refusedWith = code;
      this.isWanted = false;
    } else this.#world.timeline.after(Math.min(longestBackoffMs, 2 ** this.#failures * 100), null, () => this.connect());
  }

  get #now(): number {
    return this.#world.timeline.nowMs;
  }

  #take(update: Uint8Array, isAnswer: boolean): void {
    Y.applyUpdate(this.doc, update, this);
    if (isAnswer && this.socket !== this.#falseOver) this.isFalse = false;
    if (!this.isFalse && !isWhole(this.doc)) this.#witness.blame(`${this.person.name} was shown an edit before what it builds on: ${[...(this.doc.store.pendingStructs?.missing ?? [])].join(" ")}`);
    if (isAnswer) this.#failures = 0;
  }

  #sendWrite(frame: Uint8Array): void {
    if (!this.isOpen) return;
    this.writes += 1;
    this.#send(frame);
  }

  #send(frame: Uint8Array): void {
    if (this.isOpen) this.socket?.send(frame);
  }

  #lose(): void {
    this.socket = null;
    this.isOpen = false;
    this.writes = 0;
    this.stored = 0;
    this.nearby.forgetOthers();
  }

  #lookAround(): void {
    this.#world.timeline.after(lookMs, null, () => {
      if (!this.isWanted && !this.socket) return;
      const changed = this.nearby.look(this.#now);
      if (changed.length > 0 && (this.echoes || changed.includes(this.nearby.clientId))) this.#send(this.nearby.frame(this.echoes ? changed : [this.nearby.clientId]));
      const { socket } = this;
      if (socket && this.#now - this.#heardAtMs > patienceMs) {
        socket.abandon();
        this.closed(socket, 1006);
      }
      this.#lookAround();
    });
  }
}
