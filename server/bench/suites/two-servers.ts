// Two servers with one PostgreSQL and one Redis between them: what it adds that the writer is on one and the reader on the other, against one server on
// the same database. Then Redis is killed and started again while people write on both: nothing may be lost, and all must have everything soon.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import * as Y from "yjs";
import { openAll, Client } from "../clients/client";
import { Person } from "../clients/person";
import type { Contender, Server } from "../contenders";
import { House } from "../house";
import { Ledger, median, percentile, spread } from "../figures";
import { freePort, takesConnections } from "../servers/running";
import { pause, until } from "../random";
import { all, attempt, within, withServers, type Stage, type Suite } from "../stage";
import { listening } from "./typing";

const readers = 10;
const typists = 3;
const measuredMs = 4_000;
const convergeMs = 30_000;

export const twoServers: Suite = {
  name: "two-servers",
  about: "two servers with PostgreSQL and Redis against one; Redis killed and started again",
  async run(stage) {
    const [contender] = stage.pick("ours-pg");
    if (!contender || spawnSync("redis-server", ["--version"]).status !== 0) {
      stage.say("  Left out: it needs PostgreSQL (BENCH_POSTGRES) and redis-server.");
      return [];
    }
    const ledger = new Ledger();
    await withServers([contender], {}, async ([alone]) => {
      if (alone) await beside(contender, stage.postgres ?? "", async (pair, redis) => {
        for (let round = 0; round < stage.rounds; round += 1) {
          await attempt(alone, stage, () => latency(alone, alone, "alone", ledger, stage));
          await attempt(pair[0], stage, () => latency(pair[0], pair[1], "across", ledger, stage));
        }
        await attempt(pair[0], stage, () => withoutRedis(pair, redis, ledger, stage));
      }, stage);
    });
    const added = ledger.of("across", "p50").map((across, round) => across - (ledger.of("alone", "p50")[round] ?? Number.NaN));
    const isWhole = Math.min(...ledger.of("across", "share")) > 0.995;
    const [lost, worst] = [ledger.of("redis", "lost")[0], ledger.of("redis", "worst")[0]];
    return [
      { measure: "two servers with Redis against one: p50 added, ms", cells: { "ours-pg": isWhole ? spread(added, 2) : "not everything arrived" }, target: "<= 2", reached: isWhole && within(median(added), 2) },
      { measure: "Redis killed and started again: edits lost; longest until all had an edit, s", cells: { "ours-pg": `${lost ?? "-"}; ${worst?.toFixed(1) ?? "-"}` }, target: "0; <= 5", reached: all(within(lost, 0), within(worst, 5)) },
    ];
  },
};

type Redis = { readonly url: string; kill(): Promise<void>; start(): Promise<void> };

/** Two servers on one database and one Redis of our own, and everything gone afterwards. */
async function beside(contender: Contender, postgres: string, work: (pair: readonly [Server, Server], redis: Redis) => Promise<void>, stage: Stage): Promise<void> {
  const redis = await ownRedis();
  const house = await House.inSchema(stage.places, postgres);
  try {
    await withServers([contender, contender], { redis: redis.url, house }, async ([one, other]) => {
      if (one && other) await work([one, other], redis);
    });
  } finally {
    await redis.kill();
    await house.remove();
  }
}

async function ownRedis(): Promise<Redis> {
  const port = await freePort();
  let running: ChildProcess | null = null;
  const redis: Redis = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      running = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"], { stdio: "ignore" });
      process.once("exit", () => running?.kill("SIGKILL"));
      for (let tries = 0; !(await takesConnections(port)) && tries < 200; tries += 1) await pause(20);
    },
    async kill() {
      const gone = new Promise((resolve) => running?.once("exit", resolve));
      if (running?.kill("SIGKILL")) await gone;
      running = null;
    },
  };
  await redis.start();
  return redis;
}

async function latency(writing: Server, reading: Server, name: string, ledger: Ledger, stage: Stage): Promise<void> {
  const document = writing.freshDocument();
  const heard = listening();
  const clients = await openAll(readers, readers, (person) => new Client(reading.seat(document, 20 + person), { update: heard.update }));
  const writers = await openAll(typists, typists, (person) => new Client(writing.seat(document, person)));
  await pause(1_000);
  const keys = writers.map((client) => heard.typist(client));
  await pause(500);
  heard.start();
  await pause(measuredMs);
  for (const each of keys) each.stop();
  await pause(500);
  const { latencies, delivered, keys: pressed } = heard.stop();
  for (const client of [...clients, ...writers]) client.leave();
  const p50 = percentile(latencies, 0.5);
  ledger.record(name, "p50", p50);
  ledger.record(name, "share", delivered / (pressed * readers));
  stage.say(`  ${name}: p50 ${p50.toFixed(2)}, p99 ${percentile(latencies, 0.99).toFixed(2)} ms, ${((100 * delivered) / (pressed * readers)).toFixed(0)}% delivered`);
  await pause(500);
}

async function withoutRedis(pair: readonly [Server, Server], redis: Redis, ledger: Ledger, stage: Stage): Promise<void> {
  const document = pair[0].freshDocument();
  const people = pair.flatMap((server, side) => [0, 1].map((each) => new Person(server.seat(document, 2 * side + each))));
  await Promise.all(people.map((each) => each.synced));
  const sentAt = new Map<string, number>();
  let worst = 0;
  const edits = (person: Person): Y.Map<number> => person.doc.getMap("edits");
  people.forEach((person) => edits(person).observe(({ keysChanged }) => {
    for (const key of keysChanged) worst = Math.max(worst, performance.now() - (sentAt.get(key) ?? Infinity));
  }));
  const timers = people.map((person, index) => setInterval(() => {
    const key = `${index}.${sentAt.size}`;
    sentAt.set(key, performance.now());
    edits(person).set(key, 1);
  }, 100));
  await pause(1_500);
  await redis.kill();
  stage.say("  Redis is killed.");
  await pause(4_000);
  await redis.start();
  stage.say(`  Redis is back; the longest until now ${(worst / 1000).toFixed(1)} s.`);
  await pause(4_000);
  for (const timer of timers) clearInterval(timer);
  await until(() => people.every((person) => edits(person).size === sentAt.size), convergeMs, 20);
  const lost = Math.max(...people.map((person) => sentAt.size - edits(person).size));
  for (const person of people) person.leave();
  ledger.record("redis", "lost", lost);
  ledger.record("redis", "worst", lost > 0 ? convergeMs / 1000 : worst / 1000);
  stage.say(`  ${sentAt.size} edits, ${lost} missing somewhere, the longest took ${(worst / 1000).toFixed(1)} s`);
}
