// The commands when something is wrong before anything is installed or built: one clear sentence, a code other than 0, nothing half done.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findChromium } from "./chromium.mjs";
import { nodeIsNewEnough, packagesAreInstalled, sourceHash } from "./ready.mjs";

let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "samtun-commands-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { readonly code: number | null; readonly printed: string };

async function command(name: string, env: Record<string, string>, parameters: readonly string[] = [], node: readonly string[] = []): Promise<Ended> {
  const child = spawn(process.execPath, [...node, join(import.meta.dirname, name), ...parameters], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", SAMTUN_DATA: join(folder, "data"), ...env }, stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => (printed += String(bytes)));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, printed };
}

/** One line, no stack trace. */
function expectSentence({ code, printed }: Ended, words: RegExp): void {
  expect(printed.trim().split("\n")).toHaveLength(1);
  expect(printed).toMatch(words);
  expect(printed).not.toMatch(/\n\s+at /);
  expect(code).toBe(1);
}

describe("[O2] npm run demo", () => {
  test("a port in use", async () => {
    const holder = createServer().listen(0, "localhost");
    await once(holder, "listening");
    const { port } = holder.address() as AddressInfo;
    expectSentence(await command("demo.mjs", { PORT: String(port) }), new RegExp(`^Port ${port} is in use: .*PORT=${port + 1} npm run demo\\.`));
    holder.close();
    expect(readdirSync(join(folder, "data"))).toEqual([]);
  });

  test.each(["0", "70000", "abc"])("PORT=%s", async (port) => {
    expectSentence(await command("demo.mjs", { PORT: port }), /^PORT must be a whole number/);
  });

  test("a folder that cannot be written", async () => {
    writeFileSync(join(folder, "file"), "");
    expectSentence(await command("demo.mjs", { SAMTUN_DATA: join(folder, "file", "data") }), /^The folder .* cannot be written: /);
    if (process.getuid?.() === 0) return; // to the superuser every folder is open
    mkdirSync(join(folder, "closed"));
    chmodSync(join(folder, "closed"), 0o500);
    expectSentence(await command("demo.mjs", { SAMTUN_DATA: join(folder, "closed") }), /^The folder .* cannot be written: /);
  });

  test("a parameter nobody knows", async () => {
    expectSentence(await command("demo.mjs", {}, ["--rest"]), /^--rest is not known/);
  });
});

test.each(["demo.mjs", "start.mjs", "dev.mjs", "build.mjs", "test.mjs"])("[O2] %s on a Node that is too old", async (name) => {
  const old = join(folder, "old-node.cjs");
  writeFileSync(old, "Object.defineProperty(process.versions, 'node', { value: '18.20.4' });");
  expectSentence(await command(name, {}, [], ["--require", old]), /^Samtun needs Node 20\.19 or newer, and this is Node 18\.20\.4: /);
});

test("[O2] versions of Node", () => {
  expect(["20.19.0", "20.20.2", "21.0.0", "22.1.0", "24.21.0", "100.0.0"].filter((each) => !nodeIsNewEnough(each))).toEqual([]);
  expect(["18.20.4", "20.18.3", "20.9.0", "4.0.0"].filter(nodeIsNewEnough)).toEqual([]);
});

describe("[O2] what is done already is not done again", () => {
  test("packages: the same versions are enough, an optional one for another machine may be missing", () => {
    const lock = { packages: { "": { version: "1" }, "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "2.0.0", optional: true } } };
    const clone = join(folder, "clone");
    mkdirSync(join(clone, "node_modules"), { recursive: true });
    writeFileSync(join(clone, "package-lock.json"), JSON.stringify(lock));
    expect(packagesAreInstalled(clone)).toBe(false);
    const installed = (a: string) => writeFileSync(join(clone, "node_modules", ".package-lock.json"), JSON.stringify({ packages: { "node_modules/a": { version: a } } }));
    installed("1.0.0");
    expect(packagesAreInstalled(clone)).toBe(true);
    installed("0.9.0");
    expect(packagesAreInstalled(clone)).toBe(false);
    writeFileSync(join(clone, "node_modules", ".package-lock.json"), "{");
    expect(packagesAreInstalled(clone)).toBe(false);
  });

  test("the build: changed by a source file, not by a test", () => {
    const clone = join(folder, "sources");
    for (const part of ["app", "db", "server"]) mkdirSync(join(clone, part), { recursive: true });
    for (const file of ["package.json", "package-lock.json", "remix.config.js", "app/a.ts"]) writeFileSync(join(clone, file), file);
    const before = sourceHash(clone);
    writeFileSync(join(clone, "app", "a.test.ts"), "test");
    expect(sourceHash(clone)).toBe(before);
    writeFileSync(join(clone, "app", "a.ts"), "changed");
    expect(sourceHash(clone)).not.toBe(before);
    writeFileSync(join(clone, "app", "a.ts"), "app/a.ts");
    expect(sourceHash(clone)).toBe(before);
    writeFileSync(join(clone, "app", "b.ts"), "");
    expect(sourceHash(clone)).not.toBe(before);
  });
});

test("[O8] Chromium is looked for where CHROMIUM_PATH says, and nowhere else then", () => {
  const before = process.env.CHROMIUM_PATH;
  process.env.CHROMIUM_PATH = join(folder, "no-chromium");
  expect(findChromium()).toBeNull();
  process.env.CHROMIUM_PATH = process.execPath;
  expect(findChromium()).toBe(process.execPath);
  if (before === undefined) delete process.env.CHROMIUM_PATH;
  else process.env.CHROMIUM_PATH = before;
});
