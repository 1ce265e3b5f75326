// One virtual server: the real hall on virtual ground. It can be killed, which takes all its memory, or told to close.
import { closeCodes } from "../../../app/domain/documents/live";
import type { DocumentId } from "../../../app/domain/ids";
import type { Notice } from "../../bulletin";
import { Connection } from "../connection";
import { Hall, type Verdict } from "../hall";
import type { Line } from "../line";
import { noMeter } from "../meter";
import type { Disk } from "./disk";
import { plantedGround, plantedVerdict, type Plant } from "./plants";
import type { Post } from "./post";
import { actorOf, thing, type Person } from "./rights";
import { Socket, type ClientEnd, type World } from "./socket";
import { virtualStore } from "./store";
import { Process } from "./timeline";
import { framed } from "../wire";
import type { Followed, Witness } from "./witness";
import { virtualWorkshop } from "./workshop";

export type ServerParts = {
  readonly world: World; readonly disk: Disk; readonly post: Post; readonly witness: Witness; readonly plant: Plant | null;
  /** The log names what should never happen: that is a fault too. */
  readonly people: ReadonlyMap<string, Person>;
};

/** Who knocks, and at which document. */
export type Visiting = ClientEnd & { readonly person: Person; readonly documentId: DocumentId };

const quietMs = 2_000;
/** What was to happen in a moment anyway may still happen after a server has closed, and do nothing. */
const lastTimersMs = 1_000;
/** What the engine logs as an error although nothing but the weather is to blame. */
const weatherWords = /could not be (stored|stored together|read|opened)|never stored|could not be done/;

export class Server {
  readonly process: Process;
  readonly hall: Hall;
  isClosed = false;
  readonly #parts: ServerParts;
  readonly #seats = new Map<Connection, Followed>();
  readonly #sockets = new Set<Socket>();

  constructor(name: string, skewMs: number, parts: ServerParts) {
    this.#parts = parts;
    const { world, disk, post, witness, plant } = parts;
    this.process = new Process(name, skewMs);
    const log = {
      info: () => undefined,
      warn: (_facts: object, words: string) => world.timeline.note(() => `${name} warns: ${words}`),
      error: (facts: Record<string, unknown>, words: string) => {
        world.timeline.note(() => `${name} says: ${words} (${String(facts.err)})`);
        if (!weatherWords.test(words)) witness.blame(`${name} says: ${words}: ${facts.err instanceof Error ? facts.err.stack : ""}`);
      },
    };
    const ground = plantedGround(plant, disk, {
      clock: world.timeline.clockOf(this.process), store: virtualStore({ ...world, disk, process: this.process }),
      workshop: virtualWorkshop(world, this.process), courier: post.courierFor(this.process), meter: noMeter, log,
    });
    this.hall = new Hall({
      ground, quietMs, isShared: true, judge: (connection) => this.#judge(connection),
      onSettled: () => new Promise((resolve, reject) => {
        const isFailing = world.chance.happens(world.weather.rightsFail);
        world.timeline.after(world.chance.delay(world.weather.storeTakes), this.process, () => (isFailing ? reject(new Error("it could not be settled")) : resolve()));
      }),
    });
  }

  /** A page knocks: it is let in when its person may come, which takes a moment to find out. */
  connect(page: Visiting): Socket {
    const { world, witness } = this.#parts;
    const socket = new Socket(world, this.process, page);
    this.#sockets.add(socket);
    const { person, documentId } = page;
    const delay = () => world.chance.delay(world.weather.networkTakes);
    world.timeline.after(delay(), null, () => {
      if (this.process.isDead || this.hall.isClosing) return socket.refuse();
      const rightsAsked = this.hall.rightsChanged;
      world.timeline.after(world.chance.delay(world.weather.storeTakes), this.process, () => {
        const knownVersion = person.version;
        const actor = actorOf(person);
        world.timeline.after(world.chance.delay(world.weather.storeTakes), this.process, () => {
          if (socket.isLost) return;
          socket.open();
          if (this.hall.isClosing) return socket.close(closeCodes.restarting);
          if (!actor) return socket.close(closeCodes.accessEnded);
          const refusal = this.hall.refusal(person.visitor.userId, documentId);
          if (refusal !== null) return socket.close(refusal);
          const followed: Followed = { documentId, person, knownVersion, writes: [], undecided: [], told: 0 };
          const arrival = { documentId, person: person.visitor, actor, thing, headers: new Headers(), wantsStored: true } as const;
          witness.guard(() => this.#seat(socket, new Connection(this.#line(socket, followed), arrival, { clock: world.timeline.clockOf(this.process), meter: noMeter }), followed, rightsAsked));
        });
      });
    });
    return socket;
  }

  tell(notice: Notice & { readonly kind: "membershipChanged" | "documentWritten" }): void {
    if (this.process.isDead) return;
    if (notice.kind === "membershipChanged") {
      for (const followed of this.#seats.values()) if (followed.person.visitor.userId === notice.userId) followed.knownVersion = followed.person.version;
    }
    this.hall.hear(notice);
  }

  /** The person may write again: what waits with connections that still stand may count. */
  mayWriteAgain(person: Person): void {
    for (const followed of this.#seats.values()) if (followed.person === person) this.#parts.witness.mayWriteAgain(followed);
  }

  /** `kill -9`, or the power. */
  crash(): void {
    this.process.isDead = true;
    for (const socket of this.#sockets) socket.cut();
    this.#sockets.clear();
    this.#seats.clear();
  }

  /** `mustBeClean`: nothing keeps it from storing all that has come, and from leaving no trace. */
  close(mustBeClean: boolean): void {
    const { witness } = this.#parts;
    // whose server has not heard yet that they may write now sends it again to the next one
    const come = [...this.#seats.values()]
      .filter(({ person, knownVersion }) => person.standing === "writer" && knownVersion === person.version)
      .map((followed) => ({ followed, writes: [...followed.writes] }));
    const closed = () => {
      this.isClosed = true;
      if (!mustBeClean) return this.crash();
      for (const { followed, writes } of come) witness.mustHave(followed, writes);
      this.#parts.world.timeline.after(lastTimersMs, null, () => {
        if (this.process.timers.size > 0) witness.blame(`${this.process.name} has closed and left ${this.process.timers.size} timers`);
        this.crash();
      });
    };
    void this.hall.close().then(closed, (fault: unknown) => witness.blame(`${this.process.name} could not close: ${String(fault)}`));
  }

  #seat(socket: Socket, connection: Connection, followed: Followed, rightsAsked: number): void {
    const { witness, plant } = this.#parts;
    const room = this.hall.enter(followed.documentId, connection);
    this.#seats.set(connection, followed);
    socket.seat({
      frame: (frame) => {
        witness.arrived(followed, frame);
        if (plant === "shownTooEarly") this.#showAtOnce(followed, frame);
        witness.guard(() => connection.arrived(frame));
      },
      pong: () => connection.isAlive(),
      drained: () => plant === "drainUnheard" || witness.guard(() => room.drained(connection)),
      closed: (code) => {
        this.#seats.delete(connection);
        this.#sockets.delete(socket);
        if (plant === "brokenLinesStay" && code === 1006) return;
        witness.guard(() => this.hall.leave(room, connection, code !== 1006));
      },
    });
    if (this.hall.rightsChanged !== rightsAsked) void this.hall.judge(connection);
  }

  #showAtOnce(from: Followed, frame: Uint8Array): void {
    if (frame[0] !== 0 || frame[1] === 0) return;
    for (const [connection, followed] of this.#seats) if (followed !== from && followed.documentId === from.documentId) connection.send(framed(frame));
  }

  #line(socket: Socket, followed: Followed): Line {
    const { witness } = this.#parts;
    return {
      write: (frames) => {
        if (!socket.isClosedByServer) witness.shown(followed, frames);
        socket.write(frames);
      },
      get unread() {
        return socket.unread;
      },
      pause: () => socket.pause(), resume: () => socket.resume(), ping: () => socket.ping(),
      close: (code) => socket.close(code), terminate: () => socket.terminate(),
    };
  }

  #judge(connection: Connection): Promise<Verdict> {
    const { world, people, plant } = this.#parts;
    const { chance, weather, timeline } = world;
    return new Promise((resolve, reject) => {
      timeline.after(chance.delay(weather.storeTakes), this.process, () => {
        const person = people.get(connection.person.userId) as Person;
        const isFailing = chance.happens(weather.rightsFail) || weather.isDatabaseGone;
        const verdict = plantedVerdict(plant, connection, { actor: actorOf(person) });
        const followed = this.#seats.get(connection);
        if (followed && !isFailing) followed.knownVersion = person.version;
        timeline.after(chance.delay(weather.storeTakes), this.process, () => (isFailing ? reject(new Error("no database")) : resolve(verdict)));
      });
    });
  }
}
