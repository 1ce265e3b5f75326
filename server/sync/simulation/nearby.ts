// Who a virtual page sees around it: the rules of y-protocols' Awareness, in virtual time.
import { presenceFrame, readPresence, type PresenceEntry } from "../wire";

const renewMs = 15_000;
const outdatedMs = 30_000;

export class Nearby {
  readonly clientId: number;
  readonly states = new Map<number, string>();
  readonly #met = new Map<number, { clock: number; atMs: number }>();

  constructor(clientId: number) {
    this.clientId = clientId;
  }

  /** Null: not to be seen any more. */
  say(state: string | null, nowMs: number): void {
    const clock = (this.#met.get(this.clientId)?.clock ?? -1) + 1;
    if (state === null) this.states.delete(this.clientId);
    else this.states.set(this.clientId, state);
    this.#met.set(this.clientId, { clock, atMs: nowMs });
  }

  /** Answers whose entry that changed: the stock client sends these back. */
  hear(bytes: Uint8Array, nowMs: number): number[] {
    const changed: number[] = [];
    for (const { clientId, clock, state } of readPresence(bytes)) {
      const known = this.#met.get(clientId)?.clock ?? 0;
      if (clock < known || (clock === known && !(state === null && this.states.has(clientId)))) continue;
      const isDenied = state === null && clientId === this.clientId && this.states.has(clientId);
      if (!isDenied && state === null) this.states.delete(clientId);
      else if (state !== null) this.states.set(clientId, state);
      this.#met.set(clientId, { clock: isDenied ? clock + 1 : clock, atMs: nowMs });
      changed.push(clientId);
    }
    return changed;
  }

  /** Called every three seconds: says again what is getting old, forgets who has not been heard of. Answers what changed. */
  look(nowMs: number): number[] {
    const changed: number[] = [];
    for (const [clientId, { atMs }] of this.#met) {
      const state = this.states.get(clientId);
      if (state === undefined) continue;
      if (clientId === this.clientId && nowMs - atMs >= renewMs) this.say(state, nowMs);
      else if (clientId !== this.clientId && nowMs - atMs >= outdatedMs) this.states.delete(clientId);
      else continue;
      changed.push(clientId);
    }
    return changed;
  }

  /** The line is gone: nobody but oneself is seen. */
  forgetOthers(): void {
    for (const clientId of this.states.keys()) if (clientId !== this.clientId) this.states.delete(clientId);
  }

  frame(clientIds: readonly number[]): Uint8Array {
    return presenceFrame(
      clientIds.map((clientId): PresenceEntry => ({ clientId, clock: this.#met.get(clientId)?.clock ?? 0, state: this.states.get(clientId) ?? null })),
    );
  }
}
