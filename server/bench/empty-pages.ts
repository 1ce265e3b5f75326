// Two builds of the server with one empty page each: a bare one as a new Remix project has it, and one inside our own frame, words and all.
import type { ServerBuild } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";
import { createElement as h } from "react";

function Document() {
  return h("html", { lang: "nb" },
    h("head", null, h("meta", { charSet: "utf-8" }), h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }), h(Meta), h(Links)),
    h("body", null, h(Outlet), h(ScrollRestoration), h(Scripts)));
}

const Empty = () => h("h1", null, "Samtun");

/** Both are answered by our own entry, so streaming and words are the same in all. */
export function emptyPages(build: ServerBuild): { readonly bare: ServerBuild; readonly framed: ServerBuild } {
  const { root } = build.routes;
  const index = Object.values(build.routes).find((each) => each?.id === "routes/_index");
  if (!root || !index) throw new Error("the build has no root or no front page");
  const empty = { ...index, module: { default: Empty } };
  const only = (routes: ServerBuild["routes"]): ServerBuild => ({
    ...build, routes, assets: { ...build.assets, routes: Object.fromEntries(Object.entries(build.assets.routes).filter(([id]) => id in routes)) },
  });
  return { bare: only({ root: { ...root, module: { default: Document } }, [index.id]: empty }), framed: only({ root, [index.id]: empty }) };
}
