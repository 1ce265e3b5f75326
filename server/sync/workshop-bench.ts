// One place to work in the workshop: a thread that does one job at a time, begun when there is something to do and let go when there is not.
import { Worker } from "node:worker_threads";
import type { Log } from "../log";
import { goods, packed, type Answer, type Order } from "./workshop-crate";

export type BenchLimits = {
  /** A job that takes longer is given up. */
  readonly timeLimitMs: number;
  /** Of the thread's own heap. */
  readonly memoryMb: number;
  /** An idle thread is let go after this. */
  readonly idleMs: number;
};

type Job = { readonly pieces: readonly Uint8Array[]; readonly stateVector: Uint8Array | null; resolve(result: unknown): void; reject(fault: Error): void };

export class Bench {
  readonly #script: URL | string;
  readonly #log: Log;
  readonly #limits: BenchLimits;
  readonly #waiting: Job[] = [];
  #job: Job | null = null;
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(script: URL | string, log: Log, limits: BenchLimits) {
    this.#script = script;
    this.#log = log;
    this.#limits = limits;
  }

  /** A diff when there is a state vector, else a compaction. Jobs come in order. */
  async order(pieces: readonly Uint8Array[], stateVector: Uint8Array | null): Promise<unknown> {
    if (this.#isClosed) throw new Error("the workshop is closed");
    return new Promise((resolve, reject) => {
      this.#waiting.push({ pieces: [...pieces], stateVector, resolve, reject });
      if (!this.#job) this.#begin();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of [...(this.#job ? [this.#job] : []), ...this.#waiting.splice(0)]) job.reject(new Error("the workshop is closed"));
    this.#job = null;
    await this.#letGo();
  }

  #begin(): void {
    const job = this.#waiting.shift();
    if (!job) return this.#rest();
    this.#job = job;
    this.#wait(this.#limits.timeLimitMs, () => this.#giveUp("it took too long"));
    try {
      this.#worker ??= this.#hire();
      this.#worker.ref();
      const crate = packed(job.pieces);
      const order: Order = job.stateVector ? { kind: "diff", crate, stateVector: new Uint8Array(job.stateVector) } : { kind: "compact", crate };
      this.#worker.postMessage(order, goods(order));
    } catch (fault) {
      this.#giveUp(codeOf(fault));
    }
  }

  /** Nothing to do keeps neither the process alive nor memory taken. */
  #rest(): void {
    this.#worker?.unref();
    this.#wait(this.#limits.idleMs, () => void this.#letGo());
  }

  #hire(): Worker {
    // neither the secrets of the environment nor the switches this process was started with
    const worker = new Worker(this.#script, { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMb, maxYoungGenerationSizeMb: 8 } });
    worker.on("message", (answer: Answer) => {
      const job = this.#job;
      this.#job = null;
      if (answer.kind === "done") job?.resolve(answer.result);
      else job?.reject(new Error("the workshop could not do it"));
      this.#begin();
    });
    worker.on("error", (fault) => this.#worker === worker && this.#giveUp(codeOf(fault)));
    worker.on("exit", () => this.#worker === worker && this.#giveUp("the thread ended"));
    return worker;
  }

  /** This job only: the next one gets a new thread. */
  #giveUp(reason: string): void {
    const job = this.#job;
    this.#job = null;
    void this.#letGo();
    if (job) {
      this.#log.warn({ job: job.stateVector ? "diff" : "compact", pieces: job.pieces.length, bytes: job.pieces.reduce((sum, piece) => sum + piece.length, 0), reason }, "the workshop gave up a job");
      job.reject(new Error(`the workshop gave up: ${reason}`));
    }
    this.#begin();
  }

  async #letGo(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = null;
    if (!worker) return;
    // what it still says concerns nobody
    worker.removeAllListeners("message");
    await worker.terminate();
  }

  #wait(ms: number, work: () => void): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(work, ms).unref();
  }
}

/** Never the message: it may quote what people wrote. */
function codeOf(fault: unknown): string {
  if (!(fault instanceof Error)) return "something that is no error was thrown";
  return "code" in fault ? String(fault.code) : fault.name;
}
