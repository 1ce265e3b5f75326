// `npm run bench`: our engine, the floor and the peers, side by side in one run, and a table of ratios. From a fresh clone it installs and builds first.
// `npm run bench -- typing flat --rounds 5 --people 50,200 --only floor,ours`; `npm run bench -- --help` names everything.
import { mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { mainFile, root, stopWith } from "../commands/project.mjs";
import { needBuild, needNode, needPackages } from "../commands/ready.mjs";
import { run } from "../commands/run.mjs";
import { installPeers } from "./peers/install.mjs";

needNode();
if (process.platform !== "linux") stopWith("The benchmark reads /proc, so it needs Linux.");
await needPackages();
await needBuild();

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(root, ".cache", "bench");
mkdirSync(cache, { recursive: true });
const peers = installPeers(cache, join(here, "peers"));

const { build } = await import("esbuild");
const { serverBundle } = await import("../commands/build.mjs");
const programs = join(cache, "programs");
await build({
  ...serverBundle,
  entryPoints: Object.fromEntries(
    ["main.ts", "servers/seed.ts", "servers/floor.ts", "servers/lossy.ts", "servers/gc-on-signal.mjs", "clients/hostile-worker.ts"].map((file) => [basename(file).replace(/\.\w+$/, ""), join(here, file)]),
  ),
  outdir: programs,
  outExtension: { ".js": ".mjs" },
  logLevel: "warning",
});
const { code } = await run(process.execPath, ["--enable-source-maps", join(programs, "main.mjs"), ...process.argv.slice(2)], {
  env: { BENCH_PLACES: JSON.stringify({ cache, programs, main: mainFile, peers }) },
});
process.exit(code);
