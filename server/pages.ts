// Where the pages come from: the built ones in production and the demo, Vite while developing.
import type { ServerBuild } from "@remix-run/node";
import express, { Router, type RequestHandler } from "express";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export type Pages = {
  /** Answers for scripts, styles, fonts and pictures. */
  readonly assets: RequestHandler;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  close(): Promise<void>;
};

/** `folder`: what `npm run build` made. Files in assets/ have their hash in their name and never change. */
export async function builtPages(folder: string): Promise<Pages> {
  const build = (await import(pathToFileURL(join(folder, "server", "index.js")).href)) as ServerBuild;
  const client = join(folder, "client");
  const assets = Router();
  assets.use("/assets", express.static(join(client, "assets"), { immutable: true, maxAge: "1y", index: false, redirect: false }));
  // a page of an older build asks for a part that is gone: a plain no, not a whole page
  assets.use("/assets", (_request, response) => void response.status(404).type("text/plain").send("not found"));
  assets.use(express.static(client, { maxAge: "1h", index: false, redirect: false }));
  return { assets, build, close: () => Promise.resolve() };
}

/** Vite in the same process: pages change as their files do. */
export async function developedPages(): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({ configFile: "remix.config.js", server: { middlewareMode: true } });
  return {
    assets: vite.middlewares,
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
    close: () => vite.close(),
  };
}
