// Two hundred people have a document open; the server is killed and started again, and all of them are back in the same moment. Measured from the first
// knock until the last one has been answered and everybody's presence is on its way. What they had, they still have: as after a real restart.
import * as Y from "yjs";
import { Client, openAll, type Knowledge } from "../clients/client";
import { updateFrame } from "../clients/frames";
import { history } from "../clients/history";
import type { Server } from "../contenders";
import { Ledger, median, spread } from "../figures";
import { pause, until } from "../random";
import { attempt, peers, within, withServers, type Stage, type Suite } from "../stage";

const edits = 20_000;
const writtenMs = 120_000;

export const herd: Suite = {
  name: "herd",
  about: "200 people back at once after a kill and a restart",
  async run(stage) {
    const [people = 200] = stage.people ?? [];
    const contenders = stage.pick(...peers, "ours");
    const written = history("plain", edits, stage.cached(`plain-${edits}.history`));
    const knowledge = knowing(written.whole);
    const ledger = new Ledger();
    await withServers(contenders, {}, async (servers) => {
      for (const server of servers) await attempt(server, stage, () => ingest(server, written.edits));
      for (let round = 0; round < stage.rounds; round += 1) for (const server of servers) await attempt(server, stage, () => measure(server, people, knowledge, ledger, stage));
    });
    const best = Math.min(...contenders.filter(({ name }) => name !== "ours").map(({ name }) => median(ledger.of(name, "ms"))));
    return [{
      measure: `${people} people back at once after kill -9 and a restart, all synced, s (CPU of the server for each, ms)`,
      cells: Object.fromEntries(contenders.map(({ name }) => [name, `${spread(ledger.of(name, "ms").map((each) => each / 1000), 2)} (${median(ledger.of(name, "cpu")).toFixed(1)})`])),
      target: `<= 0.8 x best peer (${((0.8 * best) / 1000).toFixed(2)} s)`,
      reached: Number.isFinite(best) ? within(median(ledger.of("ours", "ms")), 0.8 * best) : null,
    }];
  },
};

async function ingest(server: Server, all: readonly Uint8Array[]): Promise<void> {
  const document = server.freshDocument();
  const writer = new Client(server.seat(document, 0));
  await writer.opened;
  for (let sent = 0; sent < all.length; ) {
    for (const end = Math.min(all.length, sent + 500); sent < end; sent += 1) writer.say(updateFrame(all[sent] as Uint8Array));
    await until(() => writer.ws.bufferedAmount === 0, writtenMs, 1);
    await pause(50);
  }
  await pause(3_500);
  writer.leave();
  await pause(1_500);
}

/** A page that has the whole document, and answers what a server lacks; all such pages answer the same. */
function knowing(whole: Uint8Array): Knowledge {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, whole);
  const answers = new Map<string, Uint8Array>();
  return {
    stateVector: Y.encodeStateVector(doc),
    answer(stateVector) {
      const key = Buffer.from(stateVector).toString("latin1");
      const answer = answers.get(key) ?? Y.encodeStateAsUpdate(doc, stateVector);
      answers.set(key, answer);
      return answer;
    },
  };
}

async function measure(server: Server, people: number, knowledge: Knowledge, ledger: Ledger, stage: Stage): Promise<void> {
  const before = await openAll(people, 50, (person) => new Client(server.seat(0, person), {}, knowledge));
  await pause(300);
  await server.kill();
  for (const client of before) client.drop();
  await server.start();
  const cpu = server.cpuSeconds();
  const began = performance.now();
  const back = await openAll(people, people, (person) => new Client(server.seat(0, person), {}, knowledge));
  const ms = performance.now() - began;
  const spent = ((server.cpuSeconds() - cpu) * 1000) / people;
  await pause(500);
  for (const client of back) client.leave();
  await pause(500);
  ledger.record(server.name, "ms", ms);
  ledger.record(server.name, "cpu", spent);
  stage.say(`  ${server.name}: ${ms.toFixed(0)} ms after ${server.bootMs.toFixed(0)} ms to start; ${spent.toFixed(1)} ms of CPU each`);
}
