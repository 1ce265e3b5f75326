// Four people write as fast as the server takes it (closed loop: each has at most so many edits on the way), and everybody else reads. Counts edits
// delivered, not messages: a server may send many edits in one.
import type { Client } from "../clients/client";
import { updateFrame } from "../clients/frames";
import { Pen } from "../clients/pen";
import { reachOf } from "../clients/reach-of";
import type { Server } from "../contenders";
import { Ledger, median, ratios, ratioText, spread } from "../figures";
import { pause } from "../random";
import { atLeast, attempt, peers, withServers, type Stage, type Suite } from "../stage";
import { disperse, gather, spentOn } from "./crowd";

const writers = 4;
const onTheWay = 64;
const warmMs = 800;
const measuredMs = 2_500;
const limits: Readonly<Record<number, number>> = { 50: 9, 200: 11 };

export const flat: Suite = {
  name: "flat",
  about: "50 and 200 people, 4 writing as fast as they are served",
  async run(stage) {
    const sizes = stage.people ?? [50, 200];
    const contenders = stage.pick("floor", ...peers, "ours");
    const ledger = new Ledger();
    await withServers(contenders, {}, async (servers) => {
      for (const people of sizes) for (let round = 0; round < stage.rounds; round += 1) for (const server of servers) await attempt(server, stage, () => measure(server, people, ledger, stage));
    });
    return sizes.map((people) => {
      const floor = ledger.of("floor", `rate ${people}`);
      const cells = contenders.map(({ name }) => [name, name === "floor" ? `${spread(floor.map((each) => each / 1000), 0)}k` : ratioText(ledger.of(name, `rate ${people}`), floor)]);
      return {
        measure: `updates delivered per second flat out, ${people} people, ${writers} writing`,
        cells: Object.fromEntries(cells) as Record<string, string>,
        target: limits[people] ? `>= ${limits[people]} x` : "",
        reached: limits[people] ? atLeast(median(ratios(ledger.of("ours", `rate ${people}`), floor)), limits[people]) : null,
      };
    });
  },
};

async function measure(server: Server, people: number, ledger: Ledger, stage: Stage): Promise<void> {
  const pens = new Map<number, { readonly pen: Pen; readonly client: Client; sent: number; delivered: number }>();
  const known = new WeakMap<Client, Map<number, number>>();
  let delivered = 0;
  let isWriting = true;
  const clients = await gather(server, people, {
    update(client, update) {
      const had = known.get(client) ?? new Map<number, number>();
      known.set(client, had);
      for (const { client: id, start, end } of reachOf(update)) {
        const writer = pens.get(id);
        const from = Math.max(start, had.get(id) ?? 0);
        if (!writer || end <= from || writer.client === client) continue;
        had.set(id, end);
        delivered += end - from;
        writer.delivered += end - from;
        if (isWriting) write(writer);
      }
    },
  });

  /** As many as are allowed to be on the way, counted at the average receiver. */
  function write(writer: { readonly pen: Pen; readonly client: Client; sent: number; delivered: number }): void {
    const arrived = writer.delivered / (people - 1);
    if (writer.sent - arrived > onTheWay / 2) return;
    // one write to the network for all of them: the load must cost less than the server
    const socket = (writer.client.ws as unknown as { _socket: { cork(): void; uncork(): void } })._socket;
    socket.cork();
    for (; writer.sent - arrived < onTheWay; writer.sent = writer.pen.clock) writer.client.say(updateFrame(writer.pen.next()));
    socket.uncork();
  }

  for (const client of clients.slice(0, writers)) {
    const pen = new Pen();
    pens.set(pen.clientId, { pen, client, sent: 0, delivered: 0 });
  }
  for (const writer of pens.values()) write(writer);
  await pause(warmMs);
  const before = delivered;
  const { seconds, serverCpu, load } = await spentOn(server, () => pause(measuredMs));
  const rate = (delivered - before) / seconds;
  isWriting = false;
  await disperse(clients);
  ledger.record(server.name, `rate ${people}`, rate);
  stage.say(`  ${server.name}, ${people}: ${(rate / 1000).toFixed(0)}k updates/s; server ${(100 * serverCpu / seconds).toFixed(0)}%, load ${(100 * load).toFixed(0)}% of a core`);
}
