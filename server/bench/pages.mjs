// `npm run bench:pages`: what the pages of a full-grown project cost beside an empty Remix page, and a comparison of two long plans.
// `npm run bench:pages -- --rounds 400 --profile front` writes a processor profile of one page beside the results.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dirname } from "node:path";
import { buildFolder, root } from "../commands/project.mjs";
import { needBuild, needNode, needPackages } from "../commands/ready.mjs";
import { run } from "../commands/run.mjs";

needNode();
await needPackages();
await needBuild();

const here = dirname(fileURLToPath(import.meta.url));
const program = join(root, ".cache", "bench", "programs", "pages.mjs");
const { build } = await import("esbuild");
const { serverBundle } = await import("../commands/build.mjs");
await build({ ...serverBundle, entryPoints: [join(here, "pages.ts")], outfile: program, logLevel: "warning" });
const { code } = await run(process.execPath, ["--enable-source-maps", program, ...process.argv.slice(2)], { env: { NODE_ENV: "production", PAGES_BUILD: buildFolder } });
process.exit(code);
