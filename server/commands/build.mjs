// Builds what production runs: the pages with Remix and Vite, the server with esbuild, and tells how much script each kind of page costs.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { buildFolder, packageFile, root, seedFile, stopWith, verifyFile } from "./project.mjs";
import { needNode, needPackages, sourceHash, stampFile } from "./ready.mjs";
import { run } from "./run.mjs";

/** The stamp comes last: a build that was interrupted does not count. */
export async function build() {
  const hash = sourceHash();
  rmSync(stampFile, { force: true });
  mkdirSync(buildFolder, { recursive: true });
  const env = { NODE_ENV: "production" };
  const pages = await run(process.execPath, [packageFile("@remix-run/dev/dist/cli.js"), "vite:build", "--config", "remix.config.js", "--logLevel", "warn"], { env, quiet: true });
  if (pages.code !== 0) {
    // Rollup ends with every file it was watching
    console.error(pages.output.replace(/,?\s*watchFiles: \[[\s\S]*?\n\s*\]/g, ""));
    stopWith("The pages could not be built.");
  }
  await bundleServer();
  writeFileSync(stampFile, hash);
}

/** The server, the thread it works in and the demo's seed, each one file that node runs as it is; packages stay in node_modules. */
async function bundleServer() {
  const { build: bundle } = await import("esbuild");
  await bundle({
    ...serverBundle,
    entryPoints: { ...serverEntries, ...commandEntries },
    outdir: buildFolder,
    logLevel: "warning",
  });
}

/** What commands run: built like the server, so that they work where only the build was put. */
const commandEntries = {
  [relative(buildFolder, seedFile).replace(/\.js$/, "")]: join(root, "server", "commands", "seed-demo.ts"),
  [relative(buildFolder, verifyFile).replace(/\.js$/, "")]: join(root, "server", "commands", "verify-proof.ts"),
};

/** The server finds its workshop's script beside itself. */
export const serverEntries = { main: join(root, "server", "main.ts"), "workshop-worker": join(root, "server", "sync", "workshop-worker.ts") };

/** How esbuild treats our server code, here and while developing. @type {import("esbuild").BuildOptions} */
export const serverBundle = { bundle: true, packages: "external", platform: "node", format: "esm", target: "node20.19", sourcemap: true, absWorkingDir: root };

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  needNode();
  await needPackages();
  await build();
  const { printBudget } = await import("./budget.mjs");
  if (!printBudget()) process.exit(1);
}
