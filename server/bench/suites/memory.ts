// What an open document costs in memory: 200 documents of 4 kB with two people in each, over what the process held after its first document had come
// and gone. Then 1000 are opened and closed: what is left of each. Beside each figure stands what it is after the garbage has been collected.
import { Client, openAll } from "../clients/client";
import { updateFrame } from "../clients/frames";
import { Pen } from "../clients/pen";
import type { Server } from "../contenders";
import { Ledger, median, spread } from "../figures";
import { pause } from "../random";
import { all, attempt, peers, within, withServers, type Row, type Stage, type Suite } from "../stage";

const text = "et hus med plass til alle som skal bo der ".repeat(100).slice(0, 4_000);
const openDocuments = 200;
const closedDocuments = 1_000;
const settleMs = 2_500;

export const memory: Suite = {
  name: "memory",
  about: "200 open documents of 4 kB, then 1000 opened and closed",
  async run(stage) {
    const contenders = stage.pick("floor", ...peers, "ours");
    const ledger = new Ledger();
    for (let round = 0; round < Math.min(stage.rounds, 2); round += 1) {
      for (const contender of contenders) await withServers([contender], { collects: true }, async ([server]) => server && (await attempt(server, stage, () => measure(server, ledger, stage))));
    }
    const names = contenders.map(({ name }) => name);
    const row = (measure: string, figure: string, limit: number): Row => ({
      measure,
      cells: Object.fromEntries(names.map((name) => [name, `${spread(ledger.of(name, figure), 0)}; ${spread(ledger.of(name, `${figure} held`), 0)}`])),
      target: `<= ${limit}`,
      reached: all(within(median(ledger.of("ours", figure)), limit)),
    });
    return [
      row("memory per open document, kB; the same when collected", "open", 75),
      row("left of each of 1000 closed documents, kB; the same when collected", "left", 10),
    ];
  },
};

async function measure(server: Server, ledger: Ledger, stage: Stage): Promise<void> {
  // what is loaded with the first document does not belong to the others
  await close(await open(server, 2));
  const start = { rss: server.memoryKb(), held: await server.heldKb() };
  const clients = await open(server, openDocuments);
  const opened = { rss: server.memoryKb(), held: await server.heldKb() };
  await close(clients);
  await close(await open(server, closedDocuments));
  // Hocuspocus keeps a document for two seconds after the last one has left
  await pause(2 * settleMs);
  const closed = { rss: server.memoryKb(), held: await server.heldKb() };
  const figures = {
    open: (opened.rss - start.rss) / openDocuments, "open held": (opened.held - start.held) / openDocuments,
    left: (closed.rss - start.rss) / closedDocuments, "left held": (closed.held - start.held) / closedDocuments,
  };
  for (const [figure, value] of Object.entries(figures)) ledger.record(server.name, figure, value);
  stage.say(`  ${server.name}: ${Object.entries(figures).map(([figure, value]) => `${figure} ${value.toFixed(0)} kB`).join(", ")}; process ${Math.round(start.rss / 1024)}, ${Math.round(opened.rss / 1024)}, ${Math.round(closed.rss / 1024)} MB`);
}

/** Two people in each; the first writes the text. */
async function open(server: Server, documents: number): Promise<Client[]> {
  let person = 0;
  const numbers = Array.from({ length: documents }, () => server.freshDocument());
  const clients = await openAll(documents * 2, 40, (index) => new Client(server.seat(numbers[index >> 1] ?? 0, person++)));
  for (let index = 0; index < clients.length; index += 2) clients[index]?.say(updateFrame(new Pen().begin(text)));
  await pause(settleMs);
  return clients;
}

async function close(clients: readonly Client[]): Promise<void> {
  for (const client of clients) client.leave();
  await pause(settleMs);
}
