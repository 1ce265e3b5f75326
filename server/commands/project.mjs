// Where the project lies and what may be in it, for the commands. Only Node's own modules: nothing else is sure to be installed yet.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");
/** BUILD_FOLDER lets a second build stand beside the first, for those who work on Samtun. */
export const buildFolder = resolve(root, process.env.BUILD_FOLDER ?? "build");
export const mainFile = join(buildFolder, "main.js");
export const seedFile = join(buildFolder, "seed.js");
export const verifyFile = join(buildFolder, "verify.js");

/** Ends the command with one sentence and a code other than 0. @param {string} sentence @returns {never} */
export function stopWith(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** The path of a program that a package brings. @param {string} path */
export function packageFile(path) {
  const file = join(root, "node_modules", path);
  if (!existsSync(file)) stopWith(`node_modules/${path} is missing: run npm ci.`);
  return file;
}
