// One file for Vite, Remix and vitest: `remix vite:build --config remix.config.js`, `vitest --config remix.config.js`.
import { vitePlugin as remix } from "@remix-run/dev";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** "words-nb-milestones" for what the browser fetches of app/words; the name of any other file is its own affair. */
function nameOf({ moduleIds, name }) {
  const [, shelf, language, topic] = /\/app\/words\/(?:(shelves)\/)?(nb|nn|en)(?:\/(\w+))?\.ts$/.exec(moduleIds.at(-1) ?? "") ?? [];
  return language ? `words-${language}-${shelf ? "every-page" : topic}` : name;
}

/** Tells the server what the browser's files of words are called: the browser's build comes first. */
const wordFiles = () => ({
  name: "word-files",
  resolveId: (id) => (id === "virtual:word-files" ? `\0${id}` : undefined),
  load(id) {
    if (id !== "\0virtual:word-files") return undefined;
    const folder = join(remixOptions.buildDirectory, "client", "assets");
    const files = {};
    for (const file of this.meta.watchMode || !existsSync(folder) ? [] : readdirSync(folder)) {
      const [, language, topic] = /^words-(nb|nn|en)-(.+)-.{8}\.js$/.exec(file) ?? [];
      if (language) (files[language] ??= {})[topic] = `/assets/${file}`;
    }
    return `export default ${JSON.stringify(files)}`;
  },
});

const remixOptions = {
  appDirectory: "app",
  ignoredRouteFiles: ["**/*.test.*", "**/.*"],
  serverModuleFormat: "esm",
  buildDirectory: process.env.BUILD_FOLDER ?? "build",
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};

export default defineConfig({
  publicDir: "app/public",
  plugins: process.env.VITEST ? [] : [wordFiles(), remix(remixOptions)],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // BUILD_FOLDER may lie outside the project, and what an earlier build left there would be taken for this one's
    emptyOutDir: true,
    rollupOptions: { output: { chunkFileNames: (chunk) => `assets/${nameOf(chunk)}-[hash].js` } },
  },
  optimizeDeps: {
    include: ["react", "react-dom/client", "react/jsx-dev-runtime", "@remix-run/react"],
  },
  test: {
    projects: [
      { extends: true, test: { name: "unit", include: ["app/**/*.test.{ts,tsx}", "db/**/*.test.ts", "server/**/*.test.ts"], exclude: ["app/e2e/**", "server/bench/**"], testTimeout: 30_000 } },
      // a browser shares its machine with others: once more, and `npm test` names what passed only then
      { extends: true, test: { name: "browser", include: ["app/e2e/**/*.test.ts"], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000, retry: 1 } },
    ],
  },
});
