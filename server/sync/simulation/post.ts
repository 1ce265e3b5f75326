// Virtual Redis: parcels between servers, lost, late, twice and out of order, or all gone for a while.
import type { DocumentId } from "../../../app/domain/ids";
import type { Courier, Parcel } from "../courier";
import type { Chance } from "./chance";
import type { Process, Timeline } from "./timeline";
import type { Weather } from "./weather";

type Listener = { readonly process: Process; readonly documentId: DocumentId; readonly hear: (parcel: Parcel, from: string) => void };

export class Post {
  readonly #timeline: Timeline;
  readonly #chance: Chance;
  readonly #weather: Weather;
  readonly #listeners = new Set<Listener>();

  constructor(timeline: Timeline, chance: Chance, weather: Weather) {
    this.#timeline = timeline;
    this.#chance = chance;
    this.#weather = weather;
  }

  courierFor(process: Process): Courier {
    return {
      listen: (documentId, hear) => {
        const listener = { process, documentId, hear };
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
      send: (documentId, parcel) => {
        for (const listener of this.#listeners) {
          if (listener.documentId === documentId && listener.process !== process && !listener.process.isDead) {
            this.carry(() => {
              if (this.#listeners.has(listener)) listener.hear(parcel, process.name);
            }, listener.process);
          }
        }
      },
      isUp: () => !this.#weather.isRedisGone,
      close: () => {
        for (const listener of this.#listeners) if (listener.process === process) this.#listeners.delete(listener);
        return Promise.resolve();
      },
    };
  }

  /** Brings anything to another server, as well as the weather lets it. */
  carry(arrive: () => void, to: Process): void {
    if (this.#weather.isRedisGone || this.#chance.happens(this.#weather.parcelLost)) return;
    const copies = this.#chance.happens(this.#weather.parcelTwice) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) this.#timeline.after(this.#chance.delay(this.#weather.parcelTakes), to, arrive);
  }
}
