// The municipality's projects: where each stands, in numbers.
import { type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { orThrow } from "../answer";
import { ProjectCard } from "../ui/administration/project-card";
import styles from "../ui/administration/administration.css?url";
import { SavedNotice } from "../ui/notices";
import { EmptyState, PageHeading } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { useWords } from "../ui/words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.administration.title };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = orThrow(await context.views.administration(), request);
  const founded = new URL(request.url).searchParams.get("founded");
  return { ...page, founded: page.projects.find((project) => project.id === founded)?.name ?? null };
}

export default function Administration() {
  const { municipality, projects, founded } = useLoaderData<typeof loader>();
  const { administration } = useWords();
  const toNew = <Link className="ds-button" to="/administration/projects/new">{administration.newProject}</Link>;
  return (
    <>
      <PageHeading title={administration.title} lead={administration.lead(municipality)} actions={projects.length > 0 ? toNew : undefined} />
      {founded ? <SavedNotice>{administration.founded(founded)}</SavedNotice> : null}
      {projects.length === 0 ? <EmptyState title={administration.none}><p>{administration.noneText}</p>{toNew}</EmptyState> : null}
      <div className="project-cards">{projects.map((project) => <ProjectCard key={project.id} project={project} />)}</div>
    </>
  );
}
