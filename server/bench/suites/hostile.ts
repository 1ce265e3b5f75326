// One connection that may write does everything wrong it can, one kind after the other, each in a document of its own with two honest people in it. After
// each: does the server live, did the two see each other's letters within a second all the while, can a newcomer open the document, how did memory grow.
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import * as Y from "yjs";
import { Client } from "../clients/client";
import { updateFrame } from "../clients/frames";
import { hostileKinds } from "../clients/hostile-kinds";
import type { Order } from "../clients/hostile-worker";
import { Pen } from "../clients/pen";
import { Person } from "../clients/person";
import { reachOf } from "../clients/reach-of";
import type { Contender, Server } from "../contenders";
import { pause, until } from "../random";
import { peers, withServers, type Stage, type Suite } from "../stage";

const letterMs = 60;
const watchedMs = 500;
const waitLimitMs = 1_000;
const patienceMs = 6_000;
const openMs = 4_000;
const growthLimitMb = 250;

type Verdict = "crashed" | "stuck" | "cannot be opened" | "spoofed" | "grew";
type Result = { readonly kinds: number; readonly harms: Map<Verdict, string[]>; worstWaitMs: number; worstGrowthMb: number };

export const hostile: Suite = {
  name: "hostile",
  about: `${hostileKinds.length} kinds of frames from one connection that may write`,
  async run(stage) {
    const contenders = stage.pick(...peers, "ours");
    const results = new Map<string, Result>();
    for (const contender of contenders) results.set(contender.name, await measure(contender, stage));
    const ours = results.get("ours");
    return [{
      measure: `hostile input, ${hostileKinds.length} kinds: crashes; others stuck over 1 s; document not opened in 4 s; presence spoofed; grew over ${growthLimitMb} MB`,
      cells: Object.fromEntries([...results].map(([name, { harms }]) => [name, (["crashed", "stuck", "cannot be opened", "spoofed", "grew"] as const).map((each) => harms.get(each)?.length ?? 0).join("; ")])),
      target: "0; 0; 0; 0; 0",
      reached: ours ? ours.harms.size === 0 : null,
    }];
  },
};

async function measure(contender: Contender, stage: Stage): Promise<Result> {
  const result: Result = { kinds: hostileKinds.length, harms: new Map(), worstWaitMs: 0, worstGrowthMb: 0 };
  const worker = new Worker(join(stage.places.programs, "hostile-worker.mjs"));
  await withServers([contender], {}, async ([server]) => {
    if (!server) return;
    for (const [number, kind] of hostileKinds.entries()) {
      if (!server.isAlive) await server.start();
      for (const verdict of await oneKind(server, number, worker, result)) {
        result.harms.set(verdict, [...(result.harms.get(verdict) ?? []), kind.name]);
        // what it has broken is not held against the next kind
        if (verdict === "stuck" || verdict === "cannot be opened" || verdict === "grew") await server.kill();
      }
    }
  });
  await worker.terminate();
  stage.say(`  ${contender.name}: longest wait ${result.worstWaitMs.toFixed(0)} ms, largest growth ${result.worstGrowthMb.toFixed(0)} MB`);
  for (const [verdict, names] of result.harms) stage.say(`    ${verdict}: ${names.join("; ")}`);
  return result;
}

async function oneKind(server: Server, number: number, worker: Worker, result: Result): Promise<Verdict[]> {
  const document = server.freshDocument();
  const pen = new Pen();
  const watch = watching(pen);
  const writer = new Client(server.seat(document, 0));
  const watcher = new Client(server.seat(document, 1), { update: watch.update, entry: watch.entry });
  const isHere = await until(() => writer.isSynced && watcher.isSynced, 20_000);
  if (!isHere) throw new Error(`${server.name} let nobody in before: ${hostileKinds[number]?.name}`);
  watch.expect(writer.clientId);
  writer.move();
  await pause(100);
  const memory = server.memoryKb();
  const type = () => {
    watch.sent(pen.clock);
    writer.say(updateFrame(pen.next()));
  };
  type();
  const timer = setInterval(type, letterMs);
  const done = new Promise((resolve) => worker.once("message", resolve));
  worker.postMessage({ kind: number, seat: server.seat(document, 2), otherId: writer.clientId } satisfies Order);
  await Promise.race([done, pause(patienceMs)]);
  await pause(watchedMs);
  clearInterval(timer);
  await until(() => watch.waiting() === 0 || !server.isAlive, patienceMs);
  const longestWaitMs = Math.max(watch.longestWaitMs(), watch.waiting());
  const isAlive = server.isAlive;
  const grownMb = isAlive ? (server.memoryKb() - memory) / 1024 : 0;
  const opens = isAlive && (await canBeOpened(server, document, pen));
  worker.postMessage("leave");
  writer.drop();
  watcher.drop();
  result.worstWaitMs = Math.max(result.worstWaitMs, longestWaitMs);
  result.worstGrowthMb = Math.max(result.worstGrowthMb, grownMb);
  if (!isAlive) return ["crashed"];
  const verdicts: Verdict[] = [];
  if (longestWaitMs > waitLimitMs) verdicts.push("stuck");
  if (!opens) verdicts.push("cannot be opened");
  if (watch.isSpoofed()) verdicts.push("spoofed");
  if (grownMb > growthLimitMb) verdicts.push("grew");
  return verdicts;
}

/** Each of the pen's letters has its own way to the watcher, and the writer's presence must stay the writer's. */
function watching(pen: Pen) {
  const sentAt: number[] = [];
  let reached = 0;
  let longestMs = 0;
  let watched = 0;
  let isSpoofed = false;
  return {
    sent: (clock: number) => void (sentAt[clock] = performance.now()),
    update(_client: Client, update: Uint8Array): void {
      const { start, end } = reachOf(update).find(({ client }) => client === pen.clientId) ?? { start: 0, end: 0 };
      // beyond a gap nobody sees anything
      for (const now = performance.now(); start <= reached && reached < end; reached += 1) longestMs = Math.max(longestMs, now - (sentAt[reached] ?? now));
    },
    expect: (clientId: number) => void (watched = clientId),
    entry(_client: Client, id: number, state: string): void {
      if (id === watched && !state.includes("Forelder")) isSpoofed = true;
    },
    isSpoofed: () => isSpoofed,
    longestWaitMs: () => longestMs,
    /** For how long the oldest letter that has not arrived has been on its way. */
    waiting: () => (reached >= pen.clock ? 0 : performance.now() - (sentAt[reached] ?? performance.now())),
  };
}

async function canBeOpened(server: Server, document: number, pen: Pen): Promise<boolean> {
  const newcomer = new Person(server.seat(document, 3));
  const opened = await until(() => newcomer.isSynced && Y.getState(newcomer.doc.store, pen.clientId) >= pen.clock, openMs);
  newcomer.leave();
  return opened;
}
