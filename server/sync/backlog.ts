// What waits for the disk: when it is too much, nobody is read from until the disk has caught up.
import type { Connection } from "./connection";

const limitBytes = 32 * 1024 * 1024;

export class Backlog {
  #bytes = 0;
  #paused: readonly Connection[] = [];

  grow(bytes: number, connections: Iterable<Connection>): void {
    this.#bytes += bytes;
    if (this.#bytes <= limitBytes || this.#paused.length > 0) return;
    this.#paused = [...connections];
    for (const connection of this.#paused) connection.pause();
  }

  shrink(bytes: number): void {
    this.#bytes -= bytes;
    if (this.#bytes >= limitBytes / 2) return;
    for (const connection of this.#paused) connection.resume();
    this.#paused = [];
  }
}
