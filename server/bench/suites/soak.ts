// A hundred documents and two hundred people for some minutes: half of them write in bursts, some leave and come back. Memory must stay flat, and nobody
// wait. Not part of the whole run: `npm run bench -- soak --minutes 10`.
import { randomBytes } from "node:crypto";
import { Client, openAll } from "../clients/client";
import type { Server } from "../contenders";
import { median, percentile } from "../figures";
import { pause } from "../random";
import { atLeast, all, withServers, within, type Stage, type Suite } from "../stage";
import { listening } from "./typing";

const documents = 100;
const perDocument = 2;
const sampleMs = 15_000;
const metricsToken = randomBytes(32).toString("hex");

type Sample = { readonly minute: number; readonly mb: number; readonly p99: number; readonly loopDelayMs: number | null };

export const soak: Suite = {
  name: "soak",
  about: "100 documents, 200 people, ten minutes: memory over time",
  async run(stage) {
    const [contender] = stage.pick("ours");
    if (!contender) return [];
    const samples: Sample[] = [];
    await withServers([contender], { metricsToken }, async ([server]) => server && (await measure(server, samples, stage)));
    const late = (from: number, to: number) => median(samples.slice(Math.floor(from * samples.length), Math.ceil(to * samples.length)).map(({ mb }) => mb));
    const [early, last] = [late(0.2, 0.4), late(0.8, 1)];
    const delays = samples.map(({ loopDelayMs }) => loopDelayMs).filter((each) => each !== null);
    return [{
      measure: `${documents} documents, ${documents * perDocument} people, ${stage.minutes} min: MB after a fifth and at the end; event-loop delay p99 in ms; p99 from key to screen in ms`,
      cells: { ours: `${early.toFixed(0)} and ${last.toFixed(0)}; ${delays.length > 0 ? Math.max(...delays).toFixed(1) : "not told"}; ${median(samples.map(({ p99 }) => p99)).toFixed(1)}` },
      target: "flat (<= 1.1 x)",
      reached: all(within(last / early, 1.1), atLeast(samples.length, 4)),
    }];
  },
};

async function measure(server: Server, samples: Sample[], stage: Stage): Promise<void> {
  const numbers = Array.from({ length: documents }, () => server.freshDocument());
  const heard = listening();
  const seat = (index: number) => server.seat(numbers[index % documents] ?? 0, index);
  const open = (index: number) => new Client(seat(index), { update: heard.update });
  const clients = await openAll(documents * perDocument, 20, open);
  /** Who writes now; the first of each document. Everybody rests between bursts. */
  const typing = new Map<number, { stop(): void }>();
  const began = performance.now();
  const bursts = setInterval(() => {
    const index = Math.floor(Math.random() * documents);
    const client = clients[index];
    const busy = typing.get(index);
    if (busy) {
      busy.stop();
      typing.delete(index);
    } else if (client && client.closed === null) typing.set(index, heard.typist(client));
  }, 50);
  const comings = setInterval(() => {
    const index = documents + Math.floor(Math.random() * documents);
    clients[index]?.leave();
    clients[index] = open(index);
  }, 1_000);
  heard.start();
  for (const end = began + stage.minutes * 60_000; performance.now() < end; ) {
    await pause(sampleMs);
    const { latencies } = heard.stop();
    heard.start();
    const sample = { minute: (performance.now() - began) / 60_000, mb: server.memoryKb() / 1024, p99: percentile(latencies, 0.99), loopDelayMs: await loopDelay(server) };
    samples.push(sample);
    stage.say(`  ${sample.minute.toFixed(1)} min: ${sample.mb.toFixed(0)} MB, p99 ${sample.p99.toFixed(1)} ms, event loop ${sample.loopDelayMs?.toFixed(1) ?? "not told"} ms, ${clients.filter((each) => each.closed !== null).length} closed`);
  }
  clearInterval(bursts);
  clearInterval(comings);
  for (const each of typing.values()) each.stop();
  for (const client of clients) client.leave();
}

/** As the server's own metrics tell it; null when they do not. */
async function loopDelay(server: Server): Promise<number | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
    const found = /^\w*event_?loop\w*(?:_p99\w*|\{[^}]*0\.99[^}]*\})\s+([\d.e+-]+)$/m.exec(await answer.text());
    return found ? Number(found[1]) * 1000 : null;
  } catch {
    return null;
  }
}
