// `npm run demo`: from a fresh clone to the demo project in the browser. `npm run demo -- --reset` starts it over.
import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { mainFile, root, seedFile, stopWith } from "./project.mjs";
import { needBuild, needNode, needPackages } from "./ready.mjs";
import { run } from "./run.mjs";

needNode();
const unknown = process.argv.slice(2).find((each) => each !== "--reset");
if (unknown) stopWith(`${unknown} is not known: npm run demo takes -- --reset, and nothing else.`);

const folder = resolve(root, process.env.SAMTUN_DATA ?? "data");
const file = join(folder, "demo.sqlite");
needFolder();
await needPort(Number(process.env.PORT ?? 3000), process.env.HOST ?? "localhost");
await needPackages();
await needBuild();

process.env.NODE_ENV = "production";
process.env.SAMTUN_MODE = "demo";
process.env.SAMTUN_LOG_LEVEL ??= "warn";
process.env.SAMTUN_SECRET ??= secret();
process.env.DATABASE_URL = file;
if (process.argv.includes("--reset")) removeDatabase(file);
if (!existsSync(file)) await seed();
process.setSourceMapsEnabled(true);
await import(pathToFileURL(mainFile).href);

function needFolder() {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    stopWith(`The folder ${folder} cannot be written: make it writable, or choose another with SAMTUN_DATA.`);
  }
}

/** Asked before anything is installed or built, so that nobody waits in vain. */
async function needPort(port, host) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) stopWith("PORT must be a whole number from 1 to 65535.");
  const fault = await new Promise((done) => {
    const server = createServer().once("error", done).listen({ port, host }, () => server.close(() => done(null)));
  });
  if (fault?.code === "EADDRINUSE") stopWith(`Port ${port} is in use: stop the program that has it, or choose another, for example PORT=${port === 65_535 ? port - 1 : port + 1} npm run demo.`);
  if (fault) stopWith(`Port ${port} of ${host} cannot be opened (${fault.code}): choose another with PORT and HOST.`);
}

/** What signs the demo's sessions: kept, so that people stay signed in from one run to the next. */
function secret() {
  const path = join(folder, "demo-secret");
  if (!existsSync(path)) writeFileSync(path, randomBytes(48).toString("base64url"), { mode: 0o600, flag: "wx" });
  return readFileSync(path, "utf8");
}

/** Into a file of its own first: a demo that was interrupted half way is not there at all. */
async function seed() {
  const unfinished = join(folder, `unfinished-demo-${process.pid}.sqlite`);
  const { code, output } = await run(process.execPath, ["--enable-source-maps", seedFile], { env: { DATABASE_URL: unfinished }, quiet: true });
  if (code === 0) {
    if (existsSync(`${unfinished}.checkpoints`)) renameSync(`${unfinished}.checkpoints`, `${file}.checkpoints`);
    if (existsSync(`${unfinished}.files`)) renameSync(`${unfinished}.files`, `${file}.files`);
    return renameSync(unfinished, file);
  }
  removeDatabase(unfinished);
  stopWith(`The demo project could not be loaded:\n${output}`);
}

function removeDatabase(path) {
  for (const each of [path, `${path}-wal`, `${path}-shm`, `${path}.checkpoints`]) rmSync(each, { force: true });
  rmSync(`${path}.files`, { recursive: true, force: true });
}
