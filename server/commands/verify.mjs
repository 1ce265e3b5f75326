// `npm run verify -- [database or archive.zip] [public key]`: proves that nothing was changed, removed or reordered. Exits 1 when something was.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, stopWith, verifyFile } from "./project.mjs";
import { buildIsCurrent, needBuild, needNode, needPackages } from "./ready.mjs";

needNode();
// where only the build and the packages it runs with were put, there is nothing to build from
if (existsSync(join(root, "app"))) {
  if (!buildIsCurrent()) {
    await needPackages();
    await needBuild();
  }
}
if (!existsSync(verifyFile)) stopWith("There is no build here: run npm ci and npm run build first.");
process.setSourceMapsEnabled(true);
await import(pathToFileURL(verifyFile).href);
