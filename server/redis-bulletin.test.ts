// Two servers on one Redis hear each other; without Redis each goes on alone. A Redis of the test's own is stopped and started.
import { Redis } from "ioredis";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { DocumentId, ProjectId, UserId } from "../app/domain/ids";
import { localBulletin, type Notice } from "./bulletin";
import { redisBulletin, type RedisBulletin } from "./redis-bulletin";

const url = process.env.TEST_REDIS_URL;
const notices: readonly Notice[] = [
  { kind: "membershipChanged", userId: "u" as UserId, projectId: "p" as ProjectId },
  { kind: "sessionsChanged", userId: "u" as UserId },
  { kind: "documentWritten", documentId: "d" as DocumentId },
  { kind: "letterWritten" },
];
const open: RedisBulletin[] = [];
afterEach(async () => void (await Promise.all(open.splice(0).map((each) => each.close()))));

function server(redis: string, installation: string) {
  const lines: string[] = [];
  const heard: Notice[] = [];
  const note = (_facts: Record<string, unknown>, words: string) => void lines.push(words);
  const bulletin = redisBulletin(redis, installation, localBulletin((fault) => { throw fault; }), { info: note, warn: note, error: note });
  bulletin.subscribe((notice) => heard.push(notice));
  open.push(bulletin);
  return { bulletin, lines, heard };
}

/** Until a post on one is heard on the other: both have subscribed. */
async function introduced(one: ReturnType<typeof server>, other: ReturnType<typeof server>): Promise<void> {
  for (const [from, to] of [[one, other], [other, one]] as const) {
    await expect.poll(() => { from.bulletin.post({ kind: "letterWritten" }); return to.heard.length > 0 && from.heard.length > 0; }, { timeout: 10_000 }).toBe(true);
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (const each of [one, other]) each.heard.length = 0;
}

describe.skipIf(!url)("[O7] notices through Redis", () => {
  const redis = url ?? "";
  const installation = `test-${process.pid}-${Math.random()}`;

  test("what one posts both hear, once each, every kind whole", async () => {
    const [one, other] = [server(redis, installation), server(redis, installation)];
    await introduced(one, other);
    for (const notice of notices) one.bulletin.post(notice);
    await expect.poll(() => other.heard).toEqual(notices);
    expect(one.heard).toEqual(notices);
  });

  test("another installation on the same Redis hears nothing", async () => {
    const [one, other, stranger] = [server(redis, `${installation}-a`), server(redis, `${installation}-a`), server(redis, `${installation}-b`)];
    await introduced(one, other);
    expect(stranger.heard).toEqual([]);
  });

  test("what is no notice is passed over", async () => {
    const [one, other] = [server(redis, `${installation}-c`), server(redis, `${installation}-c`)];
    await introduced(one, other);
    const admin = new Redis(redis);
    const channels = (await admin.pubsub("CHANNELS", "samtun:*:notices")) as string[];
    for (const channel of channels) for (const text of ["", "{", "{}", '{"from":"x","notice":{"kind":"strange"}}', '{"from":"x","notice":{"kind":"sessionsChanged"}}']) await admin.publish(channel, text);
    admin.disconnect();
    one.bulletin.post({ kind: "letterWritten" });
    await expect.poll(() => other.heard).toEqual([{ kind: "letterWritten" }]);
    expect(other.lines.filter((line) => line.includes("cannot be read"))).toHaveLength(5);
  });

  test("Redis gone stops nobody, is told once, and is joined again when it is back", async () => {
    const port = await freePort();
    let own = await startRedis(port);
    const [one, other] = [server(`redis://127.0.0.1:${port}`, installation), server(`redis://127.0.0.1:${port}`, installation)];
    await introduced(one, other);
    await stop(own);
    await expect.poll(() => one.lines.length, { timeout: 10_000 }).toBeGreaterThan(0);
    one.bulletin.post({ kind: "letterWritten" });
    expect(one.heard).toEqual([{ kind: "letterWritten" }]);
    expect(other.heard).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(one.lines).toEqual(["Redis does not answer: other servers are not told"]);
    own = await startRedis(port);
    await introduced(one, other);
    expect(one.lines.at(-1)).toBe("Redis answers again");
    await stop(own);
  });
});

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, "close");
  return port;
}

async function startRedis(port: number): Promise<ChildProcess> {
  const child = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"], { stdio: ["ignore", "pipe", "ignore"] });
  await new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.stdout.on("data", (bytes: Buffer) => { if (String(bytes).includes("Ready to accept")) resolve(); });
  });
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
