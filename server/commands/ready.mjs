// Makes the clone ready for any command: Node new enough, packages as the lock file says, everything built. What is done already is not done again.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { buildFolder, mainFile, root, stopWith } from "./project.mjs";
import { run } from "./run.mjs";

const oldestNode = [20, 19];

/** @param {string} version such as `20.19.0` */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

export function needNode() {
  if (!nodeIsNewEnough(process.versions.node)) {
    stopWith(`Samtun needs Node ${oldestNode.join(".")} or newer, and this is Node ${process.versions.node}: install a newer one from https://nodejs.org.`);
  }
}

/** Whether every package of the lock file is there in its version. Packages for other machines are optional, and may be missing. */
export function packagesAreInstalled(folder = root) {
  const installed = readJson(join(folder, "node_modules", ".package-lock.json"));
  const wanted = readJson(join(folder, "package-lock.json"));
  if (!installed || !wanted) return false;
  return Object.entries(wanted.packages).every(([path, { version, optional, devOptional, link }]) =>
    path === "" || optional || devOptional || link || installed.packages[path]?.version === version);
}

export async function needPackages() {
  if (packagesAreInstalled()) return;
  console.log("Installing packages (npm ci). This takes some minutes the first time.");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { code } = await run(npm, ["ci", "--no-audit", "--no-fund"]);
  if (code !== 0) stopWith("The packages could not be installed: npm says why above.");
}

/** One hash over everything the build is made of. */
export function sourceHash(folder = root) {
  const hash = createHash("sha256");
  for (const file of [...sourceFiles(folder, ["app", "db", "server"]), "package.json", "package-lock.json", "remix.config.js"]) {
    hash.update(`${file}\n`).update(readFileSync(join(folder, file))).update("\n");
  }
  return hash.digest("hex");
}

export const stampFile = join(buildFolder, "stamp");

export function buildIsCurrent() {
  return existsSync(mainFile) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === sourceHash();
}

export async function needBuild() {
  if (buildIsCurrent()) return;
  console.log("Building. This takes about half a minute.");
  const { build } = await import("./build.mjs");
  await build();
}

function sourceFiles(folder, under) {
  return under.flatMap((part) => {
    const path = join(folder, part);
    return readdirSync(path, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"))
      .filter((file) => !/^(app\/e2e|server\/bench|server\/commands\/(?!seed-demo))/.test(file));
  }).sort();
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
