// A client with a real document and real awareness, which does what the providers do, coming back by itself too: for the suites that ask what is kept
// and who sees whom. The light client cannot tell.
import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import * as Y from "yjs";
import type { Seat } from "../contenders";
import { authFrame, awarenessFrame, kinds, prefixOf, step1Frame, step2Frame, syncKinds, updateFrame } from "./frames";

type AwarenessChange = { readonly added: number[]; readonly updated: number[]; readonly removed: number[] };

export class Person {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  ws: WebSocket | null = null;
  isSynced = false;
  /** Writes of the present connection that were sent, and how many of them the server said are stored, or acknowledged. */
  sent = 0;
  stored = 0;
  /** Close codes, in order. */
  readonly closings: number[] = [];
  /** Messages that could not be taken in. */
  faults = 0;
  onStored: () => void = () => undefined;
  onSent: () => void = () => undefined;
  readonly #seat: () => Seat;
  readonly #prefix: Uint8Array;
  readonly #comesBack: boolean;
  #isGone = false;
  #backoffMs = 100;
  #syncedOnce: () => void = () => undefined;
  readonly synced = new Promise<void>((resolve) => (this.#syncedOnce = resolve));

  constructor(seat: Seat | (() => Seat), { comesBack = true, state = { user: { name: "Forelder", color: "#1d5f8a" } } as Record<string, unknown> } = {}) {
    this.#seat = typeof seat === "function" ? seat : () => seat;
    this.#comesBack = comesBack;
    const { dialect, documentName } = this.#seat();
    this.#prefix = prefixOf(dialect, documentName);
    this.awareness.setLocalState(state);
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      if (this.#say(updateFrame(update))) this.#countSent();
    });
    this.awareness.on("update", ({ added, updated, removed }: AwarenessChange, origin: unknown) => {
      const changed = [...added, ...updated, ...removed];
      if (this.#seat().echoes || (origin !== this && changed.includes(this.doc.clientID))) this.#sayPresence(this.#seat().echoes ? changed : [this.doc.clientID]);
    });
    this.connect();
  }

  connect(): void {
    const seat = this.#seat();
    const ws = new WebSocket(seat.url, [], { headers: seat.headers, perMessageDeflate: false, maxPayload: 0 });
    this.ws = ws;
    ws.on("error", () => undefined);
    ws.on("open", () => {
      this.#backoffMs = 100;
      this.sent = 0;
      this.stored = 0;
      if (seat.dialect === "hocuspocus") this.#say(authFrame());
      if (seat.dialect === "relay") this.#sync();
      else this.#say(step1Frame(Y.encodeStateVector(this.doc)));
      this.#sayPresence([this.doc.clientID]);
    });
    ws.on("message", (data: Buffer) => {
      if (this.ws !== ws) return;
      try {
        this.#hear(data);
      } catch {
        // in a browser, too, a message that cannot be taken in ends nothing but itself
        this.faults += 1;
      }
    });
    ws.on("close", (code) => {
      this.closings.push(code);
      if (this.ws !== ws) return;
      this.ws = null;
      this.isSynced = false;
      removeAwarenessStates(this.awareness, [...this.awareness.getStates().keys()].filter((id) => id !== this.doc.clientID), this);
      const isForGood = this.#isGone || !this.#comesBack || (code >= 4400 && code <= 4499);
      if (isForGood) return;
      setTimeout(() => !this.#isGone && this.connect(), this.#backoffMs);
      this.#backoffMs = Math.min(2_500, this.#backoffMs * 2);
    });
  }

  /** The network goes without a goodbye; back after so long. */
  blink(ms: number): void {
    this.#backoffMs = ms;
    this.ws?.terminate();
  }

  /** Stops reading, or reads on. */
  stall(isStalled: boolean): void {
    if (isStalled) this.ws?.pause();
    else this.ws?.resume();
  }

  leave(): void {
    this.#isGone = true;
    this.ws?.terminate();
    this.awareness.destroy();
    this.doc.destroy();
  }

  #say(frame: Uint8Array): boolean {
    if (this.ws?.readyState !== WebSocket.OPEN) return false;
    this.ws.send(this.#prefix.length === 0 ? frame : Buffer.concat([this.#prefix, frame]));
    return true;
  }

  #countSent(): void {
    this.sent += 1;
    this.onSent();
  }

  #sayPresence(ids: number[]): void {
    this.#say(awarenessFrame(encodeAwarenessUpdate(this.awareness, ids)));
  }

  #sync(): void {
    this.isSynced = true;
    this.#syncedOnce();
  }

  #hear(data: Buffer): void {
    if (this.#prefix.length > 0 && data.length === 1 && data[0] === kinds.ping) return this.ws?.send(new Uint8Array([kinds.pong]));
    const decoder = decoding.createDecoder(data);
    decoder.pos = this.#prefix.length;
    switch (decoding.readVarUint(decoder)) {
      case kinds.sync: {
        const kind = decoding.readVarUint(decoder);
        const bytes = decoding.readVarUint8Array(decoder);
        if (kind === syncKinds.step1) {
          if (this.#say(step2Frame(Y.encodeStateAsUpdate(this.doc, bytes)))) this.#countSent();
        } else {
          Y.applyUpdate(this.doc, bytes, this);
          if (kind === syncKinds.step2) this.#sync();
        }
        break;
      }
      case kinds.awareness:
        applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this);
        break;
      case kinds.stored:
        this.stored = decoding.readVarUint(decoder);
        this.onStored();
        break;
      case kinds.syncStatus:
        this.stored += 1;
        this.onStored();
        break;
    }
  }
}
