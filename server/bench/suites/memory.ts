// What an open document costs in memory: 200 documents of 4 kB with two people in each, over what the process held, garbage
// collected, after its first document had come and gone; and how much of it lives, which does not depend on how much a process happened to have to spare. Then 1000 are opened and closed, and 1000 more: what is left of each of the first, and of each of the second. No Node server gives memory
// back to the machine soon: the first thousand tell how much it once needed, the second what a closed document really leaves.
import { Client, openAll } from "../clients/client";
import { updateFrame } from "../clients/frames";
import { Pen } from "../clients/pen";
import type { Server } from "../contenders";
import { Ledger, median, spread } from "../figures";
import { pause } from "../random";
import { all, attempt, peers, within, withServers, type Stage, type Suite } from "../stage";

const text = "et hus med plass til alle som skal bo der ".repeat(100).slice(0, 4_000);
const openDocuments = 200;
const closedDocuments = 1_000;
const settleMs = 2_500;
/** They differ little from round to round, and take long. */
const rounds = 1;
/** Hocuspocus 3 now and then never answers one of two who open a document together. */
const mayFail = 5;

export const memory: Suite = {
  name: "memory",
  about: "200 open documents of 4 kB, then 1000 opened and closed, twice",
  async run(stage) {
    const contenders = stage.pick("floor", ...peers, "ours");
    const ledger = new Ledger();
    for (let round = 0; round < Math.min(stage.rounds, rounds); round += 1) {
      for (const contender of contenders) await withServers([contender], { collects: true }, async ([server]) => server && (await attempt(server, stage, () => measure(server, ledger, stage))));
    }
    const names = contenders.map(({ name }) => name);
    const cells = (figures: readonly string[]) => Object.fromEntries(names.map((name) => [name, figures.map((figure) => spread(ledger.of(name, figure), 0)).join("; ")]));
    const ours = (figure: string) => median(ledger.of("ours", figure));
    return [
      { measure: "memory per open document, kB; of that living", cells: cells(["open", "open living"]), target: "<= 75", reached: all(within(ours("open"), 75), within(ours("open living"), 75)) },
      {
        measure: "left of each of 1000 closed documents, kB; of each of 1000 more; of that living",
        cells: cells(["left", "left again", "left living"]), target: "<= 10 of the second thousand", reached: all(within(ours("left again"), 10), within(ours("left living"), 10)),
      },
    ];
  },
};

async function measure(server: Server, ledger: Ledger, stage: Stage): Promise<void> {
  // what is loaded with the first document does not belong to the others
  await close(await open(server, 2));
  const start = await server.collected();
  const clients = await open(server, openDocuments);
  const opened = { atMost: server.memoryKb(), ...(await server.collected()) };
  await close(clients);
  const closed = await throughAThousand(server);
  const again = await throughAThousand(server);
  const figures = {
    open: (opened.atMost - start.held) / openDocuments, "open living": (opened.living - start.living) / openDocuments,
    left: (closed.atMost - start.held) / closedDocuments, "left again": (again.atMost - closed.atMost) / closedDocuments, "left living": (again.living - closed.living) / closedDocuments,
  };
  for (const [figure, value] of Object.entries(figures)) ledger.record(server.name, figure, value);
  stage.say(`  ${server.name}: ${Object.entries(figures).map(([figure, value]) => `${figure} ${value.toFixed(0)} kB`).join(", ")}; process ${[start.held, opened.atMost, closed.atMost, again.atMost].map((kb) => Math.round(kb / 1024)).join(", ")} MB`);
}

async function throughAThousand(server: Server): Promise<{ atMost: number; living: number }> {
  await close(await open(server, closedDocuments));
  // Hocuspocus keeps a document for two seconds after the last one has left
  await pause(2 * settleMs);
  return { atMost: server.memoryKb(), living: (await server.collected()).living };
}

/** Two people in each; the first writes the text. */
async function open(server: Server, documents: number): Promise<Client[]> {
  let person = 0;
  const numbers = Array.from({ length: documents }, () => server.freshDocument());
  const clients = await openAll(documents * 2, 40, (index) => new Client(server.seat(numbers[index >> 1] ?? 0, person++)), mayFail);
  for (let index = 0; index < clients.length; index += 2) clients[index]?.say(updateFrame(new Pen().begin(text)));
  await pause(settleMs);
  return clients;
}

async function close(clients: readonly Client[]): Promise<void> {
  for (const client of clients) client.leave();
  await pause(settleMs);
}
