// One server under measurement: its own process, its own data folder, killed and started again on it as a suite wishes.
import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, connect, type AddressInfo } from "node:net";
import { join } from "node:path";
import type { Dialect } from "../clients/frames";
import { cpuSecondsOf, memoryKbOf } from "../machine";
import { pause } from "../random";

/** Where one person opens one document, and how their client behaves. */
export type Seat = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly dialect: Dialect;
  readonly documentName: string;
  /** Whether the client sends back each presence it hears of, as the stock provider does. */
  readonly echoes: boolean;
};

export type Plan = {
  readonly node: string;
  /** Arguments of node: the program, and what comes before it. */
  readonly program: readonly string[];
  readonly cwd: string;
  env(port: number, folder: string): Readonly<Record<string, string>>;
  seat(port: number, document: number, person: number): Seat;
  /** Lets go of what lies outside the folder. */
  remove?(): Promise<void>;
};

const startMs = 30_000;
const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const each of running) each.kill("SIGKILL");
});

export class Server {
  readonly folder: string;
  readonly name: string;
  port = 0;
  /** How long from the start of the process until it took connections. */
  bootMs = 0;
  readonly #plan: Plan;
  #process: ChildProcess | null = null;
  #document = 0;

  constructor(name: string, dataFolder: string, plan: Plan) {
    this.name = name;
    this.#plan = plan;
    this.folder = mkdtempSync(join(dataFolder, `${name}-`));
  }

  /** On the same port and data as before, if there was a before. */
  async start(): Promise<this> {
    if (this.port === 0) this.port = await freePort();
    const { node, program, cwd, env } = this.#plan;
    const began = performance.now();
    const child = spawn(node, program, { cwd, env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", ...env(this.port, this.folder) }, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    child.once("exit", () => running.delete(child));
    const log = createWriteStream(join(this.folder, "server.log"), { flags: "a" });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    this.#process = child;
    while (!(await takesConnections(this.port))) {
      if (!this.isAlive || performance.now() - began > startMs) throw new Error(`${this.name} did not start: see ${this.folder}/server.log`);
      await pause(10);
    }
    this.bootMs = performance.now() - began;
    return this;
  }

  get isAlive(): boolean {
    return this.#process !== null && this.#process.exitCode === null && this.#process.signalCode === null;
  }

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  cpuSeconds(): number {
    return cpuSecondsOf(this.pid);
  }

  memoryKb(): number {
    return memoryKbOf(this.pid);
  }

  /** After the garbage has been collected: what the process holds of the machine, and how much of that lives. Only for a server started with `servers/gc-on-signal.mjs`. */
  async collected(): Promise<{ held: number; living: number }> {
    this.#process?.kill("SIGUSR2");
    await pause(600);
    const said = [...readFileSync(join(this.folder, "server.log"), "utf8").matchAll(/^LIVING (\d+) kB$/gm)].at(-1);
    if (!said) throw new Error(`${this.name} did not say how much of its memory lives`);
    return { held: this.memoryKb(), living: Number(said[1]) };
  }

  /** All it has written, in bytes. */
  diskBytes(): number {
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && each.name !== "server.log")
      .reduce((sum, each) => sum + statSync(join(each.parentPath ?? each.path, each.name)).size, 0);
  }

  /** A document nobody has opened yet. */
  freshDocument(): number {
    return this.#document++;
  }

  seat(document: number, person: number): Seat {
    return this.#plan.seat(this.port, document, person);
  }

  signal(signal: NodeJS.Signals): void {
    this.#process?.kill(signal);
  }

  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    const child = this.#process;
    if (!child || !this.isAlive) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    const hard = setTimeout(() => child.kill("SIGKILL"), 12_000);
    await gone;
    clearTimeout(hard);
  }

  /** For ever, with its data. */
  async end(): Promise<void> {
    await this.kill();
    await this.#plan.remove?.();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
