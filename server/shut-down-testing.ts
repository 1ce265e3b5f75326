// A real process that has a port and steps to close, for shut-down.test.ts. Everything it does is in its log.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { destination } from "pino";
import { makeLog } from "./log";
import { listen, shutDownOnce, type Step } from "./shut-down";

const { DRAIN_MS, CLOSE_MS, STUCK, BROKEN } = process.env;
// written at once: pino's usual output is written behind, and its last lines may change places when the process ends
const log = makeLog("info", destination({ dest: 1, sync: true }));
let stopping = false;
/** Asked for, and answered only when the first step has been done. */
const held: (() => void)[] = [];

const server = createServer((request, response) => {
  if (request.url !== "/held") return void response.end(stopping ? "stopping" : "open");
  log.info({}, "asked");
  held.push(() => response.end("held", () => log.info({}, "answered")));
});

const step = (name: string): Step => [name, async (leftMs) => {
  log.info({ leftMs }, name);
  if (name === STUCK) await new Promise(() => undefined);
  if (name === BROKEN) throw new Error("broken on purpose");
  // what is still in hand is answered a little after the step, not by it
  if (name === "documents") setTimeout(() => held.forEach((answer) => answer()), 50);
}];

await listen(server, 0, "127.0.0.1");
shutDownOnce(server, log, () => (stopping = true), ["documents", "mail", "notices", "database"].map(step), { drainMs: Number(DRAIN_MS ?? 0), closeMs: Number(CLOSE_MS ?? 10_000) });
log.info({ port: (server.address() as AddressInfo).port }, "open");
