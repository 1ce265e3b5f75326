// People typing in one document, eight keys a second each: every key is an edit and a cursor that moves. What a delivered edit costs the server, and
// how long it takes from the key to another screen.
import { Client } from "../clients/client";
import { updateFrame } from "../clients/frames";
import { Pen } from "../clients/pen";
import { reachOf } from "../clients/reach-of";
import type { Server } from "../contenders";
import { Ledger, median, percentile, ratios, ratioText, spread } from "../figures";
import { pause } from "../random";
import { all, atLeast, attempt, peers, within, withServers, type Row, type Stage, type Suite } from "../stage";
import { disperse, gather, spentOn } from "./crowd";

const keysPerSecond = 8;
const warmMs = 1_000;
const measuredMs = 3_500;
/** What has not arrived this long after the last key counts as not delivered. */
const graceMs = 500;
/** Our own client does not echo presence (limit 0), the stock one does (limit 1). */
const limits: Readonly<Record<number, readonly [number, number]>> = { 50: [1.5, 2.6], 200: [0.8, 1.1] };

export const typing: Suite = {
  name: "typing",
  about: "50 and 200 people in one document, 5 and 10 of them typing",
  async run(stage) {
    const sizes = stage.people ?? [50, 200];
    const contenders = stage.pick("floor", ...peers, "ours", "ours-standard");
    const ledger = new Ledger();
    await withServers(contenders, {}, async (servers) => {
      for (const people of sizes) {
        for (let round = 0; round < stage.rounds; round += 1) {
          for (const server of servers) await attempt(server, stage, () => measure(server, people, ledger, stage));
        }
      }
    });
    return sizes.flatMap((people) => rowsFor(people, contenders.map(({ name }) => name), ledger));
  },
};

async function measure(server: Server, people: number, ledger: Ledger, stage: Stage): Promise<void> {
  const heard = listening();
  const clients = await gather(server, people, { update: heard.update });
  const typists = clients.slice(0, people > 100 ? 10 : 5).map((client) => heard.typist(client));
  await pause(warmMs);
  heard.start();
  const { seconds, serverCpu, load } = await spentOn(server, () => pause(measuredMs));
  for (const typist of typists) typist.stop();
  await pause(graceMs);
  const { delivered, latencies, keys } = heard.stop();
  const expected = keys * (people - 1);
  await disperse(clients);
  const cpu = (serverCpu * 1e6) / delivered;
  const [p50, p99] = [percentile(latencies, 0.5), percentile(latencies, 0.99)];
  const figures = { cpu, share: delivered / expected, p50, p99 };
  for (const [figure, value] of Object.entries(figures)) ledger.record(server.name, `${figure} ${people}`, value);
  stage.say(`  ${server.name}, ${people}: ${cpu.toFixed(1)} us, ${(100 * figures.share).toFixed(0)}% delivered, ${p50.toFixed(1)}/${p99.toFixed(1)} ms; server ${(100 * serverCpu / seconds).toFixed(0)}%, load ${(100 * load).toFixed(0)}% of a core`);
}

/** Counts each letter at each receiver, and how long it was on its way. */
export function listening() {
  const sentAt = new Map<number, Float64Array>();
  const known = new WeakMap<Client, Map<number, number>>();
  let delivered = 0;
  let latencies: number[] = [];
  let keys = 0;
  let isOn = false;
  return {
    update(client: Client, update: Uint8Array): void {
      const now = performance.now();
      const had = known.get(client) ?? new Map<number, number>();
      known.set(client, had);
      for (const { client: writer, start, end } of reachOf(update)) {
        // what was left out between the two was lost, and does not count
        const from = Math.max(start, had.get(writer) ?? 0);
        if (end <= from) continue;
        had.set(writer, end);
        const times = sentAt.get(writer);
        // what a newcomer is given was written before they came
        if (!times || client.clientId === writer || !client.isSynced) continue;
        for (let clock = from + 1; clock <= end; clock += 1) {
          const at = times[clock] ?? 0;
          if (at === 0) continue;
          delivered += 1;
          latencies.push(now - at);
        }
      }
    },
    /** Its client writes with a pen of its own from now on. */
    typist(client: Client) {
      const pen = new Pen();
      // the writer's own edits may come back to it: they are not counted
      const own = new Map<number, number>([[pen.clientId, Number.MAX_SAFE_INTEGER]]);
      for (const [writer, end] of known.get(client) ?? []) own.set(writer, end);
      known.set(client, own);
      const times = new Float64Array(20_000);
      sentAt.set(pen.clientId, times);
      const key = () => {
        const edit = pen.next();
        // keys pressed before the measuring began have no time, and are not counted
        if (isOn) times[pen.clock] = performance.now();
        if (isOn) keys += 1;
        client.say(updateFrame(edit));
        client.move();
      };
      let timer: NodeJS.Timeout | null = null;
      const start = setTimeout(() => (timer = setInterval(key, 1000 / keysPerSecond)), Math.random() * (1000 / keysPerSecond));
      return {
        stop() {
          clearTimeout(start);
          if (timer) clearInterval(timer);
        },
      };
    },
    start(): void {
      isOn = true;
    },
    stop(): { delivered: number; latencies: readonly number[]; keys: number } {
      isOn = false;
      const result = { delivered, latencies, keys };
      latencies = [];
      return result;
    },
  };
}

function rowsFor(people: number, names: readonly string[], ledger: Ledger): Row[] {
  const floor = ledger.of("floor", `cpu ${people}`);
  const middle = (name: string) => median(ratios(ledger.of(name, `cpu ${people}`), floor));
  const [ownLimit, stockLimit] = limits[people] ?? [Number.NaN, Number.NaN];
  const bestPeer = Math.min(...names.filter((name) => (peers as readonly string[]).includes(name)).map((name) => median(ledger.of(name, `p99 ${people}`))));
  const p99 = median(ledger.of("ours", `p99 ${people}`));
  const cells = (text: (name: string) => string) => Object.fromEntries(names.map((name) => [name, text(name)]));
  return [
    {
      measure: `server CPU per delivered update, ${people} people, ${people > 100 ? 10 : 5} typing (floor in us)`,
      cells: cells((name) => (name === "floor" ? spread(floor, 1) : ratioText(ledger.of(name, `cpu ${people}`), floor))),
      target: `<= ${ownLimit} x own client, <= ${stockLimit} x standard`,
      reached: all(within(middle("ours"), ownLimit), within(middle("ours-standard"), stockLimit)),
    },
    {
      measure: `key to the other screen, ${people} people, p50 / p99 in ms`,
      cells: cells((name) => `${spread(ledger.of(name, `p50 ${people}`), 1)} / ${spread(ledger.of(name, `p99 ${people}`), 1)}`),
      target: people === 200 ? "p99 <= 10 and <= best peer" : "",
      reached: people === 200 ? all(within(p99, 10), within(p99, bestPeer)) : null,
    },
    {
      measure: `share of the edits delivered in time, ${people} people`,
      cells: cells((name) => `${spread(ledger.of(name, `share ${people}`).map((each) => 100 * each), 0)}%`),
      target: "100%",
      reached: atLeast(Math.min(...ledger.of("ours", `share ${people}`)), 0.995),
    },
  ];
}
