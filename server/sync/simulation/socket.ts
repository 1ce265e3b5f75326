// One virtual WebSocket: frames arrive in order or not at all, late, or wait while the other end does not read; it is cut without a word.
import type { CloseCode } from "../../../app/domain/documents/live";
import type { Line } from "../line";
import type { Chance } from "./chance";
import type { Process, Timeline } from "./timeline";
import { unframed } from "./unframed";
import type { Weather } from "./weather";

export type World = { readonly timeline: Timeline; readonly chance: Chance; readonly weather: Weather };

export type ClientEnd = {
  opened(socket: Socket): void;
  heard(socket: Socket, message: Uint8Array): void;
  /** 1006: without a goodbye. */
  closed(socket: Socket, code: number): void;
};

export type ServerEnd = { frame(frame: Uint8Array): void; pong(): void; closed(code: number): void; drained(): void };

type Item = { readonly atMs: number } & (
  | { readonly kind: "frames"; readonly bytes: Uint8Array }
  | { readonly kind: "pong" | "ping" }
  | { readonly kind: "close"; readonly code: number }
);
type ItemBody = Item extends infer Each ? (Each extends Item ? Omit<Each, "atMs"> : never) : never;

/** So much unread before the operating system says that there is room again. */
const highWater = 64 * 1024;
const goodbyeMs = 3_000;

export class Socket implements Line {
  readonly server: Process;
  readonly #world: World;
  readonly #client: ClientEnd;
  #seat: ServerEnd | null = null;
  /** On their way to the server, and to the client; held back while the client does not read. */
  #up: Item[] = [];
  #down: Item[] = [];
  #held: ItemBody[] = [];
  #isPaused = false;
  /** Frames that came in one piece with the last one are read although it is paused. */
  #slack = 0;
  #isStalled = false;
  #heldBytes = 0;
  /** Small buffers on the way: each byte counts as so many. */
  #weight = 1;
  #isCut = false;
  isClosedByServer = false;
  #isGoneForServer = false;
  #isGoneForClient = false;

  constructor(world: World, server: Process, client: ClientEnd) {
    this.#world = world;
    this.server = server;
    this.#client = client;
  }

  /** The server has let it in. */
  seat(end: ServerEnd): void {
    this.#seat = end;
  }

  open(): void {
    this.#world.timeline.after(this.#latency(), null, () => {
      if (!this.#isGoneForClient && !this.#isCut) this.#client.opened(this);
    });
  }

  /** Gone before it was let in. */
  get isLost(): boolean {
    return this.#isGoneForServer;
  }

  /** The client sends. */
  send(frame: Uint8Array): void {
    if (!this.#isGoneForClient) this.#push(this.#up, { kind: "frames", bytes: frame });
  }

  /** The client says goodbye and is gone. */
  leave(): void {
    if (this.#isGoneForClient) return;
    this.#push(this.#up, { kind: "close", code: 1005 });
    this.#isGoneForClient = true;
    this.#seeNothing();
  }

  /** Nobody is there. */
  refuse(): void {
    this.#world.timeline.after(this.#latency(), null, () => this.#goneForClient(1006));
  }

  /** The client loses patience: nobody answers. */
  abandon(): void {
    this.#isGoneForClient = true;
    this.cut();
  }

  /** What is on the way is lost from some point on. Either side may hear of it soon, late, or find out by itself. */
  cut(): void {
    if (this.#isCut) return;
    const { chance, timeline } = this.#world;
    this.#isCut = true;
    this.#up.length = chance.between(0, this.#up.length);
    this.#down.length = chance.between(0, this.#down.length);
    this.#held = [];
    if (chance.happens(0.7)) timeline.after(chance.delay({ usualMs: 100, worstMs: 8_000 }), null, () => this.#goneForServer(1006));
    if (chance.happens(0.8)) timeline.after(chance.delay({ usualMs: 100, worstMs: 8_000 }), null, () => this.#goneForClient(1006));
  }

  /** The client stops reading, or begins again. */
  stall(isStalled: boolean, weight = 1): void {
    if (this.#isStalled === isStalled) return;
    this.#isStalled = isStalled;
    if (isStalled) {
      this.#weight = weight;
      return;
    }
    const mustTell = this.#heldBytes * this.#weight >= highWater;
    this.#heldBytes = 0;
    for (const item of this.#held.splice(0)) this.#push(this.#down, item);
    if (mustTell) this.#world.timeline.after(0, this.server, () => this.#isGoneForServer || this.#seat?.drained());
  }

  write(frames: Uint8Array): void {
    if (!this.isClosedByServer) this.#sendDown({ kind: "frames", bytes: frames });
  }

  get unread(): number {
    return this.#heldBytes * this.#weight;
  }

  pause(): void {
    if (this.#isPaused) return;
    this.#isPaused = true;
    this.#slack = this.#world.chance.happens(0.3) ? this.#world.chance.between(1, 3) : 0;
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#world.timeline.after(0, null, () => this.#arriveUp());
  }

  ping(): void {
    if (!this.isClosedByServer) this.#sendDown({ kind: "ping" });
  }

  close(code: CloseCode): void {
    if (this.isClosedByServer) return;
    this.isClosedByServer = true;
    this.resume();
    this.#sendDown({ kind: "close", code });
    this.#world.timeline.after(goodbyeMs, null, () => this.terminate());
  }

  terminate(): void {
    this.isClosedByServer = true;
    if (this.#isGoneForServer || this.server.isDead) return;
    this.#up = [];
    this.#held = [];
    this.#world.timeline.after(0, null, () => this.#goneForServer(1006));
    if (!this.#isCut) this.#world.timeline.after(this.#latency(), null, () => this.#goneForClient(1006));
    this.#isCut = true;
  }

  #sendDown(item: ItemBody): void {
    if (!this.#isStalled) return this.#push(this.#down, item);
    this.#held.push(item);
    if (item.kind === "frames") this.#heldBytes += item.bytes.length;
  }

  #push(queue: Item[], item: ItemBody): void {
    if (this.#isCut) return;
    const { timeline } = this.#world;
    const atMs = Math.max(queue[queue.length - 1]?.atMs ?? 0, timeline.nowMs + this.#latency());
    queue.push({ ...item, atMs });
    timeline.after(atMs - timeline.nowMs, null, queue === this.#up ? () => this.#arriveUp() : () => this.#arriveDown());
  }

  #arriveUp(): void {
    while (this.#up[0] && this.#up[0].atMs <= this.#world.timeline.nowMs) {
      if (this.server.isDead || this.#isGoneForServer) return;
      if (this.#isPaused && (this.#slack -= 1) < 0) return;
      const item = this.#up.shift() as Item;
      if (item.kind === "frames") this.#seat?.frame(item.bytes);
      else if (item.kind === "pong") this.#seat?.pong();
      else if (item.kind === "close") this.#goneForServer(item.code);
    }
  }

  #arriveDown(): void {
    while (this.#down[0] && this.#down[0].atMs <= this.#world.timeline.nowMs && !this.#isGoneForClient) {
      const item = this.#down.shift() as Item;
      if (item.kind === "frames") for (const message of unframed(item.bytes)) this.#client.heard(this, message);
      else if (item.kind === "ping") this.#push(this.#up, { kind: "pong" });
      else if (item.kind === "close") {
        this.#push(this.#up, { kind: "close", code: item.code });
        this.#goneForClient(item.code);
      }
    }
  }

  #goneForServer(code: number): void {
    if (this.#isGoneForServer || this.server.isDead) return;
    this.#isGoneForServer = true;
    this.isClosedByServer = true;
    this.#seat?.closed(code);
  }

  #goneForClient(code: number): void {
    if (this.#isGoneForClient) return;
    this.#isGoneForClient = true;
    this.#seeNothing();
    this.#client.closed(this, code);
  }

  #seeNothing(): void {
    this.#down = [];
    this.#held = [];
    this.#heldBytes = 0;
  }

  #latency(): number {
    return this.#world.chance.delay(this.#world.weather.networkTakes);
  }
}
