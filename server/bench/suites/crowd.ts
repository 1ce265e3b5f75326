// People in one document, and what their server spends on them: shared by the suites about typing, cursors and flat-out writing.
import { Client, openAll, type Ears } from "../clients/client";
import type { Server } from "../contenders";
import { pause } from "../random";

/** They come fifty at a time, and the server is left alone for a moment before anything is measured. */
export async function gather(server: Server, people: number, ears: Ears): Promise<Client[]> {
  const document = server.freshDocument();
  const clients = await openAll(people, 50, (person) => new Client(server.seat(document, person), ears));
  await pause(300);
  return clients;
}

export async function disperse(clients: readonly Client[]): Promise<void> {
  for (const client of clients) client.leave();
  await pause(300);
  for (const client of clients) client.drop();
}

export type Spent = { readonly seconds: number; readonly serverCpu: number; /** Share of one core that the load itself took. */ readonly load: number };

/** What one stretch of time cost the server; `work` ends when the stretch ends. */
export async function spentOn(server: Server, work: () => Promise<unknown>): Promise<Spent> {
  const began = performance.now();
  const cpu = server.cpuSeconds();
  const own = process.cpuUsage();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(own);
  return { seconds, serverCpu: server.cpuSeconds() - cpu, load: (user + system) / 1e6 / seconds };
}
