// A hundred people move their cursors at once, five times a second, and nobody writes: how many of the moves arrive, and what one costs the server.
import type { Client } from "../clients/client";
import type { Server } from "../contenders";
import { Ledger, median, ratios, ratioText, spread } from "../figures";
import { pause } from "../random";
import { all, atLeast, attempt, peers, within, withServers, type Stage, type Suite } from "../stage";
import { disperse, gather, spentOn } from "./crowd";

const movesPerSecond = 5;
const warmMs = 1_000;
const measuredMs = 3_500;

export const cursors: Suite = {
  name: "cursors",
  about: "100 people moving their cursors 5 times a second",
  async run(stage) {
    const [people = 100] = stage.people ?? [];
    const contenders = stage.pick("floor", ...peers, "ours", "ours-standard");
    const ledger = new Ledger();
    await withServers(contenders, {}, async (servers) => {
      for (let round = 0; round < stage.rounds; round += 1) for (const server of servers) await attempt(server, stage, () => measure(server, people, ledger, stage));
    });
    const floor = ledger.of("floor", "cpu");
    const cells = contenders.map(({ name }) => [
      name, `${spread(ledger.of(name, "share"), 2)}; ${name === "floor" ? `${spread(floor, 1)} us` : ratioText(ledger.of(name, "cpu"), floor)}`,
    ]);
    return [{
      measure: `cursors of ${people} people moving at once: share delivered; server CPU for each`,
      cells: Object.fromEntries(cells) as Record<string, string>,
      target: "1.0; <= 0.35 x",
      reached: all(atLeast(median(ledger.of("ours", "share")), 0.98), within(median(ratios(ledger.of("ours", "cpu"), floor)), 0.35)),
    }];
  },
};

async function measure(server: Server, people: number, ledger: Ledger, stage: Stage): Promise<void> {
  let delivered = 0;
  let moves = 0;
  const clients = await gather(server, people, { presence: (_client, news) => void (delivered += news) });
  const timers: NodeJS.Timeout[] = [];
  const begin = (client: Client) => void timers.push(setInterval(() => {
    moves += 1;
    client.move();
  }, 1000 / movesPerSecond));
  for (const client of clients) timers.push(setTimeout(() => begin(client), (Math.random() * 1000) / movesPerSecond));
  await pause(warmMs);
  const before = { delivered, moves };
  const { seconds, serverCpu, load } = await spentOn(server, () => pause(measuredMs));
  const arrived = delivered - before.delivered;
  const expected = (moves - before.moves) * (people - 1);
  for (const timer of timers) clearInterval(timer);
  await disperse(clients);
  const cpu = (serverCpu * 1e6) / arrived;
  ledger.record(server.name, "share", arrived / expected);
  ledger.record(server.name, "cpu", cpu);
  stage.say(`  ${server.name}: ${((100 * arrived) / expected).toFixed(0)}% delivered, ${cpu.toFixed(1)} us; server ${(100 * serverCpu / seconds).toFixed(0)}%, load ${(100 * load).toFixed(0)}% of a core`);
}
