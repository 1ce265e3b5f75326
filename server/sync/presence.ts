// Who is in a document and where their cursors stand. The server decides who somebody is and when; clients only say where.
import type { PresentPerson } from "../../app/domain/documents/live";
import { Malformed, presenceFrame, readPresence, type PresenceEntry } from "./wire";

/** What presence must know of a connection. */
export type Attendant = {
  readonly person: { readonly userId: string };
  /** As the others see them, from the membership of this very moment. */
  presentAs(): PresentPerson;
};

type Present = { by: Attendant | null; readonly userId: string; state: string | null; said: number; clock: number; leaving: NodeJS.Timeout | null };

const longestState = 16 * 1024;
/** A client counts its own changes from 0; ours are milliseconds since 1970. What is above this came from us and is an echo. */
const firstServerClock = 1e12;
/** How long somebody whose connection broke is still shown: a blink should not be seen (performance of every peer: 18 s gone). */
const graceMs = 5_000;
const gatherMs = 30;

export class Presence {
  readonly #present = new Map<number, Present>();
  readonly #idOf = new Map<Attendant, number>();
  readonly #changed = new Set<number>();
  readonly #spread: (frameWithout: (attendant: Attendant) => Uint8Array | null) => void;
  #timer: NodeJS.Timeout | null = null;

  /** `spread` is called with what to send to each attendant: everything that changed but their own. */
  constructor(spread: (frameWithout: (attendant: Attendant) => Uint8Array | null) => void) {
    this.#spread = spread;
  }

  /** Takes what one connection says about itself, and nothing it says about others. Throws Malformed. */
  hear(by: Attendant, bytes: Uint8Array): void {
    for (const entry of readPresence(bytes)) {
      if (!this.#claims(by, entry)) continue;
      const present = this.#present.get(entry.clientId);
      if (present?.by === by && entry.clock <= present.said && entry.state !== null) continue;
      this.#set(by, entry.clientId, entry.clock, entry.state === null ? null : signed(entry.state, by.presentAs()));
    }
  }

  /** Everybody who is here, but for `without`; null when there is nobody to tell of. */
  everybody(without: Attendant): Uint8Array | null {
    const ids = [...this.#present].flatMap(([id, { state, by, userId }]) => {
      // somebody whose connection broke and who comes back must not be told their own old state
      const isTheirOwn = by === null && userId === without.person.userId;
      return state === null || isTheirOwn ? [] : [id];
    });
    return this.#frame(ids, without);
  }

  /** The connection is gone: at once when it said goodbye, after a while when it broke. */
  leave(by: Attendant, saidGoodbye: boolean): void {
    const clientId = this.#idOf.get(by);
    this.#idOf.delete(by);
    const present = clientId === undefined ? undefined : this.#present.get(clientId);
    if (clientId === undefined || present?.by !== by) return;
    present.by = null;
    if (saidGoodbye) this.#remove(clientId, present);
    else present.leaving = setTimeout(() => this.#remove(clientId, present), graceMs);
  }

  /** Their name, colour or rights changed: say it again. */
  refresh(by: Attendant): void {
    const clientId = this.#idOf.get(by);
    const present = clientId === undefined ? undefined : this.#present.get(clientId);
    if (clientId === undefined || present?.by !== by || present.state === null) return;
    const state = signed(present.state, by.presentAs());
    if (state !== present.state) this.#set(by, clientId, present.said, state);
  }

  destroy(): void {
    if (this.#timer) clearTimeout(this.#timer);
    for (const present of this.#present.values()) if (present.leaving) clearTimeout(present.leaving);
  }

  /** One id a connection, and an id belongs to the person who brought it first: also after they have left. */
  #claims(by: Attendant, { clientId, clock }: PresenceEntry): boolean {
    const own = this.#idOf.get(by);
    if (own !== undefined) return own === clientId;
    const present = this.#present.get(clientId);
    if (present ? present.userId !== by.person.userId : clock >= firstServerClock) return false;
    if (present?.by) this.#idOf.delete(present.by);
    this.#idOf.set(by, clientId);
    return true;
  }

  #set(by: Attendant, clientId: number, said: number, state: string | null): void {
    const before = this.#present.get(clientId);
    if (before?.leaving) clearTimeout(before.leaving);
    const clock = Math.max((before?.clock ?? 0) + 1, Date.now());
    this.#present.set(clientId, { by, userId: by.person.userId, state, said, clock, leaving: null });
    this.#say(clientId);
  }

  #remove(clientId: number, present: Present): void {
    present.leaving = null;
    if (present.state === null) return;
    present.state = null;
    present.clock = Math.max(present.clock + 1, Date.now());
    this.#say(clientId);
  }

  #say(clientId: number): void {
    this.#changed.add(clientId);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const ids = [...this.#changed];
      this.#changed.clear();
      const toAll = this.#frame(ids, null);
      this.#spread((attendant) => {
        const own = this.#idOf.get(attendant);
        return own !== undefined && ids.includes(own) ? this.#frame(ids, attendant) : toAll;
      });
    }, gatherMs);
  }

  #frame(ids: readonly number[], without: Attendant | null): Uint8Array | null {
    const own = without ? this.#idOf.get(without) : undefined;
    const entries = ids.flatMap((clientId): PresenceEntry[] => {
      const present = this.#present.get(clientId);
      return present && clientId !== own ? [{ clientId, clock: present.clock, state: present.state }] : [];
    });
    return entries.length > 0 ? presenceFrame(entries) : null;
  }
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
