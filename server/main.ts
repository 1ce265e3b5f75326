// Builds everything once, wires it, and takes it down in order. The only file that knows all the others.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { howTheOutboxStands } from "../db/outbox";
import { makeWhoIs } from "./access";
import { noteAllMissed } from "./acts/note-missed";
import { settleDocument } from "./acts/settle-document";
import { checkAuthTables, makeAuth } from "./auth";
import { makeDesk } from "./auth-desk";
import { bootFault, withoutPassword } from "./boot-fault";
import { localBulletin } from "./bulletin";
import { readConfig, type Config } from "./config";
import { sweepFiles } from "./files/sweep-files";
import { freeBytesBeside } from "./disk-space";
import { makeHttp } from "./http";
import { makeLog, type Log } from "./log";
import { startPostman } from "./mail";
import { mayGo, startNoticer } from "./notices/noticer";
import { openOffice } from "./open-office";
import { builtPages, developedPages } from "./pages";
import { makeMetrics } from "./metrics";
import { presentDemo } from "./present-demo";
import { startSealing } from "./proof/seal-journal";
import { redisBulletin } from "./redis-bulletin";
import { startRounds, type Round } from "./rounds";
import { listen, shutDownOnce, type Step } from "./shut-down";
import { noCourier } from "./sync/courier";
import { noMeter } from "./sync/meter";
import { openSync } from "./sync/open-sync";
import { redisCourier } from "./sync/redis-courier";
import { threadWorkshop } from "./sync/workshop-thread";
import { makeWelcomeLink } from "./welcome";

/** What the server does by itself once a day. */
const rounds: readonly Round[] = [{ name: "missedConditions", from: "00:00", run: noteAllMissed }, { name: "sweepFiles", from: "03:00", run: sweepFiles }];

async function open(config: Config, log: Log): Promise<void> {
  const local = localBulletin((fault) => log.error({ err: fault }, "a listener broke"));
  const remote = config.redisUrl ? redisBulletin(config.redisUrl, config.baseUrl, local, log) : null;
  const bulletin = remote ?? local;
  const office = await openOffice(config, bulletin, log);
  const auth = makeAuth(office, { secret: config.secret });
  await checkAuthTables(office, { secret: config.secret });
  const whoIs = makeWhoIs(office, auth);
  let stopping = false;
  const courier = config.redisUrl ? redisCourier(config.redisUrl, config.baseUrl, log) : noCourier;
  // nobody may ask: nothing is counted
  const metrics = config.metricsToken === null ? null : makeMetrics({
    counts: () => sync.counts(),
    outbox: () => howTheOutboxStands(office.db, office.now()),
    freeBytes: freeBytesBeside(config.databaseUrl),
    redisIsUp: config.redisUrl ? () => courier.isUp() : null,
    isStopping: () => stopping,
  });
  const sync = openSync({
    office, whoIs, courier, meter: metrics?.meter ?? noMeter,
    onSettled: (documentId, room) => settleDocument(office, documentId, room),
    workshop: threadWorkshop(new URL("./workshop-worker.js", import.meta.url), log),
  });
  // the demo's addresses are invented: whatever mail server is named in the environment, none of its letters leaves the house
  const sealing = startSealing(office);
  const postman = config.smtpUrl && config.mode !== "demo" ? startPostman(office, { smtpUrl: config.smtpUrl, from: config.mailFrom }, (letter) => mayGo(office, letter)) : null;
  const noticer = startNoticer(office);
  const pages = config.mode === "development" ? await developedPages() : await builtPages(dirname(fileURLToPath(import.meta.url)));

  const server = createServer(makeHttp({ office, config, whoIs, desk: makeDesk(office, auth), pages, metrics, isStopping: () => stopping }));
  server.on("upgrade", (request, socket, head) => sync.handleUpgrade(request, socket, head));
  await listen(server, config.port, config.host);
  log.info({ mode: config.mode, address: config.baseUrl, database: withoutPassword(config.databaseUrl) }, "open");

  const daily = startRounds(office, rounds);

  const steps: readonly Step[] = [
    ["documents", () => sync.close()],
    ["pages", () => pages.close()],
    ["tasks", () => noticer.stop()],
    ["rounds", () => daily.stop()],
    ["mail", () => postman?.stop() ?? Promise.resolve()],
    ["notices", () => Promise.all([courier.close(), remote?.close()]).then(() => undefined)],
    ["journals", () => sealing.stop()],
    ["database", () => office.db.destroy()],
  ];
  shutDownOnce(server, log, () => (stopping = true), steps, { drainMs: config.drainSeconds * 1000, closeMs: config.stopSeconds * 1000 });
  if (config.mode === "demo") return presentDemo(office, config);
  const welcome = await makeWelcomeLink(office);
  // printed, not logged: it opens the door once
  if (welcome) console.log(`\nNobody administers Samtun yet. Open this address within two days to begin; it works once:\n\n  ${welcome}\n`);
}

function stopWith(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const answer = readConfig(process.env, (path) => readFileSync(path, "utf8"));
if (!answer.ok) stopWith(`Samtun cannot start:\n${answer.faults.map((fault) => `  - ${fault}`).join("\n")}\nSee docs/operation.md.`);
const log = makeLog(answer.config.logLevel);
for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (fault: unknown) => {
    log.error({ err: fault }, "an unforeseen fault ends the server");
    process.exit(1);
  });
}
open(answer.config, log).catch((fault: unknown) => {
  const { port, mode, databaseUrl } = answer.config;
  const sentence = bootFault(fault, { port, mode, database: withoutPassword(databaseUrl) });
  if (sentence === null) throw fault;
  stopWith(sentence);
});
