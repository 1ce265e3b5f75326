// Weighs, compressed, the script a browser fetches for each kind of page, from the manifest Remix wrote. Over the budget is a fault like any other.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { buildFolder, root, stopWith } from "./project.mjs";

const kilobyte = 1000;
/** The most a page of each kind may cost, in kB gzip. */
const kinds = [
  { name: "page without editor", budget: 125, isKind: (id) => !isEditor(id) },
  { name: "editor page", budget: 320, isKind: isEditor },
];

/** The pages' own answer to which words they need. It is TypeScript, which not every Node we run on can read. */
const { topicsAt } = await readTopics();

async function readTopics() {
  const { transform } = await import("esbuild");
  const { code } = await transform(readFileSync(join(root, "app", "words", "topics.ts"), "utf8"), { loader: "ts", format: "esm" });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

function isEditor(id) {
  return /\.write(\.|$|\/)/.test(id);
}

/** Prints the heaviest page of each kind, and answers whether all are within their budget. */
export function printBudget() {
  const { assets, graph } = readBuild();
  let within = true;
  for (const { name, budget, isKind } of kinds) {
    const pages = Object.values(assets.routes).filter((each) => each.id !== "root" && isKind(each.id)).map((each) => weigh(assets, graph, each));
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

/** Every script of the page, those it fetches by itself when it has begun too; of words those its address asks for, in the language where they weigh most. */
function weigh(assets, graph, page) {
  const files = new Set([assets.entry.module, ...assets.entry.imports]);
  const parts = [];
  for (let route = page; route; route = assets.routes[route.parentId]) {
    for (const file of [route.module, ...(route.imports ?? [])]) files.add(file);
    if (route.path) parts.unshift(route.path);
  }
  walk(files, graph, (file) => !isWords(file));
  const topics = ["every-page", ...topicsAt(`/${parts.join("/")}`)];
  const languages = ["nb", "nn", "en"].map((language) => {
    const words = new Set(topics.map((topic) => graph.wordsFile(language, topic)));
    // what every page gets names all topics of the language, to be fetched when they are needed
    walk(words, graph, (file) => !files.has(file), (file) => !isWords(file, "every-page"));
    return sum(words, graph);
  });
  return { id: page.id, bytes: sum(files, graph) + Math.max(...languages) };
}

function isWords(file, topic = "") {
  return new RegExp(`/words-(nb|nn|en)-${topic}`).test(file);
}

/** Adds what the files name, and what that names; a set that grows while it is walked is walked to its end. */
function walk(files, graph, mayAdd, mayOpen = () => true) {
  for (const file of files) if (mayOpen(file)) for (const each of graph.namedIn(file)) if (mayAdd(each)) files.add(each);
}

function sum(files, graph) {
  return [...files].reduce((bytes, file) => bytes + graph.weightOf(file), 0);
}

function readBuild() {
  const folder = join(buildFolder, "client", "assets");
  if (!existsSync(folder)) stopWith("There is no build to weigh: run npm run build.");
  const manifest = readdirSync(folder).find((file) => /^manifest-.*\.js$/.test(file)) ?? stopWith("The build has no manifest.");
  const assets = JSON.parse(readFileSync(join(folder, manifest), "utf8").replace(/^window\.__remixManifest=/, "").replace(/;\s*$/, ""));
  const weights = new Map();
  const weightOf = (file) => remember(weights, file, () => gzipSync(readFileSync(join(buildFolder, "client", file))).length);
  const names = readdirSync(folder);
  const wordsFile = (language, topic) => {
    const name = names.find((each) => new RegExp(`^words-${language}-${topic}-.{8}\\.js$`).test(each)) ?? stopWith(`The build has no words about ${topic} in ${language}.`);
    return `/assets/${name}`;
  };
  return { assets, graph: { weightOf, namedIn, wordsFile } };
}

/** The scripts a script names: what it imports at once, and what it imports when a part of the page needs it. */
function namedIn(file) {
  const text = readFileSync(join(buildFolder, "client", file), "utf8");
  const names = [...text.matchAll(/["'](?:\.\/|assets\/|\/assets\/)([\w.-]+\.js)["']/g)].map((match) => `/assets/${match[1]}`);
  return names.filter((name) => !/\/manifest-/.test(name) && existsSync(join(buildFolder, "client", name)));
}

function remember(map, key, make) {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exit(printBudget() ? 0 : 1);
