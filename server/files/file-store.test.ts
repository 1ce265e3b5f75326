// [E2, E8] Where attachments lie: never half, the same once, and what nobody has goes after a day.
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Hash } from "../../app/domain/ids";
import { openFileStore, type FileStore } from "./file-store";

let folder: string;
let store: FileStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "samtun-store-"));
  store = openFileStore(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text, "utf8");
}
const lying = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => each.name).sort();
const hashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" as Hash;

test("[E2] lies under its SHA-256, and is read back whole or in part", async () => {
  const incoming = await store.receive("one", pieces("a", "b", "c"), 10);
  expect(incoming).toMatchObject({ hash: hashOfAbc, byteCount: 3 });
  expect(await store.sizeOf(hashOfAbc)).toBeNull();
  if (incoming) await store.keep(incoming);
  expect(lying()).toEqual([hashOfAbc]);
  expect([await store.sizeOf(hashOfAbc), await store.hashOf(hashOfAbc)]).toEqual([3, hashOfAbc]);
  const part: Buffer[] = [];
  for await (const each of store.read(hashOfAbc, 1, 2)) part.push(each as Buffer);
  expect(Buffer.concat(part).toString()).toBe("bc");
});

test("[E2] too much, and a sender who goes away, leave nothing behind", async () => {
  expect(await store.receive("one", pieces("abcdef", "g"), 6)).toBeNull();
  async function* broken() {
    yield Buffer.from("abc");
    throw new Error("gone");
  }
  await expect(store.receive("two", broken(), 10)).rejects.toThrow("gone");
  expect(lying()).toEqual([]);
  expect(await store.receive("three", pieces("abcdef"), 6)).toMatchObject({ byteCount: 6 });
});

test("[E2] the same content from many at once is there once, and whole", async () => {
  await Promise.all(Array.from({ length: 12 }, async (_, index) => {
    const incoming = await store.receive(`file-${index}`, pieces("a", "bc"), 10);
    if (incoming) await store.keep(incoming);
  }));
  expect(lying()).toEqual([hashOfAbc]);
  expect(readFileSync(join(folder, "ba", hashOfAbc), "utf8")).toBe("abc");
});

test("[E8] a sweep takes what is old and nobody's: half files and whole ones, never what is young or known", async () => {
  const old = new Date(Date.now() - 3 * 86_400_000);
  const known = "aa".padEnd(64, "0") as Hash;
  const orphan = "aa".padEnd(64, "1") as Hash;
  const young = "ab".padEnd(64, "0") as Hash;
  await mkdir(join(folder, "aa"));
  await mkdir(join(folder, "ab"));
  await mkdir(join(folder, "incoming"));
  for (const [path, isOld] of [[`aa/${known}`, true], [`aa/${orphan}`, true], [`ab/${young}`, false], ["incoming/half", true], ["incoming/on-its-way", false]] as const) {
    writeFileSync(join(folder, path), "x");
    if (isOld) utimesSync(join(folder, path), old, old);
  }
  const asked: string[][] = [];
  const gone = await store.sweep(new Date(Date.now() - 86_400_000), async (hashes) => {
    asked.push([...hashes]);
    return new Set([known]);
  });
  expect(gone).toBe(2);
  expect(lying()).toEqual([known, young, "on-its-way"].sort());
  expect(asked.flat().sort()).toEqual([known, orphan, young].sort());
});

test("[E8] what is sent again while its old orphan waits for the sweep is young again", async () => {
  const first = await store.receive("one", pieces("abc"), 10);
  if (first) await store.keep(first);
  const old = new Date(Date.now() - 3 * 86_400_000);
  utimesSync(join(folder, "ba", hashOfAbc), old, old);
  const again = await store.receive("two", pieces("abc"), 10);
  if (again) await store.keep(again);
  expect(await store.sweep(new Date(Date.now() - 86_400_000), async () => new Set())).toBe(0);
  expect(lying()).toEqual([hashOfAbc]);
});
