// Reads every import and fails on one that climbs: the floors of docs/architecture.md.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "app", "db", "server"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file) && !/^(app\/e2e|server\/bench|server\/commands)\//.test(file) && !/testing\.ts$/.test(file));

type Floor = { readonly at: RegExp; readonly may: readonly RegExp[]; readonly types?: readonly RegExp[]; readonly packages: RegExp };
const domain = /^app\/domain\//, words = /^app\/words/, ui = /^app\/ui\//, routes = /^app\/routes\//, db = /^db\//, server = /^server\//;

/** From the top down; the first that matches is the file's floor. `may`: paths it may import; `types`: type imports only. */
const floors: readonly Floor[] = [
  { at: domain, may: [domain], packages: /^zod$/ },
  { at: words, may: [domain, words], packages: /^$/ },
  { at: ui, may: [domain, words, ui, /^app\/public\//], packages: /^(react|@remix-run\/react|@digdir\/|@navikt\/|@tiptap\/|yjs|y-websocket|y-indexeddb|y-protocols|lib0|diff)/ },
  { at: routes, may: [domain, words, ui, routes, /^app\/answer(-upload)?$/], types: [/^server\/(context|visitor)$/, /^server\/views\//], packages: /^(react|zod|@remix-run\/|@digdir\/|@navikt\/)/ },
  { at: /^app\//, may: [/^app\//], types: [/^server\/context$/], packages: /./ },
  { at: /^db\/migrations\//, may: [/^db\/columns$/], packages: /^kysely$/ },
  { at: db, may: [domain, db], packages: /^(kysely|pg|better-sqlite3|node:)/ },
  { at: /^server\/main\.ts$/, may: [domain, words, db, server], packages: /./ },
  { at: server, may: [domain, words, db, server], packages: /^(?!react|@remix-run\/react|@tiptap)/ },
];

const importPattern = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

test("every import points down, and across the hall only types pass", () => {
  expect(files.length).toBeGreaterThan(10);
  const climbing: string[] = [];
  for (const file of files) {
    // db/seed.ts is wiring, like main.ts: it walks the same acts as a person
    if (file === "db/seed.ts") continue;
    const floor = floors.find((each) => each.at.test(file));
    if (!floor) continue;
    for (const match of readFileSync(join(root, file), "utf8").matchAll(importPattern)) {
      const target = match[2] ?? match[3] ?? "";
      if (!allowed(floor, file, target, match[1] !== undefined)) climbing.push(`${file} -> ${target}`);
    }
  }
  expect(climbing).toEqual([]);
});

function allowed(floor: Floor, file: string, target: string, typesOnly: boolean): boolean {
  if (!target.startsWith(".")) return floor.packages.test(target) || target.endsWith(".css");
  const path = relative(root, join(root, dirname(file), target)).replace(/\.(ts|tsx|js|json|mjs)(\?.*)?$/, "");
  if (path.endsWith(".css")) return true;
  const rooms = floor.may.concat(typesOnly ? (floor.types ?? []) : []);
  return rooms.some((room) => room.test(path) || room.test(`${path}/`));
}
