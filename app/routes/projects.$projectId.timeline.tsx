// The timeline of the project: what was planned, what is forecast and what has been, when the homes can be moved into, and what a delay would move.
import { data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { orThrow } from "../answer";
import type { ProjectId } from "../domain/ids";
import type { Zoom } from "../domain/timeline";
import { PageHeading, Section } from "../ui/page";
import type { PageHandle } from "../ui/page-title";
import { Legend } from "../ui/timeline/legend";
import { MoveInForecast } from "../ui/timeline/move-in-forecast";
import { NarrowPicture } from "../ui/timeline/phase-picture";
import { SlipForm } from "../ui/timeline/slip-form";
import styles from "../ui/timeline/timeline.css?url";
import { timelineAddress } from "../ui/timeline/timeline-data";
import { TimelinePicture } from "../ui/timeline/timeline-picture";
import { TimelineTable } from "../ui/timeline/timeline-table";
import { useWords } from "../ui/words";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];
export const handle: PageHandle = { title: (words) => words.timeline.title };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const asked = (name: string) => searchParams.get(name);
  const view = orThrow(await context.views.timeline({
    projectId: params.projectId as ProjectId, zoom: asked("zoom"), order: asked("order"), slip: asked("slip"), days: asked("days"), day: asked("day"),
  }), request);
  return data(view, { status: Object.keys(view.slip?.fields ?? {}).length > 0 ? 422 : 200 });
}

export default function Timeline() {
  const timeline = useLoaderData<typeof loader>();
  const { timeline: say } = useWords();
  const { zoom, order, years, lines, total } = timeline;
  const zooms: readonly (readonly [Zoom, string])[] = [["whole", say.zoom.whole], ["next", say.zoom.next], ...years.map((year) => [year, String(year)] as const)];
  return (
    <div className="timeline-page stack" data-gap="large">
      <PageHeading title={say.title} lead={say.lead} />
      <div className="tl-pair">
        <MoveInForecast timeline={timeline} />
        <SlipForm timeline={timeline} />
      </div>
      <nav aria-label={say.zoom.label}>
        <ul className="tl-zooms">
          {zooms.map(([each, name]) => (
            <li key={each}><Link to={timelineAddress({ zoom: each, order })} aria-current={each === zoom ? "true" : undefined} preventScrollReset>{name}</Link></li>
          ))}
        </ul>
      </nav>
      <div className="tl-both">
        <Section title={say.picture.title}>
          {lines.length === 0 ? <p className="muted">{say.picture.none}</p> : (
            <>
              <TimelinePicture timeline={timeline} />
              <NarrowPicture timeline={timeline} />
              <Legend />
            </>
          )}
        </Section>
        <Section title={say.table.title} lead={say.table.count(lines.length, total)}>
          {lines.length === 0 ? null : <TimelineTable timeline={timeline} />}
        </Section>
      </div>
    </div>
  );
}
