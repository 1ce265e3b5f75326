// Renders pages of a full-grown project in this process, turn about with an empty Remix page, and prints how many times as long each takes.
// What goes before the page (signing in, the web server) is the same for all and left out: so the ratios are as hard as they can be.
import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { countQueries } from "../../db/testing";
import { bind } from "../context";
import type { Office } from "../office";
import { views } from "../views";
import { longPlans } from "./long-plans";
import { compareContent } from "../compare";
import { emptyPages } from "./empty-pages";
import { median, percentile } from "./figures";
import { grownProject } from "./grown-project";
import { machineLine, machineTime } from "./machine";
import { randomFrom } from "./random";

const { values } = parseArgs({ options: { rounds: { type: "string" }, profile: { type: "string" } } });
const rounds = Math.max(1, Number(values.rounds ?? 300));
const warming = Math.min(60, rounds);
const began = machineTime();
const folder = mkdtempSync(join(tmpdir(), "samtun-pages-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const { office, visitor, projectId, counts } = await grownProject(join(folder, "samtun.sqlite"));
console.log(`A project with ${counts.milestones} milestones, ${counts.entries} journal entries and ${counts.evidence} evidence versions.`);
const build = (await import(pathToFileURL(join(process.env.PAGES_BUILD ?? "build", "server", "index.js")).href)) as ServerBuild;

type Page = { readonly name: string; readonly path: string; readonly answer: (request: Request, office: Office) => Promise<Response> };
const base = `/projects/${projectId}`;
const pageOf = (name: string, path: string, of: ServerBuild): Page => {
  const handler = createRequestHandler(of, "production");
  return { name, path, answer: (request, from) => handler(request, contextFrom(from)) };
};
const { bare, framed, routed } = emptyPages(build);
const pages: readonly Page[] = [
  pageOf("empty", "/", bare),
  pageOf("empty, our frame", "/", framed),
  pageOf("empty, our routes", base, routed),
  ...[["front", base], ["milestones", `${base}/milestones`], ["timeline", `${base}/timeline`], ["journal", `${base}/journal`]].map(([name = "", path = ""]) => pageOf(name, path, build)),
];

function contextFrom(from: Office): AppLoadContext {
  const unasked = () => { throw new Error("no page of this benchmark does that"); };
  return {
    nonce: "nonce", mode: "production", baseUrl: office.baseUrl, visitor, language: "nb", colourScheme: "auto", accessibilityStatementUrl: null,
    noteFault: (fault) => { throw fault; },
    views: bind(views, from, visitor),
    acts: new Proxy({}, { get: unasked }) as AppLoadContext["acts"],
    desk: new Proxy({}, { get: unasked }) as AppLoadContext["desk"],
  };
}

async function render({ path, answer }: Page, from: Office = office): Promise<{ readonly ms: number; readonly bytes: number }> {
  const before = performance.now();
  const response = await answer(new Request(`http://localhost${path}`), from);
  const { byteLength } = await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return { ms: performance.now() - before, bytes: byteLength };
}

const taken = new Map<string, number[]>(pages.map((page) => [page.name, []]));
const random = randomFrom(1);
const bytes = new Map<string, number>();
const queries = new Map<string, number>();
for (let round = -warming; round < rounds; round += 1) {
  for (const page of pages.toSorted(() => random() - 0.5)) {
    const { ms, bytes: size } = await render(page);
    bytes.set(page.name, size);
    if (round >= 0) taken.get(page.name)?.push(ms);
  }
}
for (const page of pages) {
  const { db, asked } = countQueries(office.db);
  await render(page, { ...office, db });
  queries.set(page.name, asked());
}

const most = 3;
const of = (name: string) => taken.get(name) ?? [];
const ratio = (name: string, to: string) => median(of(name)) / median(of(to));
const judged = ["front", "milestones", "timeline"];
console.log(`\n| page | median ms | p90 ms | to the empty page | in our frame | among our routes | kB of HTML | queries | at most ${most} |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |`);
for (const { name } of pages) {
  const found = ["empty", "empty, our frame", "empty, our routes"].map((to) => ratio(name, to));
  const verdict = judged.includes(name) ? found.map((each) => (each <= most ? "yes" : "**no**")).join(", ") : "";
  console.log(`| ${[name, median(of(name)).toFixed(2), percentile(of(name), 0.9).toFixed(2), ...found.map((each) => `${each.toFixed(2)} x`), ((bytes.get(name) ?? 0) / 1000).toFixed(0), queries.get(name), verdict].join(" | ")} |`);
}

const { before, after, words, edits } = longPlans(randomFrom(7));
const compared: number[] = [];
let changes = 0;
for (let run = 0; run < 12; run += 1) {
  const start = performance.now();
  const { counts: found } = compareContent(before, after);
  compared.push(performance.now() - start);
  changes = found.reduce((sum, each) => sum + each.count, 0);
}
console.log(`\nComparing two plans of ${words} words each with ${edits} edits (${changes} changes told): first time ${(compared[0] ?? 0).toFixed(0)} ms, median of ${compared.length} ${median(compared).toFixed(0)} ms; to reach 500 ms: ${(compared[0] ?? 0) < 500 ? "yes" : "**no**"}.`);
console.log(`\n${rounds} rounds after ${warming} to warm up. ${machineLine(began)}.`);

if (values.profile) {
  const page = pages.find((each) => each.name === values.profile);
  if (!page) throw new Error(`no page is called ${values.profile}`);
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
  for (let round = 0; round < rounds; round += 1) await render(page);
  const { profile } = await session.post("Profiler.stop");
  const file = `pages-${page.name}.cpuprofile`;
  writeFileSync(file, JSON.stringify(profile));
  console.log(`The profile is in ${file}.`);
}
await office.db.destroy();
