// The workshop in real threads: the same answers as in this one, and a job that comes to grief hurts no other.
import { execFile } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { serverBundle, serverEntries } from "../commands/build.mjs";
import type { Log } from "../log";
import { below, randomFrom, randomHistory } from "./compaction-testing";
import { inlineWorkshop, type Workshop } from "./workshop";
import type { BenchLimits } from "./workshop-bench";
import { threadWorkshop } from "./workshop-thread";

const folder = join(import.meta.dirname, `../../node_modules/.cache/samtun-workshop-test-${process.pid}`);
const script = join(folder, "workshop-worker.js");
const troubled = join(folder, "workshop-testing.js");
const seed = Number(process.env.SEED ?? Date.now() % 1e9);
const empty = Uint8Array.of(0);

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  const ours = ["workshop-testing", "workshop-thread"].map((name) => [name, join(import.meta.dirname, `${name}.ts`)]);
  await build({ ...serverBundle, entryPoints: { "workshop-worker": serverEntries["workshop-worker"], ...Object.fromEntries(ours) }, outdir: folder, sourcemap: false, logLevel: "error" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open: Workshop[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

function workshop(path: string, limits: Partial<BenchLimits> = {}) {
  const said: { facts: Record<string, unknown>; words: string }[] = [];
  const say: Log["warn"] = (facts, words) => void said.push({ facts, words });
  const made = threadWorkshop(path, { info: say, warn: say, error: say }, limits);
  open.push(made);
  return Object.assign(made, { said });
}

const piece = (word: string): Uint8Array => Buffer.from(word, "latin1");
const reasonsOf = (outcomes: PromiseSettledResult<unknown>[]) => outcomes.map((each) => (each.status === "rejected" ? (each.reason as Error).message : "done"));

test("[D13] threads answer as this one does, and take nothing of what they were given", async () => {
  console.info(`seed ${seed}`);
  const random = randomFrom(seed);
  const [inThread, inline] = [workshop(script), inlineWorkshop()];
  await Promise.all(Array.from({ length: 10 }, async () => {
    const log = randomHistory(random, 60);
    const copy = log.map((each) => [...each]);
    const replica = new Y.Doc();
    for (const each of log.slice(0, below(random, log.length))) Y.applyUpdate(replica, each);
    const stateVector = Y.encodeStateVector(replica);
    expect(await inThread.compact(log)).toEqual(await inline.compact(log));
    expect(await inThread.diff(log, stateVector)).toEqual(await inline.diff(log, stateVector));
    expect(log.map((each) => [...each])).toEqual(copy);
    expect(stateVector).toEqual(Y.encodeStateVector(replica));
  }));
  expect(await inThread.compact([])).toEqual(await inline.compact([]));
  expect([await inThread.diff([], empty), await inThread.diff([], empty)]).toEqual([await inline.diff([], empty), await inline.diff([], empty)]);
  expect(await inThread.compact([Uint8Array.of(255, 255)])).toBeNull();
  expect(inThread.said).toEqual([]);
});

test("small pieces of a shared pool do not take the pool with them", async () => {
  const pooled = Buffer.from([1, 1, 7, 0, 4, 1, 1, 97, 1, 98, 0]);
  expect(pooled.buffer.byteLength).toBeGreaterThan(pooled.length);
  const answer = await workshop(script).diff([pooled], Buffer.from([0]));
  expect([pooled.buffer.byteLength > pooled.length, answer]).toEqual([true, new Uint8Array(pooled)]);
});

describe("[D17] a job that comes to grief hurts no other", () => {
  const log = randomHistory(randomFrom(seed), 40);

  test.each([
    ["never ends", "endless", "the workshop gave up: it took too long"],
    ["takes all memory", "greedy", "the workshop gave up: ERR_WORKER_OUT_OF_MEMORY"],
    ["crashes", "crash", "the workshop gave up: Error"],
    ["ends the thread", "leave", "the workshop gave up: the thread ended"],
    ["throws", "throw", "the workshop could not do it"],
  ])("one that %s", async (_, word, reason) => {
    const made = workshop(troubled, { timeLimitMs: word === "endless" ? 3_000 : 60_000, memoryMb: 32 });
    const stateVector = Y.encodeStateVector(new Y.Doc());
    const outcomes = await Promise.allSettled([
      made.compact(log), made.compact([piece(word)]), made.compact(log), made.diff([piece(word)], stateVector), made.diff(log, stateVector), made.diff(log, stateVector),
    ]);
    expect(reasonsOf(outcomes)).toEqual(["done", reason, "done", reason, "done", "done"]);
    expect(made.said.map(({ facts }) => facts.job).sort()).toEqual(word === "throw" ? [] : ["compact", "diff"]);
    expect(JSON.stringify([made.said, reasonsOf(outcomes)])).not.toContain("somebody");
  });

  test("a real document that is too large for the time and the memory there is", async () => {
    const writer = new Y.Doc();
    const edits: Uint8Array[] = [];
    writer.on("update", (update: Uint8Array) => edits.push(update));
    for (let index = 0; index < 40_000; index += 1) writer.getArray("list").insert(0, [index]);
    const poor = workshop(script, { memoryMb: 10 });
    expect(reasonsOf(await Promise.allSettled([poor.compact(edits), poor.compact(edits.slice(0, 10))]))).toEqual(["the workshop gave up: ERR_WORKER_OUT_OF_MEMORY", "done"]);
    const hasty = workshop(script, { timeLimitMs: 20 });
    expect(reasonsOf(await Promise.allSettled([hasty.compact(edits)]))).toEqual(["the workshop gave up: it took too long"]);
  });

  test("somebody who comes back does not wait for a document that is made small", async () => {
    const made = workshop(troubled);
    const stuck = expect(made.compact([piece("endless")])).rejects.toThrow("closed");
    expect(await made.diff(log, empty)).toEqual(await inlineWorkshop().diff(log, empty));
    await made.close();
    await stuck;
  });

  test("a script that is not there", async () => {
    const made = workshop(join(folder, "nowhere.js"));
    expect(reasonsOf(await Promise.allSettled([made.compact(log), made.compact(log)]))).toEqual(Array(2).fill(expect.stringContaining("MODULE_NOT_FOUND")));
  });
});

test("closing turns away what waits, what is under way and what comes later", async () => {
  const made = workshop(troubled);
  const outcomes = Promise.allSettled([made.compact([piece("endless")]), made.compact([]), made.diff([piece("endless")], empty), made.diff([], empty)]);
  await made.close();
  await made.close();
  expect(reasonsOf(await outcomes)).toEqual(Array(4).fill("the workshop is closed"));
  await expect(made.compact([])).rejects.toThrow("closed");
  expect(made.said).toEqual([]);
});

test("an idle thread is let go, and the next job gets a new one", async () => {
  const made = workshop(troubled, { idleMs: 20 });
  const who = async () => (await made.compact([piece("who")]))?.bytes[0];
  const [first, same] = await Promise.all([who(), who()]);
  expect(same).toBe(first);
  await expect.poll(async () => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    return who();
  }, { timeout: 20_000 }).not.toBe(first);
});

test("an idle thread does not keep the process alive, and one at work does", async () => {
  const program = `
    const { threadWorkshop } = await import(${JSON.stringify(join(folder, "workshop-thread.js"))});
    const made = threadWorkshop(${JSON.stringify(script)}, {});
    made.compact([]).then(() => console.log("done"));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], { timeout: 20_000 });
  expect(stdout).toBe("done\n");
});
