// A real process is told to stop: in which order it closes, what it still answers meanwhile, and how it ends when something goes wrong.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";

const folder = join(import.meta.dirname, "../node_modules/.cache/samtun-shut-down-test");
const program = join(folder, `${process.pid}.mjs`);
const running = new Set<ChildProcess>();

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  await build({ entryPoints: [join(import.meta.dirname, "shut-down-testing.ts")], outfile: program, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "error" });
});
afterAll(() => rmSync(program, { force: true }));
afterEach(() => {
  for (const each of running) each.kill("SIGKILL");
  running.clear();
});

type Line = { level: string; msg: string; port?: number; leftMs?: number; step?: string };

async function start(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] });
  running.add(child);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
  const lines = (): Line[] => text.split("\n").slice(0, -1).map((line) => JSON.parse(line) as Line);
  const said = (): string[] => lines().map((line) => line.msg);
  const ended = once(child, "close") as Promise<[number | null]>;
  await expect.poll(said, { timeout: 10_000 }).toContain("open");
  const url = `http://127.0.0.1:${lines()[0]?.port}`;
  return {
    lines, said, signal: (name: NodeJS.Signals) => child.kill(name), exitCode: async () => (await ended)[0],
    ask: (path = "/") => fetch(url + path, { headers: { connection: "close" } }).then((answer) => answer.text(), () => null),
  };
}

describe("[O9] closing", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("%s: the sockets first, then what is in hand is answered, then the rest in order, and exit 0", async (signal) => {
    const server = await start();
    const held = server.ask("/held");
    await expect.poll(server.said, { timeout: 10_000 }).toContain("asked");
    server.signal(signal);
    expect(await held).toBe("held");
    expect(await server.exitCode()).toBe(0);
    expect(server.said()).toEqual(["open", "asked", "closing", "documents", "answered", "mail", "notices", "database", "closed"]);
    expect(await server.ask()).toBe(null);
  });

  test("a step that breaks is named, the others are closed all the same, and the exit code says that something was wrong", async () => {
    const server = await start({ BROKEN: "mail" });
    server.signal("SIGTERM");
    expect(await server.exitCode()).toBe(1);
    expect(server.said()).toEqual(["open", "closing", "documents", "mail", "could not be closed", "notices", "database", "closed"]);
    expect(server.lines().find((line) => line.level === "error")?.step).toBe("mail");
  });

  test("a step that never ends does not keep the process: exit 1 when the time is up, and each step knows how long it has", async () => {
    const server = await start({ STUCK: "documents", CLOSE_MS: "400" });
    server.signal("SIGTERM");
    expect(await server.exitCode()).toBe(1);
    expect(server.said()).toEqual(["open", "closing", "documents", "closing took too long"]);
    const left = server.lines().find((line) => line.msg === "documents")?.leftMs ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(400);
  });
});

describe("[O14] going on until load balancers have noticed", () => {
  test("no longer ready, but everything is served as before; then closed in order", async () => {
    const server = await start({ DRAIN_MS: "3000" });
    expect(await server.ask()).toBe("open");
    server.signal("SIGTERM");
    await expect.poll(server.said, { timeout: 10_000 }).toContain("closing");
    expect(await server.ask()).toBe("stopping");
    expect(server.said()).not.toContain("documents");
    expect(await server.exitCode()).toBe(0);
    expect(server.said()).toEqual(["open", "closing", "documents", "mail", "notices", "database", "closed"]);
  });

  test("a second signal changes nothing, and the time to close is counted after the drain", async () => {
    const server = await start({ DRAIN_MS: "600", CLOSE_MS: "300", STUCK: "mail" });
    for (const signal of ["SIGINT", "SIGINT", "SIGTERM"] as const) server.signal(signal);
    expect(await server.exitCode()).toBe(1);
    expect(server.said()).toEqual(["open", "closing", "documents", "mail", "closing took too long"]);
  });
});
