// Numbers that others keep, read when somebody looks: what counts ten thousand times a second is a variable, not a call into a library.
import { Counter, Gauge, type Registry } from "prom-client";

export function counter(registry: Registry, name: string, help: string, read: () => number): void {
  new Counter({
    name, help, registers: [registry],
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}

/** One counter with a line for each name in `read()`, under the label `label`. */
export function countersBy(registry: Registry, name: string, help: string, label: string, read: () => Iterable<readonly [string, number]>): void {
  new Counter({
    name, help, registers: [registry], labelNames: [label],
    collect() {
      this.reset();
      for (const [of, count] of read()) this.inc({ [label]: of }, count);
    },
  });
}

/** Null: not known just now. The number is left out then, rather than given as nought. */
export function gauge(registry: Registry, name: string, help: string, read: () => number | null | Promise<number | null>): void {
  new Gauge({
    name, help, registers: [registry],
    async collect() {
      const value = await read();
      if (value === null) this.remove();
      else this.set(value);
    },
  });
}
