// Who is in a document and where their cursors stand. The server decides who somebody is and when; clients only say where.
import type { PresentPerson } from "../../app/domain/documents/live";
import type { Clock, Timer } from "./clock";
import type { RemotePresence } from "./courier";
import { Malformed, presenceBytes, presenceFrameOf, readPresence } from "./wire";

/** What presence must know of a connection. */
export type Attendant = {
  readonly person: { readonly userId: string };
  /** As the others see them, from the membership of this very moment. */
  presentAs(): PresentPerson;
};

/** `by`: the connection it came over, null when that is lost or elsewhere. `server`: the other server that told us, null for our own. */
type Present = {
  by: Attendant | null; server: string | null; readonly userId: string; state: string | null; said: number; clock: number; leaving: Timer | null;
  /** The highest clock anybody here has been told it with: above `clock` when somebody who came back was told it again. */
  told: number;
  toldAgainAt: number;
  /** As it is told to everybody, made when first needed. */
  bytes: Uint8Array | null;
};
/** What has changed since it was last told: one frame for everybody, and the same without one's own for those it is about. */
export type News = { readonly toAll: Uint8Array; isAbout(attendant: Attendant): boolean; without(attendant: Attendant): Uint8Array | null };

const longestState = 16 * 1024;
/** A client counts its own changes from 0; ours are milliseconds since 1970. What is above this came from us and is an echo. */
const firstServerClock = 1e12;
/** How long somebody whose connection broke is still shown: a blink should not be seen (performance of every peer: 18 s gone). */
const graceMs = 5_000;
/** Cursors ride along with the next edit, when the last ride is this long ago; so long they wait for one: with many people a little longer. */
const rideAfterMs = 15;
const longestWaitMs = { few: 30, many: 100, manyPeople: 20 };
/** How long somebody who is gone is remembered: who they were, so that nobody else takes their id. */
const rememberedAtMost = 10_000;

export class Presence {
  readonly #clock: Clock;
  readonly #present = new Map<number, Present>();
  readonly #idOf = new Map<Attendant, number>();
  /** Of everybody who has said anything: the id that was theirs first, which no other may follow; null while they had none to call theirs. */
  readonly #firstIdOf = new WeakMap<Attendant, number | null>();
  /** Who has been here before, and since when they are back: the stock client keeps the clocks of what it has forgotten, and believes only higher ones. */
  readonly #backSince = new Map<Attendant, number>();
  readonly #changed = new Set<number>();
  readonly #due: () => void;
  /** Changes of our own people, for the other servers. */
  readonly #tellOthers: (entries: readonly RemotePresence[]) => void;
  #timer: Timer | null = null;
  #toldAt = 0;
  #waitsSince = 0;

  /** `due` is called when there is news that should wait no longer. */
  constructor(clock: Clock, due: () => void, tellOthers: (entries: readonly RemotePresence[]) => void) {
    this.#clock = clock;
    this.#due = due;
    this.#tellOthers = tellOthers;
  }

  /** Takes what one connection says about itself, and nothing it says about others. Throws Malformed. */
  hear(by: Attendant, bytes: Uint8Array): void {
    const own = this.#idOf.get(by);
    const said = own === undefined ? -1 : (this.#present.get(own)?.said ?? -1);
    for (const entry of readPresence(bytes, (clientId) => own === undefined || own === clientId)) {
      if (own === undefined && !this.#claims(by, entry.clientId, entry.clock)) continue;
      if (own !== undefined && entry.clock <= said && entry.state !== null) continue;
      this.#set(by, entry.clientId, entry.clock, entry.state === null ? null : signed(entry.state, by.presentAs()));
    }
    if (!this.#firstIdOf.has(by)) this.#firstIdOf.set(by, null);
  }

  /** What another server says of its people. */
  hearOf(server: string, entries: readonly RemotePresence[], isAll: boolean): void {
    for (const entry of entries) {
      const before = this.#present.get(entry.clientId);
      if (before && (before.userId !== entry.userId || before.clock >= entry.clock)) continue;
      // gone from there, and come to us or to a third
      if (entry.state === null && (before?.by || (before?.server ?? server) !== server)) continue;
      if (before?.by) this.#idOf.delete(before.by);
      before?.leaving?.cancel();
      const told = Math.max(entry.clock, (before?.told ?? 0) + 1);
      this.#present.set(entry.clientId, { by: null, server, userId: entry.userId, state: entry.state, said: -1, clock: entry.clock, told, toldAgainAt: 0, leaving: null, bytes: null });
      this.#say(entry.clientId);
    }
    if (!isAll) return;
    const named = new Set(entries.map((entry) => entry.clientId));
    for (const [clientId, present] of this.#present) if (present.server === server && !named.has(clientId)) this.#linger(clientId, present);
  }

  /** The other server closes, or has not been heard of: its people may be on their way here. */
  lose(server: string): void {
    for (const [clientId, present] of this.#present) if (present.server === server) this.#linger(clientId, present);
  }

  /** Our own people, all of them: for a server that has just opened the document. */
  own(): RemotePresence[] {
    return [...this.#present].flatMap(([clientId, { by, userId, state, clock }]) => (by && state !== null ? [{ clientId, clock, state, userId }] : []));
  }

  /** Everybody who is here, but for `without`; null when there is nobody to tell of. */
  everybody(without: Attendant): Uint8Array | null {
    const own = this.#idOf.get(without);
    const backSince = this.#backSince.get(without);
    this.#backSince.delete(without);
    const entries: Uint8Array[] = [];
    for (const [clientId, present] of this.#present) {
      // somebody whose connection broke and who comes back must not be told their own old state
      const isTheirOwn = clientId === own || (present.by === null && present.server === null && present.userId === without.person.userId);
      if (present.state === null || isTheirOwn) continue;
      if (backSince !== undefined && present.toldAgainAt < backSince) this.#tellAgain(present);
      entries.push(bytesOf(clientId, present));
    }
    return entries.length > 0 ? presenceFrameOf(entries) : null;
  }

  /** Whose this id is at this moment, on any server; null when nobody's. */
  ownerOf(clientId: number): string | null {
    const present = this.#present.get(clientId);
    return present && present.state !== null ? present.userId : null;
  }

  /** The connection is gone: at once when it said goodbye, after a while when it broke. */
  leave(by: Attendant, saidGoodbye: boolean): void {
    const clientId = this.#idOf.get(by);
    this.#idOf.delete(by);
    this.#backSince.delete(by);
    const present = clientId === undefined ? undefined : this.#present.get(clientId);
    if (clientId === undefined || present?.by !== by) return;
    present.by = null;
    if (saidGoodbye) this.#remove(clientId, present);
    else this.#linger(clientId, present);
  }

  /** Their name, colour or rights changed: say it again. */
  refresh(by: Attendant): void {
    const clientId = this.#idOf.get(by);
    const present = clientId === undefined ? undefined : this.#present.get(clientId);
    if (clientId === undefined || present?.by !== by || present.state === null) return;
    const state = signed(present.state, by.presentAs());
    if (state !== present.state) this.#set(by, clientId, present.said, state);
  }

  /** What there is to tell, if anything, and if the last time is long enough ago; told once. `now`: however long ago it is. */
  news(now: boolean): News | null {
    if (this.#changed.size === 0 || (!now && this.#clock.now() - this.#toldAt < rideAfterMs)) return null;
    this.#toldAt = this.#clock.now();
    const entries = new Map<number, Uint8Array>();
    const ours: RemotePresence[] = [];
    for (const clientId of this.#changed) {
      const present = this.#present.get(clientId);
      if (!present) continue;
      const { clock, state, userId } = present;
      entries.set(clientId, bytesOf(clientId, present));
      if (present.server === null) ours.push({ clientId, clock, state, userId });
    }
    this.#changed.clear();
    if (ours.length > 0) this.#tellOthers(ours);
    const idOf = this.#idOf;
    return {
      toAll: presenceFrameOf([...entries.values()]),
      isAbout: (attendant) => entries.has(idOf.get(attendant) ?? -1),
      without(attendant) {
        const others = [...entries].filter(([clientId]) => clientId !== idOf.get(attendant)).map(([, bytes]) => bytes);
        return others.length > 0 ? presenceFrameOf(others) : null;
      },
    };
  }

  destroy(): void {
    this.#timer?.cancel();
    for (const present of this.#present.values()) present.leaving?.cancel();
  }

  get #longestWaitMs(): number {
    return this.#idOf.size > longestWaitMs.manyPeople ? longestWaitMs.many : longestWaitMs.few;
  }

  /** One id a connection, and an id belongs to the person who brought it first: also after they have left. */
  #claims(by: Attendant, clientId: number, clock: number): boolean {
    if (this.#idOf.has(by)) return false;
    const first = this.#firstIdOf.get(by);
    // the first thing a page says is about itself, whatever its clock: another server may have raised it
    if (typeof first === "number" ? first !== clientId : first === null && clock >= firstServerClock) return false;
    const present = this.#present.get(clientId);
    if (present && present.userId !== by.person.userId) return false;
    this.#firstIdOf.set(by, clientId);
    if (present) this.#backSince.set(by, this.#clock.now());
    if (present?.by) this.#idOf.delete(present.by);
    this.#idOf.set(by, clientId);
    return true;
  }

  #set(by: Attendant, clientId: number, said: number, state: string | null): void {
    const before = this.#present.get(clientId);
    before?.leaving?.cancel();
    const clock = this.#later(before);
    this.#present.set(clientId, { by, server: null, userId: by.person.userId, state, said, clock, told: clock, toldAgainAt: this.#clock.now(), leaving: null, bytes: null });
    this.#say(clientId);
  }

  /** Not seen to leave yet: they may be back in a moment. */
  #linger(clientId: number, present: Present): void {
    present.server = null;
    present.leaving ??= this.#clock.after(graceMs, () => this.#remove(clientId, present));
  }

  #remove(clientId: number, present: Present): void {
    present.leaving?.cancel();
    present.leaving = null;
    if (present.state === null) return;
    present.state = null;
    present.bytes = null;
    present.told = present.clock = this.#later(present);
    this.#say(clientId);
    this.#forgetOldest();
  }

  /** Above every clock this id has had here, and above what the person's next connection to any server is given. */
  #later(before: Present | undefined): number {
    return Math.max((before?.told ?? 0) + 1, this.#clock.now());
  }

  /** Higher than anybody has heard; the next real change is higher still. */
  #tellAgain(present: Present): void {
    present.told = Math.max(present.told + 1, this.#clock.now());
    present.toldAgainAt = this.#clock.now();
    present.bytes = null;
  }

  #forgetOldest(): void {
    if (this.#present.size <= rememberedAtMost) return;
    for (const [clientId, { state }] of this.#present) {
      if (state === null && !this.#changed.has(clientId)) this.#present.delete(clientId);
      if (this.#present.size <= rememberedAtMost) return;
    }
  }

  #say(clientId: number): void {
    if (this.#changed.size === 0) this.#waitsSince = this.#clock.now();
    this.#changed.add(clientId);
    this.#timer ??= this.#lookAgainIn(this.#longestWaitMs);
  }

  /** A timer that is started and stopped at every key would wake the machine as often: this one runs on, and looks whether it is still needed. */
  #lookAgainIn(ms: number): Timer {
    return this.#clock.after(ms, () => {
      this.#timer = null;
      if (this.#changed.size === 0) return;
      const leftMs = this.#longestWaitMs - (this.#clock.now() - this.#waitsSince);
      if (leftMs > 0) this.#timer = this.#lookAgainIn(leftMs);
      else this.#due();
    });
  }
}

function bytesOf(clientId: number, present: Present): Uint8Array {
  present.bytes ??= presenceBytes({ clientId, clock: present.told, state: present.state });
  return present.bytes;
}

/** The state with the server's name for the person in it, whatever the client called itself. */
function signed(state: string, user: PresentPerson): string {
  if (state.length > longestState) throw new Malformed("a presence too large");
  let said: unknown;
  try {
    said = JSON.parse(state);
  } catch {
    throw new Malformed("a presence that is no JSON");
  }
  if (typeof said !== "object" || said === null || Array.isArray(said)) throw new Malformed("a presence that is no object");
  return JSON.stringify({ ...said, user });
}
