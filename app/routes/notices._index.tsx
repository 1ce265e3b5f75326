// Everything that waits for one person, in all their projects: where a letter about several things leads.
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { orThrow } from "../answer";
import { EmptyState, PageHeading, Section } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import styles from "../ui/project/project.css?url";
import { useLanguage, useWords } from "../ui/words";
import { formatDay } from "../words/format";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.notices.page.title };

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { projects: orThrow(await context.views.myTasks(), request) };
}

export default function MyTasks() {
  const { projects } = useLoaderData<typeof loader>();
  const { notices, clocks } = useWords();
  const language = useLanguage();
  const { page } = notices;
  return (
    <>
      <PageHeading title={page.title} lead={projects.length > 0 ? page.lead : undefined} />
      {projects.length === 0 ? <EmptyState title={page.none}><p>{page.noneText}</p></EmptyState> : null}
      {projects.map(({ projectId, name, tasks }) => (
        <Section key={projectId} title={name}>
          <ul className="front-cards" data-beside="yes">
            {tasks.map(({ code, title, move, day, days }) => (
              <li key={`${move} ${code} ${day}`} className="card link-card" data-tone="warm">
                <h3><Link to={`/projects/${projectId}/milestones/${code}`}>{move === "answerSwitch" ? clocks.switchTitle : title}</Link></h3>
                <p>{clocks.task[move]}</p>
                {day === null ? null : <p className="front-since">{clocks.until(formatDay(day, language), clocks.left(days))}</p>}
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <p><Link to="/account">{page.toChoices}</Link></p>
    </>
  );
}
