// What servers tell each other through a real Redis: in order, to the others only, and again by itself after Redis was killed, frozen or cut off.
import { Redis } from "ioredis";
import { afterEach, describe, expect, test } from "vitest";
import type { DocumentId } from "../../app/domain/ids";
import type { Courier, Parcel } from "./courier";
import { redisCourier } from "./redis-courier";
import { OwnRedis } from "./redis-testing";

const url = process.env.TEST_REDIS_URL;
const document = "plan" as DocumentId;
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function ownRedis(...settings: string[]): Promise<OwnRedis> {
  const own = await OwnRedis.start(...settings);
  closers.push(() => own.kill());
  return own;
}

type Server = { readonly courier: Courier; readonly lines: string[]; readonly heard: Parcel[]; readonly senders: Set<string>; readonly end: () => void };

function server(redis: string, installation = "one"): Server {
  const [lines, heard, senders]: [string[], Parcel[], Set<string>] = [[], [], new Set()];
  const note = (facts: Record<string, unknown>, words: string) => void lines.push(`${words} ${JSON.stringify(facts)}`);
  const courier = redisCourier(redis, installation, { info: note, warn: note, error: note });
  const end = courier.listen(document, (parcel, from) => {
    heard.push(parcel);
    senders.add(from);
  });
  closers.push(() => courier.close());
  return { courier, lines, heard, senders, end };
}

const edit = (first: number, ...bytes: number[]): Parcel => ({ kind: "edits", first, edits: [Uint8Array.from(bytes)] });
const up = (...servers: Server[]) => expect.poll(() => servers.every(({ courier }) => courier.isUp()), { timeout: 15_000 }).toBe(true);
const down = ({ courier }: Server) => expect.poll(() => courier.isUp(), { timeout: 15_000 }).toBe(false);
const numbers = ({ heard }: Server) => heard.flatMap((parcel) => (parcel.kind === "edits" ? parcel.first : []));

describe.skipIf(!url)("[D19] parcels through Redis", () => {
  test("the others hear every kind whole and in order; nobody hears their own", async () => {
    const { url } = await ownRedis();
    const [one, two, three] = [server(url), server(url), server(url)];
    await up(one, two, three);
    const parcels: Parcel[] = [
      { kind: "whoIsHere" },
      { kind: "edits", first: 7, edits: [Uint8Array.of(1, 0, 255), new Uint8Array(), Uint8Array.of(10, 13)] },
      { kind: "presence", isAll: true, entries: [{ clientId: 2 ** 32 - 1, clock: 1_795_305_600_000, state: '{"user":{"name":"Å"}}', userId: "a" }, { clientId: 1, clock: 2, state: null, userId: "b" }] },
      { kind: "leaving" },
    ];
    for (const parcel of parcels) one.courier.send(document, parcel);
    for (const each of [two, three]) await expect.poll(() => each.heard).toEqual(parcels);
    expect([one.heard, two.senders.size]).toEqual([[], 1]);
    expect(two.senders).toEqual(three.senders);
    two.courier.send(document, edit(8, 1));
    await expect.poll(() => one.heard).toEqual([edit(8, 1)]);
    expect(two.heard).toEqual(parcels);
  });

  test("many in one turn, and over many turns, come in order; large ones in several", async () => {
    const { url } = await ownRedis();
    const [one, two] = [server(url), server(url)];
    await up(one, two);
    for (let next = 1; next <= 5_000; next += 1) {
      one.courier.send(document, edit(next, 1));
      if (next % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await expect.poll(() => numbers(two), { timeout: 10_000 }).toEqual([...Array(5_000).keys()].map((index) => index + 1));
    two.heard.length = 0;
    const edits = [...Array(6).keys()].map((index) => new Uint8Array(700_000).fill(index));
    one.courier.send(document, { kind: "edits", first: 5_001, edits });
    await expect.poll(() => numbers(two), { timeout: 10_000 }).toEqual([5_001, 5_002, 5_003, 5_004, 5_005, 5_006]);
    expect(Buffer.concat(two.heard.flatMap((parcel) => (parcel.kind === "edits" ? parcel.edits : []))).equals(Buffer.concat(edits))).toBe(true);
  });

  test("only those who listen, of the same installation, hear; who stops hears no more, and may begin again in the same moment", async () => {
    const { url } = await ownRedis();
    const [one, two, stranger] = [server(url), server(url), server(url, "another")];
    await up(one, two, stranger);
    two.courier.send("other document" as DocumentId, edit(1, 1));
    two.end();
    const heardAgain: Parcel[] = [];
    const [end, endOther] = [two.courier.listen(document, (parcel) => heardAgain.push(parcel)), two.courier.listen(document, (parcel) => heardAgain.push(parcel))];
    await up(two);
    one.courier.send(document, edit(2, 1));
    await expect.poll(() => heardAgain).toEqual([edit(2, 1), edit(2, 1)]);
    end();
    one.courier.send(document, edit(3, 1));
    await expect.poll(() => heardAgain.length).toBe(3);
    endOther();
    endOther();
    const redis = new Redis(url);
    await expect.poll(async () => (await redis.pubsub("CHANNELS", "*:document:*") as string[]).length).toBe(2);
    redis.disconnect();
    expect([one.heard, two.heard, stranger.heard]).toEqual([[], [], []]);
  });

  test("the question who is here goes out only when the answers can be heard", async () => {
    const { url } = await ownRedis();
    const one = server(url);
    await up(one);
    one.courier.listen(document, (parcel) => void (parcel.kind === "whoIsHere" && one.courier.send(document, { kind: "presence", isAll: true, entries: [] })));
    const two = server(url);
    two.courier.send(document, { kind: "whoIsHere" });
    await expect.poll(() => two.heard).toEqual([{ kind: "presence", isAll: true, entries: [] }]);
  });

  test("what is no parcel is passed over with one warning, and a listener that breaks disturbs nobody", async () => {
    const { url } = await ownRedis();
    const [one, two] = [server(url), server(url)];
    two.courier.listen(document, () => { throw new Error("broken"); });
    await up(one, two);
    const redis = new Redis(url);
    const [channel = ""] = (await redis.pubsub("CHANNELS", "*:document:*")) as string[];
    for (const message of [Buffer.alloc(0), Buffer.from("{}"), Buffer.from([1, 1, 65, 9]), Buffer.from([2, 1, 65, 2])]) await redis.publish(channel, message);
    redis.disconnect();
    one.courier.send(document, edit(1, 1));
    await expect.poll(() => two.heard).toEqual([edit(1, 1)]);
    expect(one.lines).toEqual(["a message from another server cannot be read: perhaps it is of another version {}"]);
    expect(two.lines.filter((line) => line.includes("cannot be read"))).toHaveLength(1);
  });

  test("Redis killed: down from then on, told once, nothing sent later; Redis back: up, all is heard again, and who is here is asked anew", async () => {
    const own = await ownRedis();
    const [one, two] = [server(own.url), server(own.url)];
    const other = "minutes" as DocumentId;
    const heardOfOther: Parcel[] = [];
    two.courier.listen(other, (parcel) => heardOfOther.push(parcel));
    await up(one, two);
    one.courier.send(document, { kind: "whoIsHere" });
    await expect.poll(() => two.heard).toEqual([{ kind: "whoIsHere" }]);
    await own.kill();
    await down(one);
    await down(two);
    for (let next = 1; next < 100; next += 1) one.courier.send(document, edit(next, 1));
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    for (const { lines } of [one, two]) expect(lines).toEqual([expect.stringMatching(/^Redis does not answer.* \{"fault":"\w+"\}$/)]);
    await own.start();
    await up(one, two);
    for (const { lines } of [one, two]) expect([lines.length, lines[1]]).toEqual([2, expect.stringMatching(/^Redis answers again/)]);
    one.courier.send(document, edit(100, 1));
    one.courier.send(other, edit(200, 1));
    await expect.poll(() => numbers(two)).toEqual([100]);
    await expect.poll(() => heardOfOther).toEqual([edit(200, 1)]);
    // whoever had asked is told to say again who is with them; whether the other heard the new question depends on who of the two was back first
    expect(one.heard).toEqual([{ kind: "whoIsHere" }]);
    expect([...one.senders]).toEqual(["whoever"]);
  });

  test("a connection that is cut, or that Redis ends because too much waits for it, is made again", async () => {
    const own = await ownRedis();
    const [one, two] = [server(own.url), server(own.url)];
    await up(one, two);
    const redis = new Redis(own.url);
    for (const kind of ["PUBSUB", "NORMAL"] as const) {
      await redis.client("KILL", "TYPE", kind, "SKIPME", "yes");
      await down(one);
      await up(one, two);
      one.heard.length = two.heard.length = 0;
      one.courier.send(document, edit(1, 1));
      two.courier.send(document, edit(2, 1));
      await expect.poll(() => [numbers(one), numbers(two)]).toEqual([[2], [1]]);
    }
    redis.disconnect();
  });

  test("a Redis that is frozen is seen to be, is sent nothing more, and is joined again when it moves", async () => {
    const own = await ownRedis();
    const [one, two] = [server(own.url), server(own.url)];
    await up(one, two);
    own.freeze();
    await down(one);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(one.courier.isUp()).toBe(false);
    own.thaw();
    await up(one, two);
    two.heard.length = 0;
    one.courier.send(document, edit(9, 1));
    await expect.poll(() => numbers(two)).toEqual([9]);
    expect(one.lines.length).toBe(2);
  }, 30_000);

  test("no Redis at the start, a wrong password, and one who may not subscribe: down, told once without the password, no fault; right when it is", async () => {
    const own = await ownRedis("--requirepass", "kitchen-table");
    const wrong = server(own.url.replace("://", "://:garden-chair@"));
    const right = server(own.url.replace("://", "://:kitchen-table@"));
    await up(right);
    const redis = new Redis(own.url, { password: "kitchen-table" });
    await redis.acl("SETUSER", "half", "on", ">half-password", "+@all", "~*", "resetchannels");
    await redis.acl("SETUSER", "samtun", "on", ">samtun-password", "+publish", "+subscribe", "+unsubscribe", "+info", "+client", "+quit", "resetchannels", "&samtun:*");
    const [half, narrow] = [server(own.url.replace("://", "://half:half-password@")), server(own.url.replace("://", "://samtun:samtun-password@"))];
    await up(narrow);
    right.courier.send(document, edit(1, 1));
    await expect.poll(() => numbers(narrow)).toEqual([1]);
    for (const each of [wrong, half]) {
      await expect.poll(() => each.lines.length, { timeout: 10_000 }).toBe(1);
      expect(each.courier.isUp()).toBe(false);
      expect(each.lines.join(" ")).not.toMatch(/garden|half-password/);
    }
    await redis.acl("SETUSER", "half", "allchannels");
    redis.disconnect();
    await up(half);
    const other = await ownRedis();
    await other.kill();
    const early = server(other.url);
    await expect.poll(() => early.lines.length, { timeout: 10_000 }).toBe(1);
    await other.start();
    await up(early);
  }, 30_000);

  test("what was sent just before closing arrives, and closing is quiet whatever state Redis is in", async () => {
    const own = await ownRedis();
    const [one, two, three] = [server(own.url), server(own.url), server(own.url)];
    await up(one, two, three);
    one.courier.send(document, { kind: "leaving" });
    await one.courier.close();
    one.courier.send(document, edit(1, 1));
    await expect.poll(() => two.heard).toEqual([{ kind: "leaving" }]);
    own.freeze();
    await three.courier.close();
    own.thaw();
    await own.kill();
    const never = server(own.url);
    await never.courier.close();
    await two.courier.close();
    expect([one.courier.isUp(), one.lines, three.lines, never.courier.isUp()]).toEqual([false, [], [], false]);
  });
});
