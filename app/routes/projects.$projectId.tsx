// The frame around every page of a project: its name, who you are in it, and the pages you may open.
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { orThrow } from "../answer";
import type { ProjectId } from "../domain/ids";
import { ProjectBar } from "../ui/project/project-bar";
import styles from "../ui/project/project.css?url";
import type { PageHandle } from "../ui/page-title";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const handle: PageHandle<{ name: string }> = { title: (_words, data) => data?.name };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.projectFrame({ projectId: params.projectId as ProjectId }), request);
}

export default function ProjectPages() {
  return (
    <>
      <ProjectBar frame={useLoaderData<typeof loader>()} />
      <Outlet />
    </>
  );
}
