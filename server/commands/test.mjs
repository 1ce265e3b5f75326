// `npm test`: everything that can be checked here, and the name of what cannot. The very last line counts it all.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { findChromium } from "./chromium.mjs";
import { packageFile, root } from "./project.mjs";
import { needBuild, needNode, needPackages } from "./ready.mjs";
import { run } from "./run.mjs";
import { countTests, lastLine, nothing, plus, secondTries } from "./tally.mjs";

needNode();
await needPackages();
const cache = join(root, ".cache");
mkdirSync(cache, { recursive: true });
const chromium = findChromium();
const isStrict = process.env.CI !== undefined && process.env.CI !== "" && process.env.CI !== "false";

/** Programs that read what we write: the tests that need one that is not here leave themselves out. */
const readers = ["pdftotext", "pdfinfo", "pdffonts", "xmllint", "unzip", "sha256sum", "soffice"];
const onPath = (/** @type {string} */ program) => (process.env.PATH ?? "").split(":").some((folder) => existsSync(join(folder, program)));

/** What this machine lacks, and the command that would have made the tests possible. */
const skips = [
  { what: "everything on PostgreSQL", lacks: !process.env.TEST_DATABASE_URL, cure: "TEST_DATABASE_URL=postgres://postgres@127.0.0.1/test npm test" },
  { what: "notices between servers through Redis", lacks: !process.env.TEST_REDIS_URL, cure: "TEST_REDIS_URL=redis://127.0.0.1:6379 npm test" },
  { what: "browser tests (no Chromium)", lacks: chromium === null, cure: "apt-get install chromium, or CHROMIUM_PATH=/path/to/chromium npm test" },
  { what: "papers and archives read back by other programs", lacks: readers.some((each) => !onPath(each)), cure: "apt-get install poppler-utils libxml2-utils unzip libreoffice-writer-nogui" },
].filter(({ lacks }) => lacks);

let tally = nothing;
tally = plus(tally, await check("types", "typescript/bin/tsc", ["--noEmit"]));
tally = plus(tally, await check("lint", "eslint/bin/eslint.js", ["--config", "server/commands/eslint.config.js", "."]));
tally = plus(tally, await tests("unit"));
heading("build and weight of the pages");
await needBuild();
const { printBudget } = await import("./budget.mjs");
tally = plus(tally, printBudget() ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 });
if (chromium !== null) tally = plus(tally, await tests("browser"));

for (const { what, cure } of skips) console.log(`${isStrict ? "NOT RUN, and CI allows no skip" : "Skipped"}: ${what}. To run: ${cure}`);
tally = plus(tally, { ...nothing, skipped: skips.length });
if (isStrict) tally = { ...tally, failed: tally.failed + tally.skipped, skipped: 0 };
console.log(lastLine(tally));
process.exit(tally.failed === 0 ? 0 : 1);

async function check(name, program, parameters) {
  heading(name);
  const { code } = await run(process.execPath, [packageFile(program), ...parameters]);
  console.log(code === 0 ? `${name}: good` : `${name}: FAILED`);
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 };
}

async function tests(project) {
  heading(`${project} tests`);
  const report = join(cache, `${project}-tests.json`);
  rmSync(report, { force: true });
  const { code } = await run(
    process.execPath,
    [packageFile("vitest/vitest.mjs"), "run", "--config", "remix.config.js", "--project", project, "--reporter=dot", "--reporter=json", `--outputFile.json=${relative(root, report)}`],
    { env: { CHROMIUM_PATH: chromium ?? undefined } },
  );
  const found = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
  for (const each of secondTries(found)) console.log(`Passed only at the second try: ${each}`);
  return countTests(found, code);
}

function heading(words) {
  console.log(`\n== ${words}`);
}
