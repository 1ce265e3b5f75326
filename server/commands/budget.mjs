// Weighs, compressed, the script a browser fetches for each kind of page, from the manifest Remix wrote. Over the budget is a fault like any other.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { buildFolder, stopWith } from "./project.mjs";

const kilobyte = 1000;
/** Kinds of page: a route of each, and the most it may cost in kB gzip with everything it loads later by itself. */
const kinds = [
  { name: "page without editor", budget: 125, route: (id) => !/\.write(\.|$|\/)/.test(id), later: false },
  { name: "editor page", budget: 320, route: (id) => /\.write(\.|$|\/)/.test(id), later: true },
];

/** Prints the heaviest page of each kind, and answers whether all are within their budget. */
export function printBudget() {
  const { assets, graph } = readBuild();
  let within = true;
  for (const { name, budget, route, later } of kinds) {
    const pages = Object.values(assets.routes).filter((each) => each.id !== "root" && route(each.id)).map((each) => weigh(assets, graph, each, later));
    const heaviest = pages.sort((one, other) => other.bytes - one.bytes)[0];
    if (!heaviest) {
      console.log(`JavaScript, ${name}: no such page`);
      within = false;
      continue;
    }
    const size = (heaviest.bytes / kilobyte).toFixed(1);
    const fits = heaviest.bytes <= budget * kilobyte;
    console.log(`JavaScript, ${name}: ${size} kB gzip at most (${heaviest.id}), budget ${budget} kB${fits ? "" : " - OVER THE BUDGET"}`);
    within &&= fits;
  }
  return within;
}

/** @returns {{ id: string, bytes: number }} */
function weigh(assets, graph, page, later) {
  const files = new Set([assets.entry.module, ...assets.entry.imports]);
  for (let route = page; route; route = assets.routes[route.parentId]) {
    for (const file of [route.module, ...(route.imports ?? [])]) files.add(file);
  }
  if (later) for (const file of files) for (const each of graph.loadedLaterBy(file)) files.add(each);
  return { id: page.id, bytes: [...files].reduce((sum, file) => sum + graph.weightOf(file), 0) };
}

function readBuild() {
  const folder = join(buildFolder, "client", "assets");
  if (!existsSync(folder)) stopWith("There is no build to weigh: run npm run build.");
  const manifest = readdirSync(folder).find((file) => /^manifest-.*\.js$/.test(file)) ?? stopWith("The build has no manifest.");
  const assets = JSON.parse(readFileSync(join(folder, manifest), "utf8").replace(/^window\.__remixManifest=/, "").replace(/;\s*$/, ""));
  const weights = new Map();
  return { assets, graph: { weightOf: (file) => remember(weights, file, () => gzipSync(readFileSync(join(buildFolder, "client", file))).length), loadedLaterBy } };
}

/** The files a script names: what it imports at once (counted already) and what it imports when a part of the page needs it. */
function loadedLaterBy(file) {
  const text = readFileSync(join(buildFolder, "client", file), "utf8");
  const names = [...text.matchAll(/["'](?:\.\/|assets\/|\/assets\/)([\w.-]+\.js)["']/g)].map((match) => `/assets/${match[1]}`);
  return names.filter((name) => !/\/manifest-/.test(name) && existsSync(join(buildFolder, "client", name)));
}

function remember(map, key, make) {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exit(printBudget() ? 0 : 1);
