// One transaction a turn for all rooms; whatever the disk does, nothing is lost, nothing is out of order, and nobody waits for the others' trouble.
import { expect, test } from "vitest";
import type { DocumentId } from "../../app/domain/ids";
import type { Appended } from "./ground";
import { GroupCommit } from "./group-commit";
import { countingMeter, HandClock, TestDisk, TestRoom, turns } from "./group-commit-testing";

function opened() {
  const disk = new TestDisk();
  const clock = new HandClock();
  const { meter, counted } = countingMeter();
  const said: { facts: Record<string, unknown>; words: string }[] = [];
  const say = (facts: Record<string, unknown>, words: string) => void said.push({ facts, words });
  const commit = new GroupCommit({ store: disk.store as never, clock, meter, log: { info: say, warn: say, error: say } });
  return { disk, clock, counted, said, commit, rooms: ["d1", "d2", "d3", "d4", "d5", "d6"].map((id) => new TestRoom(id)) as [TestRoom, TestRoom, TestRoom, ...TestRoom[]] };
}

/** A promise and the key to it. */
function latch(): { readonly opened: Promise<null>; open(): void } {
  let open: () => void = () => undefined;
  const promise = new Promise<null>((resolve) => (open = () => resolve(null)));
  return { opened: promise, open: () => open() };
}

test("[D10] what comes in one turn goes in one transaction, and is told in one turn", async () => {
  const { disk, commit, rooms: [one, two], clock, counted } = opened();
  const told: string[] = [];
  one.onStored = () => {
    told.push("one");
    void Promise.resolve().then(() => told.push("after"));
  };
  two.onStored = () => void told.push("two");
  one.write(commit, "a");
  two.write(commit, "x");
  one.write(commit, "b");
  await clock.pass(30);
  await commit.idle();
  expect(disk.attempts.length).toBe(1);
  expect([one.landed, two.landed, told]).toEqual([[{ first: 1, words: ["a", "b"] }], [{ first: 1, words: ["x"] }], ["one", "two", "after"]]);
  expect(counted).toEqual({ committed: [{ seconds: 0, edits: 3, documents: 2 }], failed: 0 });
});

test("[D10] while one transaction is under way the next is gathered", async () => {
  const { disk, commit, rooms: [one, two, three], counted, clock } = opened();
  const first = latch();
  disk.trouble = () => first.opened;
  one.write(commit, "a");
  await turns();
  one.write(commit, "b");
  two.write(commit, "x");
  await clock.pass(20);
  three.write(commit, "m");
  two.write(commit, "y");
  await turns();
  expect([disk.attempts.length, one.landed, commit.underWay]).toEqual([1, [], 1]);
  first.open();
  await commit.idle();
  expect(disk.attempts.map((each) => each.batch.map(({ documentId, edits }) => `${documentId}:${edits.length}`))).toEqual([["d1:1"], ["d1:1", "d2:2", "d3:1"]]);
  expect([one.words, two.words, three.words, commit.underWay]).toEqual([["a", "b"], ["x", "y"], ["m"], 0]);
  expect(counted.committed.map((each) => each.seconds)).toEqual([0.02, 0.02]);
});

test("[D10] a room that writes when it hears that it is stored goes next", async () => {
  const { disk, commit, rooms: [one] } = opened();
  one.onStored = () => {
    if (one.words.length < 5) one.write(commit, `${one.words.length}`);
  };
  one.write(commit, "0");
  await commit.idle();
  expect([disk.attempts.length, one.words]).toEqual([5, ["0", "1", "2", "3", "4"]]);
});

test("[D10] more than one transaction should hold is spread over several", async () => {
  const { disk, commit, rooms: [one, two, three] } = opened();
  one.write(commit, ...Array.from({ length: 4_999 }, (_, index) => `${index}`));
  two.write(commit, "a".repeat(9 * 1024 * 1024));
  three.write(commit, "b");
  await commit.idle();
  expect(disk.attempts.map((each) => each.batch.map(({ documentId }) => documentId))).toEqual([["d1", "d2"], ["d3"]]);
});

test("[D17] a document that somebody else is writing to goes alone, and nobody waits for it", async () => {
  const { disk, commit, rooms, counted, said } = opened();
  const [one, two] = rooms;
  const busy = latch();
  disk.trouble = (batch, isAlone) => {
    if (isAlone) return busy.opened;
    return Promise.resolve(new Map(batch.filter((each) => each.documentId !== "d2").map((each): [DocumentId, Appended] => [each.documentId, "busy"])));
  };
  for (const room of rooms) room.write(commit, "a");
  await turns();
  // four at a time, so that they leave connections to the others
  expect([two.words, disk.attempts.filter((each) => each.isAlone).length]).toEqual([["a"], 4]);
  two.write(commit, "b");
  one.write(commit, "b");
  await turns();
  expect([two.words, one.words]).toEqual([["a", "b"], []]);
  disk.trouble = () => Promise.resolve(null);
  busy.open();
  await commit.idle();
  for (const room of rooms.filter((each) => each !== one && each !== two)) expect(room.words).toEqual(["a"]);
  expect([one.words, disk.words.get(one.documentId), counted.failed, said]).toEqual([["a", "b"], ["a", "b"], 0, []]);
});

test("[D12] one document that cannot be stored holds up nobody, rests longer each time, and is stored in the end", async () => {
  const { disk, commit, clock, said, counted, rooms: [bad, good, other] } = opened();
  disk.trouble = (batch) => (batch.some((each) => each.documentId === "d1") ? Promise.reject(new Error("no")) : Promise.resolve(null));
  for (const room of [bad, good, other]) room.write(commit, "a");
  await turns();
  expect([bad.words, good.words, other.words, commit.failing, commit.underWay]).toEqual([[], ["a"], ["a"], 1, 1]);
  bad.write(commit, "b");
  good.write(commit, "b");
  await turns();
  expect(good.words).toEqual(["a", "b"]);
  const rests: number[] = [];
  for (let attempt = 0; attempt < 9; attempt += 1) {
    const [rest = 0] = clock.rests;
    rests.push(rest);
    await clock.pass(rest);
  }
  expect(rests).toEqual([50, 100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]);
  disk.trouble = () => Promise.resolve(null);
  await clock.pass(5_000);
  await commit.idle();
  expect([bad.words, disk.words.get(bad.documentId), commit.failing]).toEqual([["a", "b"], ["a", "b"], 0]);
  expect(said[0]).toMatchObject({ facts: { documents: 3 }, words: "edits could not be stored together" });
  expect(said.slice(1).map((each) => [each.facts.documentId, each.facts.attempt])).toEqual(Array.from({ length: 10 }, (_, index) => ["d1", index + 1]));
  expect(counted.failed).toBe(11);
});

test("[D12] a document that is not there is kept, and tried again now and then", async () => {
  const { disk, commit, clock, said, rooms: [gone, good] } = opened();
  disk.trouble = (_, isAlone) => (isAlone ? Promise.reject(new Error("not there")) : Promise.resolve(new Map([[gone.documentId, "missing"]])));
  gone.write(commit, "a");
  good.write(commit, "a");
  await turns();
  expect([good.words, gone.words, clock.rests, said.length]).toEqual([["a"], [], [5_000], 1]);
  await clock.pass(5_000);
  expect([clock.rests, commit.failing]).toEqual([[5_000], 1]);
  disk.trouble = () => Promise.resolve(null);
  await clock.pass(5_000);
  expect(gone.words).toEqual(["a"]);
});

test("[D12] a room that breaks when it is told, or asked, keeps nothing from the others", async () => {
  const { commit, said, rooms: [one, two, three] } = opened();
  one.onStored = () => { throw new Error("broken"); };
  two.take = () => { throw new Error("broken too"); };
  for (const room of [one, two, three]) room.write(commit, "a");
  await commit.idle();
  expect([three.words, said.map((each) => each.facts.documentId)]).toEqual([["a"], ["d2", "d1"]]);
});

test("[O12] who gives up lets go of what waits, says so, and still hears of what lands", async () => {
  const { disk, commit, clock, said, rooms: [failing, slow, late] } = opened();
  const disks = latch();
  disk.trouble = (batch) => (batch[0]?.documentId === "d1" ? Promise.reject(new Error("no")) : disks.opened);
  failing.write(commit, "a");
  await turns();
  slow.write(commit, "a");
  await turns();
  late.write(commit, "a");
  commit.giveUp();
  late.write(commit, "b");
  let isIdle = false;
  const idle = commit.idle().then(() => (isIdle = true));
  await turns();
  expect([isIdle, clock.rests]).toEqual([false, []]);
  disks.open();
  await idle;
  expect([failing.words, slow.words, late.words]).toEqual([[], ["a"], []]);
  expect(said.map((each) => each.words)).toEqual(["edits could not be stored", "edits were never stored"]);
});

test("[D12] a disk that fails at random loses nothing, mixes nothing up, and stores everything once", async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1e9);
  console.info(`seed ${seed}`);
  let state = seed >>> 0;
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const { disk, commit, clock, rooms } = opened();
  disk.trouble = async (batch, isAlone) => {
    if (random() < 0.3) await turns(Math.floor(random() * 5));
    if (random() < 0.3) throw new Error("the disk is full");
    return isAlone ? null : new Map(batch.filter(() => random() < 0.2).map((each) => [each.documentId, "busy"]));
  };
  const written = new Map(rooms.map((room) => [room.documentId, [] as string[]]));
  for (let step = 0; step < 2_000; step += 1) {
    const room = rooms[Math.floor(random() * rooms.length)] as TestRoom;
    room.write(commit, `${step}`);
    written.get(room.documentId)?.push(`${step}`);
    if (random() < 0.4) await turns(1);
    if (random() < 0.1) await clock.pass(random() * 300);
  }
  let isIdle = false;
  void commit.idle().then(() => (isIdle = true));
  for (let wait = 0; wait < 200 && !isIdle; wait += 1) await clock.pass(5_000);
  expect(isIdle, `seed ${seed}`).toBe(true);
  for (const room of rooms) {
    expect([room.words, disk.words.get(room.documentId)], `seed ${seed}`).toEqual([written.get(room.documentId), written.get(room.documentId)]);
    let next = 1;
    for (const { first, words } of room.landed) {
      expect(first, `seed ${seed}`).toBe(next);
      next += words.length;
    }
  }
});
