// `npm run dev`: pages change as their files do, and the server starts again when its own files change.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";
import { needNode, needPackages } from "./ready.mjs";

needNode();
await needPackages();
const { context } = await import("esbuild");
const { serverBundle, serverEntries } = await import("./build.mjs");
mkdirSync(join(root, "data"), { recursive: true });

const folder = join(root, ".cache", "dev");
const env = { DATABASE_URL: join(root, "data", "development.sqlite"), SAMTUN_LOG_LEVEL: "info", ...process.env, NODE_ENV: "development", SAMTUN_MODE: "development" };
/** @type {import("node:child_process").ChildProcess | null} */
let server = null;
let turn = Promise.resolve();

/** One start at a time: the old server lets go of the port and the database first. */
function startAgain() {
  turn = turn.then(async () => {
    await stop();
    server = spawn(process.execPath, ["--enable-source-maps", join(folder, "main.js")], { cwd: root, env, stdio: "inherit" });
  });
}

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, "exit");
  server.kill("SIGTERM");
  await gone;
}

const watching = await context({
  ...serverBundle,
  entryPoints: serverEntries,
  outdir: folder,
  logLevel: "warning",
  plugins: [{ name: "start-again", setup: (build) => build.onEnd(({ errors }) => errors.length === 0 && startAgain()) }],
});
await watching.watch();

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, async () => {
    await watching.dispose();
    await turn;
    await stop();
    process.exit(0);
  });
}
