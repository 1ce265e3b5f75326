// Thirteen people in a small document: one writes 50 MB into it, always over what stood there, and five stop reading meanwhile. How much the server's
// memory grows at most, and how much of that lives when the garbage is collected while they do not read: an engine that collects late grows without holding anything.
// And whether the five have everything soon after they read again.
import { randomBytes } from "node:crypto";
import { Client, openAll } from "../clients/client";
import { Person } from "../clients/person";
import type { Server } from "../contenders";
import { Ledger, median, ratios, ratioText, spread } from "../figures";
import { pause, until } from "../random";
import { all, attempt, peers, withServers, within, type Stage, type Suite } from "../stage";

const stalledPeople = 5;
const readers = 7;
const editBytes = 10_000;
const edits = 5_000;
const editsAtOnce = 63;
const everyMs = 100;
const backMs = 30_000;

export const stalled: Suite = {
  name: "stalled",
  about: "five of thirteen stop reading while 50 MB is written",
  async run(stage) {
    const contenders = stage.pick("floor", ...peers, "ours");
    const ledger = new Ledger();
    for (const contender of contenders) {
      await withServers([contender], { collects: true }, async ([server]) => server && (await attempt(server, stage, () => measure(server, ledger, stage))));
    }
    const floor = ledger.of("floor", "grown");
    return [{
      measure: "five readers stop while 50 MB is written: growth of the server's memory at most (floor in MB); of that still living when the garbage is collected; brought back",
      cells: Object.fromEntries(contenders.map(({ name }) => [
        name, `${name === "floor" ? spread(floor, 0) : `${ratioText(ledger.of(name, "grown"), floor)} (${spread(ledger.of(name, "grown"), 0)} MB)`}; ${spread(ledger.of(name, "held"), 0)} MB; ${ledger.of(name, "back")[0] ?? "-"} of ${stalledPeople}`,
      ])),
      target: "<= 0.5 x; all",
      reached: all(within(median(ratios(ledger.of("ours", "grown"), floor)), 0.5), ledger.of("ours", "back")[0] === stalledPeople),
    }];
  },
};

async function measure(server: Server, ledger: Ledger, stage: Stage): Promise<void> {
  const document = server.freshDocument();
  const writer = new Person(server.seat(document, 0));
  const slow = Array.from({ length: stalledPeople }, (_, index) => new Person(server.seat(document, 1 + index)));
  await Promise.all([writer, ...slow].map((each) => each.synced));
  const reading = await openAll(readers, readers, (index) => new Client(server.seat(document, 10 + index)));
  await pause(1_000);
  const { held: before, living } = await server.collected();
  for (const each of slow) each.stall(true);
  let highest = before;
  let isTooLong = false;
  const board = writer.doc.getMap<string>("board");
  for (let edit = 0; edit < edits; edit += 1) {
    board.set(`place ${edit % 3}`, randomBytes((editBytes * 3) / 4).toString("base64"));
    if (edit % editsAtOnce > 0) continue;
    await pause(everyMs);
    isTooLong ||= !(await until(() => (writer.ws?.bufferedAmount ?? 0) < 5e6, 20_000));
    highest = Math.max(highest, server.memoryKb());
  }
  // until the writer's last edit has been taken in
  await until(() => (writer.ws?.bufferedAmount ?? 0) === 0, 20_000);
  await pause(1_000);
  highest = Math.max(highest, server.memoryKb());
  const held = ((await server.collected()).living - living) / 1024;
  const began = performance.now();
  for (const each of slow) each.stall(false);
  const isBack = (person: Person) => [0, 1, 2].every((place) => person.doc.getMap("board").get(`place ${place}`) === board.get(`place ${place}`));
  await until(() => slow.every(isBack), backMs, 50);
  const seconds = (performance.now() - began) / 1000;
  const grown = (highest - before) / 1024;
  const back = slow.filter(isBack).length;
  ledger.record(server.name, "grown", grown);
  ledger.record(server.name, "held", held);
  ledger.record(server.name, "back", back);
  stage.say(`  ${server.name}: grew by ${grown.toFixed(0)} MB, ${held.toFixed(0)} MB of it living, ${back} of ${stalledPeople} back after ${seconds.toFixed(1)} s, closed with [${slow.flatMap((each) => each.closings).join(" ")}]${isTooLong ? "; it could not take the writing in" : ""}`);
  for (const each of [writer, ...slow]) each.leave();
  for (const each of reading) each.leave();
}
