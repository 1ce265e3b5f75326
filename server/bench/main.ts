// The benchmark itself, bundled and started by bench.mjs: reads what is wished for, runs suite after suite, prints the table.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { contendersIn, type Places } from "./contenders";
import { machineLine, machineTime } from "./machine";
import type { Row, Stage } from "./stage";
import { suites } from "./suites";
import { table } from "./table";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string" }, people: { type: "string" }, minutes: { type: "string" }, only: { type: "string" }, server: { type: "string" }, help: { type: "boolean" },
  },
});
const usage = `npm run bench -- [suites] [--rounds 3] [--people 50,200] [--minutes 10] [--only floor,ours] [--server path/to/main.js]
Suites (all but soak when none is named):
${suites.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join("\n")}`;

function stopWith(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function wholeNumber(text: string | undefined, otherwise: number, name: string): number {
  if (text === undefined) return otherwise;
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : stopWith(`--${name} must be a whole number above 0.`);
}

if (values.help) {
  console.log(usage);
  process.exit(0);
}
const unknown = positionals.find((name) => !suites.some((suite) => suite.name === name));
if (unknown !== undefined) stopWith(`${unknown} is no suite.\n${usage}`);
const chosen = suites.filter(({ name }) => (positionals.length > 0 ? positionals.includes(name) : name !== "soak"));

const given = JSON.parse(process.env.BENCH_PLACES ?? "{}") as Omit<Places, "data">;
mkdirSync(join(given.cache, "data"), { recursive: true });
const data = mkdtempSync(join(given.cache, "data", "run-"));
const places: Places = { ...given, data, main: values.server ?? given.main };
process.on("exit", () => {
  if (process.exitCode !== 1) rmSync(data, { recursive: true, force: true });
});
// servers are ended when this process exits
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));

const postgres = process.env.BENCH_POSTGRES ?? process.env.TEST_DATABASE_URL ?? null;
const { contenders, left } = contendersIn(places, postgres);
const only = values.only?.split(",");
const stage: Stage = {
  rounds: wholeNumber(values.rounds, 3, "rounds"),
  people: values.people ? values.people.split(",").map((each) => wholeNumber(each, 1, "people")) : null,
  minutes: wholeNumber(values.minutes, 10, "minutes"),
  pick: (...names) => names.flatMap((name) => contenders.filter((each) => each.name === name && (only?.includes(name) ?? true))),
  say: (line) => console.log(line),
  places,
  postgres,
  cached: (name) => join(places.cache, name),
};

const began = machineTime();
const rows: Row[] = [];
for (const suite of chosen) {
  console.log(`\n== ${suite.name}: ${suite.about}`);
  const beganAt = performance.now();
  try {
    const found = await suite.run(stage);
    rows.push(...found);
    console.log(`${table(found)}\n(${Math.round((performance.now() - beganAt) / 1000)} s)`);
  } catch (fault) {
    process.exitCode = 1;
    console.error(`The suite ${suite.name} broke:`, fault);
  }
}
console.log(`\n${table(rows)}\n\n${machineLine(began)}. Ratios are medians of ${stage.rounds} rounds (smallest-largest), each to the floor of its own round.`);
for (const sentence of left) console.log(sentence);
process.exit();
