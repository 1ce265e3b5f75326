// The projects you take part in; with only one, straight to it.
import { redirect, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { orThrow } from "../answer";
import { Card, EmptyState, PageHeading } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import styles from "../ui/project/project.css?url";
import { useWords } from "../ui/words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const handle: PageHandle = { title: (words) => words.front.list.title };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const mine = orThrow(await context.views.myProjects(), request);
  const [only, ...others] = mine.projects;
  if (only && others.length === 0 && mine.administratorOf === null) throw redirect(`/projects/${only.projectId}`);
  return mine;
}

export default function MyProjects() {
  const { projects, administratorOf } = useLoaderData<typeof loader>();
  const words = useWords();
  const { list } = words.front;
  return (
    <>
      <PageHeading title={list.title} lead={projects.length > 0 ? list.lead : undefined} />
      {projects.length === 0 && administratorOf === null ? <EmptyState title={list.none}><p>{list.noneText}</p></EmptyState> : null}
      {projects.length > 0 ? (
        <ul className="card-grid plain-list">
          {projects.map((each) => (
            <li key={each.projectId} className="card link-card">
              <h2><Link to={`/projects/${each.projectId}`}>{each.name}</Link></h2>
              <p className="muted">{each.municipality} · {list.homes(each.homeCount)}</p>
              <p>{list.joinedAs(words.roles.role[each.role])}</p>
            </li>
          ))}
        </ul>
      ) : null}
      {administratorOf !== null ? (
        <Card tone="tinted">
          <p>{list.administrationText(administratorOf)}</p>
          <p><Link className="ds-button" data-variant="secondary" to="/administration">{list.administration}</Link></p>
        </Card>
      ) : null}
    </>
  );
}
