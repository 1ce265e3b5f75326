// One file for Vite, Remix and vitest: `remix vite:build --config remix.config.js`, `vitest --config remix.config.js`.
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vitest/config";

/** Designsystemet marks nothing as free of side effects; only its React part is, so the parts nobody uses can be left out. */
const designsystemetTreeShake = () => ({
  name: "designsystemet-tree-shake",
  enforce: "pre",
  async resolveId(source, importer, options) {
    const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
    return resolved && /designsystemet-react[\\/]dist[\\/]esm[\\/]/.test(resolved.id) ? { ...resolved, moduleSideEffects: false } : resolved;
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
  plugins: process.env.VITEST ? [] : [designsystemetTreeShake(), remix(remixOptions)],
  build: { target: "es2022", assetsInlineLimit: 0 },
  optimizeDeps: {
    include: ["react", "react-dom/client", "react/jsx-dev-runtime", "@remix-run/react", "@digdir/designsystemet-react"],
  },
  test: {
    projects: [
      { extends: true, test: { name: "unit", include: ["app/**/*.test.{ts,tsx}", "db/**/*.test.ts", "server/**/*.test.ts"], exclude: ["app/e2e/**", "server/bench/**"], testTimeout: 30_000 } },
      { extends: true, test: { name: "browser", include: ["app/e2e/**/*.test.ts"], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
});
