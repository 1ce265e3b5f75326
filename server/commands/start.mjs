// `npm start`: the real thing, compiled, configured by the environment (docs/operation.md).
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { mainFile, root, stopWith } from "./project.mjs";
import { buildIsCurrent, needBuild, needNode, needPackages } from "./ready.mjs";

needNode();
// where only the build and the packages it runs with were put, there is nothing to build from
if (existsSync(join(root, "app"))) {
  if (!buildIsCurrent()) {
    await needPackages();
    await needBuild();
  }
}
if (!existsSync(mainFile)) stopWith("There is no build here: run npm ci and npm run build first.");
process.env.NODE_ENV = "production";
process.env.SAMTUN_MODE = "production";
process.setSourceMapsEnabled(true);
await import(pathToFileURL(mainFile).href);
