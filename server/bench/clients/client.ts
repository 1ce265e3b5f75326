// A client as light as can be: a socket that says what the real provider of its server would say, and counts what it hears. It has no document.
import { WebSocket } from "ws";
import * as decoding from "lib0/decoding";
import type { Seat } from "../contenders";
import { freshClientId } from "../random";
import { authFrame, awarenessFrame, kinds, prefixOf, presenceEntry, step1Frame, step2Frame, syncKinds } from "./frames";

/** What a suite wants to be told. */
export type Ears = {
  update?(client: Client, update: Uint8Array): void;
  /** One entry of presence as it came, news or not. */
  entry?(client: Client, id: number, state: string): void;
  /** Entries of presence that were news. */
  presence?(client: Client, entries: number): void;
  /** The document was given, as far as this client lacked it. */
  synced?(client: Client, update: Uint8Array): void;
  /** Writes that the server calls stored (ours), or acknowledges (Hocuspocus). */
  stored?(client: Client, count: number): void;
};

export type Knowledge = {
  readonly stateVector: Uint8Array;
  /** What the server lacks, from what it says it has. */
  answer(stateVector: Uint8Array): Uint8Array;
};

const knowsNothing: Knowledge = { stateVector: new Uint8Array([0]), answer: () => new Uint8Array([0, 0]) };
/** A saturated peer takes its time when two hundred come. */
const openingMs = 60_000;

export class Client {
  readonly ws: WebSocket;
  readonly clientId = freshClientId();
  isSynced = false;
  /** The close code, when the server ended it. */
  closed: number | null = null;
  bytesHeard = 0;
  readonly #seat: Seat;
  readonly #ears: Ears;
  readonly #knowledge: Knowledge;
  readonly #prefix: Uint8Array;
  /** The newest presence clock heard of each. */
  readonly #present = new Map<number, number>();
  readonly #opened: Promise<void>;
  #clock = 0;
  #acknowledged = 0;

  constructor(seat: Seat, ears: Ears = {}, knowledge: Knowledge = knowsNothing) {
    this.#seat = seat;
    this.#ears = ears;
    this.#knowledge = knowledge;
    this.#prefix = prefixOf(seat.dialect, seat.documentName);
    this.ws = new WebSocket(seat.url, [], { headers: seat.headers, perMessageDeflate: false, skipUTF8Validation: true, maxPayload: 0 });
    this.ws.on("error", () => undefined);
    this.ws.on("message", (data: Buffer) => {
      try {
        this.#hear(data);
      } catch {
        // what a hostile client made the server say; whoever counts will miss it
      }
    });
    this.#opened = new Promise((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error(`${seat.url} did not sync within ${openingMs} ms`)), openingMs);
      this.ws.once("open", () => {
        if (seat.dialect === "hocuspocus") this.say(authFrame());
        if (seat.dialect !== "relay") this.say(step1Frame(knowledge.stateVector));
        this.move();
        if (seat.dialect === "relay") this.#sync(new Uint8Array(0));
      });
      this.ws.once("close", (code) => {
        this.closed = code;
        clearTimeout(patience);
        reject(new Error(`${seat.url} closed with ${code}`));
      });
      this.#synced = () => {
        clearTimeout(patience);
        resolve();
      };
    });
    this.#opened.catch(() => undefined);
  }

  #synced: () => void = () => undefined;

  /** When the document has come. Rejects when the server would not have us. */
  get opened(): Promise<void> {
    return this.#opened;
  }

  say(frame: Uint8Array): void {
    if (this.ws.readyState !== WebSocket.OPEN) return;
    this.ws.send(this.#prefix.length === 0 ? frame : Buffer.concat([this.#prefix, frame]));
  }

  /** The cursor moves; the state is about as long as the editor's. */
  move(): void {
    this.#clock += 1;
    const anchor = { type: null, tname: null, item: { client: this.clientId, clock: this.#clock }, assoc: 0 };
    const state = JSON.stringify({ user: { name: "Forelder", color: "#1d5f8a" }, cursor: { anchor, head: anchor } });
    this.say(awarenessFrame(presenceEntry(this.clientId, this.#clock, state)));
  }

  leave(): void {
    this.ws.close();
  }

  /** Without a goodbye, as when the network goes. */
  drop(): void {
    this.ws.terminate();
  }

  #sync(update: Uint8Array): void {
    if (this.isSynced) return;
    this.isSynced = true;
    this.#ears.synced?.(this, update);
    this.#synced();
  }

  #hear(data: Buffer): void {
    this.bytesHeard += data.length;
    const isPing = this.#prefix.length > 0 && data.length === 1 && data[0] === kinds.ping;
    if (isPing) return this.ws.send(new Uint8Array([kinds.pong]));
    const decoder = decoding.createDecoder(data);
    decoder.pos = this.#prefix.length;
    switch (decoding.readVarUint(decoder)) {
      case kinds.sync: {
        const kind = decoding.readVarUint(decoder);
        const bytes = decoding.readVarUint8Array(decoder);
        if (kind === syncKinds.step1) this.say(step2Frame(this.#knowledge.answer(bytes)));
        else if (kind === syncKinds.step2) this.#sync(bytes);
        else this.#ears.update?.(this, bytes);
        break;
      }
      case kinds.awareness:
        this.#hearPresence(decoding.readVarUint8Array(decoder));
        break;
      case kinds.stored:
        this.#ears.stored?.(this, decoding.readVarUint(decoder));
        break;
      case kinds.syncStatus:
        this.#ears.stored?.(this, (this.#acknowledged += 1));
        break;
    }
  }

  #hearPresence(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    let news = 0;
    const echoes: Uint8Array[] = [];
    const count = decoding.readVarUint(decoder);
    for (let entry = 0; entry < count; entry += 1) {
      const from = decoder.pos;
      const id = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      decoder.pos += length;
      this.#ears.entry?.(this, id, Buffer.from(bytes.subarray(decoder.pos - length, decoder.pos)).toString());
      if (id === this.clientId || clock <= (this.#present.get(id) ?? -1)) continue;
      this.#present.set(id, clock);
      news += 1;
      if (this.#seat.echoes) echoes.push(bytes.subarray(from, decoder.pos));
    }
    if (news === 0) return;
    this.#ears.presence?.(this, news);
    // the stock providers send every change they hear of back to the server
    if (echoes.length === count) this.say(awarenessFrame(bytes));
    else if (echoes.length > 0) this.say(awarenessFrame(Buffer.concat([varUint(echoes.length), ...echoes])));
  }
}

function varUint(number: number): Uint8Array {
  return number < 128 ? new Uint8Array([number]) : new Uint8Array([128 | (number & 127), number >> 7]);
}

/** Opens them a few at a time, as a crowd would come; a herd is opened with `atOnce` of its size. Rejects when more than `mayFail` did not come in. */
export async function openAll(count: number, atOnce: number, open: (index: number) => Client, mayFail = 0): Promise<Client[]> {
  const clients: Client[] = [];
  let failed = 0;
  for (let from = 0; from < count; from += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, count - from) }, (_, index) => open(from + index));
    clients.push(...some);
    await Promise.all(some.map((each) => each.opened.catch((fault: unknown) => {
      failed += 1;
      if (failed > mayFail) throw fault;
    })));
  }
  return clients;
}
