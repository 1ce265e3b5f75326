// Three builds of the server with an empty page: a bare one as a new Remix project has it, one inside our own frame, words and all, and a bare one
// at the address of a project's front page, among all our routes.
import type { ServerBuild } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration } from "@remix-run/react";
import { createElement as h } from "react";

function Document() {
  return h("html", { lang: "nb" },
    h("head", null, h("meta", { charSet: "utf-8" }), h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }), h(Meta), h(Links)),
    h("body", null, h(Outlet), h(ScrollRestoration), h(Scripts)));
}

const Empty = () => h("h1", null, "Samtun");

/** All are answered by our own entry, so streaming and words are the same in all. */
export function emptyPages(build: ServerBuild): { readonly bare: ServerBuild; readonly framed: ServerBuild; readonly routed: ServerBuild } {
  const named = (id: string) => {
    const found = Object.values(build.routes).find((each) => each?.id === id);
    if (!found) throw new Error(`the build has no ${id}`);
    return found;
  };
  const [root, index, project, front] = [named("root"), named("routes/_index"), named("routes/projects.$projectId"), named("routes/projects.$projectId._index")];
  const bareRoot = { ...root, module: { default: Document } };
  const empty = { ...index, module: { default: Empty } };
  const only = (routes: ServerBuild["routes"]): ServerBuild => ({
    ...build, routes, assets: { ...build.assets, routes: Object.fromEntries(Object.entries(build.assets.routes).filter(([id]) => id in routes)) },
  });
  return {
    bare: only({ root: bareRoot, [index.id]: empty }),
    framed: only({ root, [index.id]: empty }),
    routed: { ...build, routes: { ...build.routes, root: bareRoot, [project.id]: { ...project, module: { default: Outlet } }, [front.id]: { ...front, module: { default: Empty } } } },
  };
}
