// Real server processes for tests: started, told to stop, killed and frozen.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";

/** Builds the entry in this folder into one file that node runs as it is. */
export async function buildProgram(entry: string): Promise<{ readonly file: string; remove(): void }> {
  const folder = join(import.meta.dirname, "../../node_modules/.cache/samtun-server-process");
  const file = join(folder, `${process.pid}-${entry.replace(/\.ts$/, "")}.mjs`);
  mkdirSync(folder, { recursive: true });
  await build({ entryPoints: [join(import.meta.dirname, entry)], outfile: file, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "error" });
  return { file, remove: () => rmSync(file, { force: true }) };
}

type Line = { readonly level: string; readonly msg: string; readonly [fact: string]: unknown };

export class ServerProcess {
  readonly port: number;
  readonly lines: Line[];
  readonly #process: ChildProcess;

  private constructor(child: ChildProcess, port: number, lines: Line[]) {
    [this.#process, this.port, this.lines] = [child, port, lines];
  }

  static async start(file: string, env: Record<string, string>): Promise<ServerProcess> {
    const child = spawn(process.execPath, [file], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
    const lines: Line[] = [];
    const said = createInterface({ input: child.stdout });
    const port = await new Promise<number>((resolve, reject) => {
      said.once("line", (line) => {
        said.on("line", (each) => lines.push(JSON.parse(each) as Line));
        resolve(Number(line));
      });
      child.once("exit", () => reject(new Error("the server did not start")));
    });
    return new ServerProcess(child, port, lines);
  }

  get isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Answers the exit code, null when it was killed. */
  async end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
    if (!this.isRunning) return this.#process.exitCode;
    const gone = once(this.#process, "exit");
    this.#process.kill(signal);
    await gone;
    return this.#process.exitCode;
  }

  freeze(): void {
    this.#process.kill("SIGSTOP");
  }

  thaw(): void {
    this.#process.kill("SIGCONT");
  }
}
