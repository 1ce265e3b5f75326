// Each page, read with all it imports, against the table of what its address asks for.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { nb } from "./nb";
import { everyPage, topicsAt, type Topic } from "./topics";

const app = join(import.meta.dirname, "..");
const topics = Object.keys(nb) as Topic[];
const all = readdirSync(join(app, "routes"));
/** A layout is never shown alone. */
const routes = all.filter((route) => !all.includes(route.replace(/\.tsx$/, "._index.tsx")));

test.each(routes)("[U5] %s has the words it speaks of when it comes, and no others", (route) => {
  const files = withImports(new Set([`routes/${route}`, "root.tsx", ...layoutsOf(route)]));
  const spoken = topics.filter((topic) => [...files].some((file) => speaksOf(file, topic)));
  const missing = spoken.filter((topic) => !isAsked(route, topic));
  const needless = topicsAt(addressOf(route)).filter((topic) => !spoken.includes(topic));
  expect({ missing, needless }).toEqual({ missing: [], needless: [] });
});

test("[U5] an address asks for the same however it is written", () => {
  expect(topicsAt("/projects/1/documents/2/write")).toEqual(["project", "documents", "writing", "financing"]);
  expect(topicsAt("/Projects/1/documents/2/write/")).toEqual(topicsAt("/projects/1/documents/2/write"));
  expect(topicsAt("//")).toEqual(topicsAt("/"));
  expect(topicsAt("/no-such-page")).toEqual([]);
});

function isAsked(route: string, topic: Topic): boolean {
  return [...everyPage, ...topicsAt(addressOf(route))].includes(topic);
}

/** "projects.$projectId.people_.$membershipId.end.tsx" is at "/projects/1/people/1/end". */
function addressOf(route: string): string {
  const parts = route.replace(/\.tsx$/, "").split(".").filter((part) => part !== "_index");
  return `/${parts.map((part) => (part.startsWith("$") ? "1" : part.replace(/_$/, ""))).join("/")}`;
}

function layoutsOf(route: string): string[] {
  const parts = route.replace(/\.tsx$/, "").split(".");
  return parts.map((_, index) => `routes/${parts.slice(0, index + 1).join(".")}.tsx`).filter((file) => existsSync(join(app, file)));
}

/** Of what a file imports at run time, at once or later; the words themselves are what we ask about. */
function withImports(files: Set<string>): Set<string> {
  for (const file of files) {
    for (const match of textOf(file).matchAll(/(?:^|\n)(?:import|export)\s+(?!type\s)[^"';]*?from\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)/g)) {
      const path = relative(app, join(app, dirname(file), match[1] ?? match[2] ?? ""));
      const found = [".ts", ".tsx"].map((ending) => path + ending).find((each) => existsSync(join(app, each)));
      if (found && !found.startsWith("words/")) files.add(found);
    }
  }
  return files;
}

/** Words are read as `words.topic` or `useWords().topic`, or taken apart by name from either. */
function speaksOf(file: string, topic: Topic): boolean {
  const text = textOf(file).replace(/^\s*(\/\/|\/\*\*?|\*).*$/gm, "");
  const named = new RegExp(`(?:useWords\\(\\)|\\bwords)\\.${topic}\\b|\\{[^}]*\\b${topic}\\b[^}]*\\} = (?:useWords\\(\\)|words);`);
  return named.test(text);
}

function textOf(file: string): string {
  return readFileSync(join(app, file), "utf8");
}
