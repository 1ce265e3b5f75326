// docs/operation.md names every variable, every metric and only events that exist: whoever sets an alarm on a name must get one.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { variableNames } from "./config";
import { makeMetrics } from "./metrics";

const root = join(import.meta.dirname, "..");
const text = readFileSync(join(root, "docs/operation.md"), "utf8");

/** The names in the first column of the tables under that heading. */
function namesUnder(heading: string): string[] {
  const section = text.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? "";
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? "");
}

test("[O1] every variable is explained, and none that is not read", () => {
  expect(namesUnder("Variables").sort()).toEqual(variableNames.filter((name) => !name.endsWith("_FILE")).sort());
});

test("[O13] every metric is explained, and none that is not there", async () => {
  const metrics = makeMetrics({ counts: () => ({ rooms: 0, connections: 0, waiting: 0 }), outbox: async () => ({ waiting: 0, oldestSeconds: 0 }), freeBytes: async () => 1, redisIsUp: () => true, isStopping: () => false });
  const names = [...(await metrics.text()).matchAll(/^# TYPE (\S+)/gm)].map((match) => match[1] ?? "");
  metrics.close();
  expect(namesUnder("Metrics").filter((name) => /^[a-z_]+$/.test(name)).sort()).toEqual(names.sort());
  // and the alarms are made of them
  for (const [name] of text.matchAll(/\b(samtun|process|nodejs)_[a-z_]+/g)) expect(names).toContain(name.replace(/_(bucket|count|sum)$/, ""));
});

test("[P5] every event that is worth an alarm is one the server logs", () => {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "server"], { cwd: root, encoding: "utf8" }).split("\n");
  const source = files.filter((file) => /\.ts$/.test(file) && !/(^server\/bench\/|test(ing)?\.ts$)/.test(file)).map((file) => readIfThere(join(root, file))).join("\n");
  const events = namesUnder("The log").filter((name) => name !== "msg");
  expect(events.length).toBeGreaterThan(10);
  expect(events.filter((event) => !new RegExp(`"${event}[":]`).test(source))).toEqual([]);
});

/** A file that has been moved may still be in git's list. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
