// The milestones of the project, phase by phase: in a minute, where it stands and who it waits for.
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useParams } from "@remix-run/react";
import { orThrow } from "../answer";
import type { ProjectId } from "../domain/ids";
import { MilestoneRow } from "../ui/milestones/milestone-row";
import styles from "../ui/milestones/milestones.css?url";
import { EmptyState, PageHeading, Section } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { PhaseStrip } from "../ui/project/phase-strip";
import { useWords } from "../ui/words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.milestones.title };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return orThrow(await context.views.milestoneList({ projectId: params.projectId as ProjectId }), request);
}

export default function MilestoneList() {
  const list = useLoaderData<typeof loader>();
  const words = useWords();
  const { list: say, title, lead } = words.milestones;
  const base = `/projects/${useParams().projectId}`;
  if (list.total === 0) return <><PageHeading title={title} lead={lead} /><EmptyState title={say.none} /></>;
  return (
    <>
      <PageHeading title={title} lead={lead} actions={list.mayShape ? <Link className="ds-button" data-variant="secondary" to="edit">{say.adapt}</Link> : null} />
      <Section title={say.path} actions={<p className="muted">{say.reachedOf(list.reached, list.total)}</p>}>
        <PhaseStrip phases={list.phases} />
      </Section>
      <Section title={say.waitingHeading}>
        {list.waiting.length === 0 ? <p className="muted">{say.nothingWaits}</p> : (
          <ul className="row-list">{list.waiting.map((each) => <MilestoneRow key={each.code} milestone={each} base={base} />)}</ul>
        )}
      </Section>
      <Section title={say.all}>
        {list.phases.map(({ phase, state, reached, total, milestones }) => (
          // what is behind and what is far ahead is folded: the page shows first where the project is now
          <details key={phase} className="phase" data-state={state} open={state === "here" || state === "alsoOpen"}>
            <summary>
              <h3>{words.project.phase[phase]}</h3>
              <span className="muted">{words.project.phaseState[state]} · {say.reachedOf(reached, total)}</span>
            </summary>
            <ol className="row-list">{milestones.map((each) => <MilestoneRow key={each.code} milestone={each} base={base} />)}</ol>
          </details>
        ))}
      </Section>
      {list.notRelevant.length > 0 ? (
        <details className="not-relevant">
          <summary>{say.notRelevant(list.notRelevant.length)}</summary>
          <ul>{list.notRelevant.map((each) => <li key={each.code}>{each.code} {each.title}</li>)}</ul>
        </details>
      ) : null}
    </>
  );
}
