// Installs what we are compared with, in exact versions, outside the sources (.cache/bench, which git ignores). What cannot be installed is left out.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const shared = { yjs: "13.6.33", "y-protocols": "1.0.7" };

/** Each folder holds what may share one node_modules; `asks` is run there to see whether it really works. */
const folders = {
  "y-websocket-server": {
    packages: { ...shared, "@y/websocket-server": "0.1.1", "y-leveldb": "0.2.0" },
    scripts: ["leveldown", "classic-level"],
    asks: "import('y-leveldb').then((m) => new m.LeveldbPersistence('probe').getAllDocNames())",
    programs: [],
  },
  "hocuspocus-3": {
    packages: { ...shared, "@hocuspocus/server": "3.4.4", "@hocuspocus/extension-sqlite": "3.4.4" },
    scripts: ["sqlite3"],
    asks: "import('@hocuspocus/extension-sqlite')",
    programs: ["hocuspocus-3.mjs"],
  },
  // wants a newer Node than ours may be: the package `node` brings one
  "hocuspocus-4": {
    packages: { ...shared, "@hocuspocus/server": "4.7.0", "@hocuspocus/extension-database": "4.7.0", node: "24.21.0" },
    scripts: ["node"],
    asks: "import('@hocuspocus/server').then(() => import('node:sqlite'))",
    programs: ["hocuspocus-4.mjs"],
  },
};

/** Answers, for each peer, the folder it stands in, or the sentence that says why it is left out. */
export function installPeers(cache, here) {
  const peers = {};
  for (const [name, wish] of Object.entries(folders)) {
    const folder = join(cache, name);
    const left = existsSync(join(folder, "ready")) && readFileSync(join(folder, "ready"), "utf8") === stampOf(wish) ? null : install(name, folder, wish);
    for (const program of wish.programs) copyFileSync(join(here, program), join(folder, program));
    peers[name] = left === null ? { folder } : { left };
  }
  return peers;
}

function install(name, folder, wish) {
  console.log(`Installing ${name} for comparison.`);
  mkdirSync(folder, { recursive: true });
  const allowScripts = Object.fromEntries(wish.scripts.map((each) => [each, true]));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module", dependencies: wish.packages, allowScripts }, null, 2));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const installed = spawnSync(npm, ["install", "--no-package-lock", "--no-audit", "--no-fund"], { cwd: folder, encoding: "utf8" });
  if (installed.status !== 0) return `${name} is left out: npm could not install it (${lastLine(installed.stderr)}).`;
  const node = existsSync(nodeOf(folder)) ? nodeOf(folder) : process.execPath;
  const asked = spawnSync(node, ["-e", wish.asks.concat(".then(() => process.exit(0), (fault) => { console.error(fault.message); process.exit(1); })")], { cwd: folder, encoding: "utf8" });
  if (asked.status !== 0) return `${name} is left out: it does not run here (${lastLine(asked.stderr)}).`;
  writeFileSync(join(folder, "ready"), stampOf(wish));
  return null;
}

/** The Node a peer brings itself. */
export function nodeOf(folder) {
  return join(folder, "node_modules", ".bin", "node");
}

function stampOf(wish) {
  return JSON.stringify(wish.packages);
}

function lastLine(text) {
  return (text ?? "").trim().split("\n").at(-1) ?? "";
}
