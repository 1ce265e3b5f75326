// Somebody who writes an edit every few milliseconds, comes back by themselves wherever they are let in, and remembers what they were told.
import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { storedMessage } from "../../app/domain/documents/live";
import { readMessage, step1Frame, updateFrame } from "./wire";

const comeBackMs = 50;
const heard = "heard";

export class Typist {
  readonly doc = new Y.Doc();
  readonly name: string;
  /** The names of their edits, in order. */
  readonly own: string[] = [];
  readonly seen = new Set<string>();
  /** How many of their own edits have been called stored, over all connections. */
  storedCount = 0;
  /** Whether the server has answered since they last came. */
  isSynced = false;
  visits = 0;
  readonly #cookie: string;
  readonly #where: () => string;
  readonly #random: () => number;
  #ws: WebSocket | null = null;
  #send: (update: Uint8Array) => void = () => undefined;
  #typing: NodeJS.Timeout | null = null;
  #hasLeft = false;

  /** `where` is asked each time they come. */
  constructor(name: string, cookie: string, where: () => string, random: () => number) {
    [this.name, this.#cookie, this.#where, this.#random] = [name, cookie, where, random];
    this.doc.getMap("edits").observe(({ keysChanged }) => {
      for (const edit of keysChanged) if (edit !== null && !edit.startsWith(`${name}.`)) this.seen.add(edit);
    });
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      // before the server has asked, its question will bring this one along
      if (origin !== heard && this.isSynced) this.#send(update);
    });
    this.#come();
  }

  /** What must never be lost: what was called stored, and what others wrote and this one has seen. */
  promised(): string[] {
    return [...this.own.slice(0, this.storedCount), ...this.seen];
  }

  start(everyMs: number): void {
    this.#typing ??= setInterval(() => this.#type(), everyMs);
  }

  pause(): void {
    if (this.#typing) clearInterval(this.#typing);
    this.#typing = null;
  }

  /** As when the network goes. */
  drop(): void {
    this.#ws?.terminate();
  }

  leave(): void {
    this.pause();
    this.#hasLeft = true;
    this.drop();
  }

  #come(): void {
    if (this.#hasLeft) return;
    const ws = new WebSocket(`${this.#where()}?stored=1`, { headers: { cookie: this.#cookie, origin: "http://localhost" }, handshakeTimeout: 3_000 });
    /** How many of their own edits each write of this connection holds, with all before. */
    const writes: number[] = [];
    ws.binaryType = "nodebuffer";
    this.#ws = ws;
    ws.on("error", () => undefined);
    ws.on("close", () => {
      if (this.#ws === ws) this.isSynced = false;
      setTimeout(() => this.#come(), comeBackMs * (1 + this.#random()));
    });
    ws.on("open", () => {
      this.visits += 1;
      ws.send(step1Frame(Y.encodeStateVector(this.doc)));
    });
    ws.on("message", (data: Buffer) => {
      if (data[0] === storedMessage) {
        const count = decoding.readVarUint(decoding.createDecoder(data.subarray(1)));
        this.storedCount = Math.max(this.storedCount, writes[count - 1] ?? 0);
        return;
      }
      const message = readMessage(data);
      if (message.kind === "write") {
        Y.applyUpdate(this.doc, message.update, heard);
      } else if (message.kind === "step1") {
        this.#send = (update) => {
          if (ws.readyState !== WebSocket.OPEN) return;
          writes.push(this.own.length);
          ws.send(updateFrame(update));
        };
        this.#send(Y.encodeStateAsUpdate(this.doc, message.stateVector));
        this.isSynced = true;
      }
    });
  }

  #type(): void {
    const edit = `${this.name}.${this.own.length}`;
    this.own.push(edit);
    this.doc.transact(() => {
      this.doc.getMap("edits").set(edit, 1);
      const words = this.doc.getText("words");
      if (words.length > 20 && this.#random() < 0.4) words.delete(Math.floor(this.#random() * 10), 5);
      words.insert(Math.floor(this.#random() * words.length), edit);
    });
  }
}

export function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
