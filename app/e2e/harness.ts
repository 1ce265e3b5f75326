// What every browser test stands on: a built server of its own on a free port with data of its own, which can be stopped, killed and started again.
import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { dirname, join, resolve } from "node:path";
import type { DatabaseKind } from "../../db/connect";
import { freshDatabase } from "../../db/testing";
import { wordsIn } from "../words";

const root = resolve(import.meta.dirname, "..", "..");
const build = resolve(root, process.env.BUILD_FOLDER ?? "build");
const secret = "a-secret-for-browser-tests-only-32+";

export type ServerOptions = {
  readonly database?: DatabaseKind;
  /** `demo` is seeded; `production` begins empty. */
  readonly mode?: "demo" | "production";
  readonly env?: Readonly<Record<string, string>>;
};

export type RunningServer = {
  readonly url: string;
  readonly databaseUrl: string;
  /** Everything the server has printed since it was first started, whole lines. */
  readonly printed: () => readonly string[];
  /** Asks it to close (SIGTERM) and answers its exit code. */
  readonly stop: () => Promise<number | null>;
  /** As when the power goes: SIGKILL. */
  readonly kill: () => Promise<void>;
  /** On the same port with the same data, after stop or kill. */
  readonly start: () => Promise<void>;
  /** Stops it and removes its data. */
  readonly close: () => Promise<void>;
};

/** Needs `npm run build`. Ready when `/health/ready` says so. */
export async function startServer({ database = "sqlite", mode = "demo", env = {} }: ServerOptions = {}): Promise<RunningServer> {
  const data = await freshDatabase(database, { migrated: false });
  // only its place is wanted: the server opens it by itself
  await data.db.destroy();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const production = { SAMTUN_BASE_URL: url, SMTP_URL: "smtp://127.0.0.1:9", SAMTUN_MAIL_FROM: "samtun@localhost", HOST: "localhost" };
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env.PATH, NODE_ENV: "production", SAMTUN_MODE: mode, PORT: String(port), DATABASE_URL: data.url, SAMTUN_SECRET: secret,
    ...(mode === "production" ? production : {}), ...env,
  };
  const lines: string[] = [];
  let child: ChildProcess;
  try {
    if (mode === "demo") await (database === "sqlite" ? copySeeded(environment, data.url) : seed(environment));
    child = launch(environment, lines);
    await untilReady(url, child, lines, mode);
  } catch (fault) {
    await data.remove();
    throw fault;
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    // closed, not only ended: by then everything it printed has been read
    const gone = once(child, "close") as Promise<[number | null]>;
    child.kill(signal);
    return (await gone)[0];
  }
  return {
    url,
    databaseUrl: data.url,
    printed: () => lines,
    stop: () => end("SIGTERM"),
    kill: async () => void (await end("SIGKILL")),
    async start() {
      const said = lines.length;
      child = launch(environment, lines);
      await untilReady(url, child, lines, mode, said);
    },
    async close() {
      await end("SIGTERM");
      await data.remove();
    },
  };
}

function launch(env: NodeJS.ProcessEnv, lines: string[]): ChildProcess {
  const main = join(build, "main.js");
  if (!existsSync(main)) throw new Error("There is no build to test: run npm run build.");
  const child = spawn(process.execPath, ["--enable-source-maps", main], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream.setEncoding("utf8").on("data", (text: string) => {
      const parts = (rest + text).split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
    });
  }
  return child;
}

/** The demo is loaded once for each build and day; every test gets a copy. */
async function copySeeded(env: NodeJS.ProcessEnv, file: string): Promise<void> {
  const cache = join(root, ".cache");
  const mark = createHash("sha256").update(readFileSync(join(build, "seed.js"))).update(new Date().toDateString()).digest("hex").slice(0, 16);
  const seeded = join(cache, `seeded-${mark}.sqlite`);
  if (!existsSync(seeded)) {
    mkdirSync(cache, { recursive: true });
    for (const old of readdirSync(cache)) if (old.startsWith("seeded-")) rmSync(join(cache, old), { recursive: true, force: true });
    const unfinished = join(cache, `seeding-${process.pid}.sqlite`);
    await seed({ ...env, DATABASE_URL: unfinished });
    renameSync(`${unfinished}.checkpoints`, `${seeded}.checkpoints`);
    renameSync(`${unfinished}.files`, `${seeded}.files`);
    renameSync(unfinished, seeded);
  }
  // with the key that signed its checkpoints, which the seeding made beside it
  copyFileSync(join(cache, "signing-key.pem"), join(dirname(file), "signing-key.pem"));
  copyFileSync(`${seeded}.checkpoints`, `${file}.checkpoints`);
  cpSync(`${seeded}.files`, `${file}.files`, { recursive: true });
  copyFileSync(seeded, file);
}

async function seed(env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, ["--enable-source-maps", join(build, "seed.js")], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (printed += String(bytes)));
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`the demo could not be seeded:\n${printed}`);
}

/** A demo is ready when it has also printed, after the first `said` lines, who its people are. */
async function untilReady(url: string, child: ChildProcess, lines: readonly string[], mode: string, said = 0): Promise<void> {
  const lastOfDemo = wordsIn("nb").shell.demo.note;
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${lines.join("\n")}`);
    const ready = await fetch(`${url}/health/ready`).then((answer) => answer.ok, () => false);
    if (ready && (mode !== "demo" || lines.includes(lastOfDemo, said))) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`the server was not ready after 30 s:\n${lines.join("\n")}`);
}

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
  const listener = createServer().listen(0, "localhost");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, "close");
  return port;
}
