// `npm run demo` as somebody meets it: begun from nothing, found again, begun over, and broken.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "./harness";

const root = resolve(import.meta.dirname, "..", "..");
let data = "";
let port = 0;
let demo: ChildProcess | null = null;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "samtun-demo-"));
  port = await freePort();
});
afterAll(async () => {
  await stop();
  rmSync(data, { recursive: true, force: true });
});

/** Starts the command, and answers what it printed when it is open or has ended. */
async function run(parameters: readonly string[] = []): Promise<{ printed: string; code: number | null; seconds: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, "server", "commands", "demo.mjs"), ...parameters], {
    cwd: tmpdir(), env: { PATH: process.env.PATH, NODE_ENV: "production", BUILD_FOLDER: process.env.BUILD_FOLDER ?? "build", SAMTUN_DATA: data, PORT: String(port) }, stdio: ["ignore", "pipe", "pipe"],
  });
  demo = child;
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (printed += String(bytes)));
  const ended = once(child, "close");
  while (child.exitCode === null && !printed.includes(`Samtun: http://localhost:${port}`)) await new Promise((done) => setTimeout(done, 50));
  if (child.exitCode !== null) await ended;
  return { printed, code: child.exitCode, seconds: (performance.now() - began) / 1000 };
}

async function stop(): Promise<number | null> {
  if (!demo || demo.exitCode !== null) return demo?.exitCode ?? null;
  const gone = once(demo, "exit") as Promise<[number | null]>;
  demo.kill("SIGTERM");
  return (await gone)[0];
}

const address = /http:\/\/localhost:\d+\/demo\/sign-in\?person=\S+/g;

describe("[O2] npm run demo", () => {
  test("from nothing: prints the address and the people, and each address signs in", async () => {
    const { printed } = await run();
    const people = printed.match(address) ?? [];
    expect(people.length).toBeGreaterThan(3);
    const entered = await fetch(people[0] ?? "", { redirect: "manual" });
    expect(entered.status).toBe(302);
    expect(entered.headers.get("set-cookie")).toMatch(/HttpOnly/i);
    expect(statSync(join(data, "demo-secret")).mode & 0o777).toBe(0o600);
    expect(readdirSync(data).filter((name) => name.startsWith("unfinished"))).toEqual([]);
  });

  test("again: within seconds, with the same people and whoever was signed in still so", async () => {
    const before = await people();
    expect(await stop()).toBe(0);
    const { printed, seconds } = await run();
    expect(printed.match(address)?.sort()).toEqual(before);
    expect(seconds).toBeLessThan(10);
    expect(printed).not.toMatch(/Installing|Building/);
  });

  test("--reset begins it over", async () => {
    const before = await people();
    await stop();
    const { printed } = await run(["--reset"]);
    expect(printed.match(address)).toHaveLength(before.length);
    expect(printed.match(address)?.sort()).not.toEqual(before);
  });

  test("a broken database: one sentence with the cure, and the file is left as it is", async () => {
    await stop();
    for (const name of readdirSync(data)) if (name.startsWith("demo.sqlite")) rmSync(join(data, name), { recursive: true });
    const file = join(data, "demo.sqlite");
    writeFileSync(file, "not a database ".repeat(1000));
    const { printed, code } = await run();
    expect(printed.trim()).toBe(`${file} is not a database: begin the demo again with: npm run demo -- --reset.`);
    expect(code).toBe(1);
    expect(readFileSync(file, "utf8")).toContain("not a database");
    expect((await run(["--reset"])).code).toBeNull();
    expect(existsSync(file)).toBe(true);
    expect(existsSync(`${file}.files`)).toBe(true);
  });
});

/** The addresses of those one can be, as the front page knows them. */
async function people(): Promise<string[]> {
  const page = await (await fetch(`http://localhost:${port}/`)).text();
  return [...page.matchAll(/name="userId" value="([^"]+)"/g)].map((match) => `http://localhost:${port}/demo/sign-in?person=${match[1]}`).sort();
}
