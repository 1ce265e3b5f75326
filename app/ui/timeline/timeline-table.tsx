// The timeline as a table: the same days as the picture, in words, sorted by links; on a phone each milestone is a card of its own.
import { Link, useParams } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Day } from "../../domain/time";
import type { Line, LineOrder } from "../../domain/timeline";
import { DayText } from "../page";
import { useWords } from "../words";
import { timelineAddress, type TimelineData } from "./timeline-data";

export function TimelineTable({ timeline }: { readonly timeline: TimelineData }) {
  const { timeline: words } = useWords();
  const { table: say } = words;
  const base = `/projects/${useParams().projectId}`;
  const heads: readonly (readonly [string, LineOrder | null])[] = [
    [say.milestone, "code"], [say.state, null], [say.planned, null], [say.expected, null], [say.forecast, "forecast"], [say.reached, null], [say.expires, null], [say.slack, "slack"],
  ];
  return (
    // a region that scrolls must be reachable by keyboard; the roles survive that a phone shows rows as cards
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="wide-table tl-table" role="region" aria-label={say.label} tabIndex={0}>
      <table className="ds-table" role="table" aria-label={say.label}>
        <thead>
          <tr role="row">
            {heads.map(([name, order]) => (
              <th key={name} role="columnheader" scope="col" aria-sort={order !== null && sortedBy(timeline.order, order) ? "ascending" : undefined}>
                {order === null ? name : <Link to={timelineAddress({ zoom: timeline.zoom, order })} preventScrollReset>{name}</Link>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{timeline.lines.map((line) => <Row key={line.code} line={line} base={base} />)}</tbody>
      </table>
    </div>
  );
}

function sortedBy(order: LineOrder, head: LineOrder): boolean {
  return order === head;
}

function Row({ line, base }: { readonly line: Line; readonly base: string }) {
  const { milestones, timeline: words } = useWords();
  const { table: say } = words;
  const { code, title, state, slack, critical } = line;
  return (
    <tr role="row" data-code={code} data-critical={critical ? "yes" : undefined}>
      <th role="rowheader" scope="row"><Link to={`${base}/milestones/${code}`}><span className="milestone-code">{code}</span> {title}</Link></th>
      <Cell label={say.state}>{milestones.state[state]}</Cell>
      <DayCell label={say.planned} name="planned" day={line.planned} />
      <DayCell label={say.expected} name="expected" day={line.expected} />
      <DayCell label={say.forecast} name="forecast" day={line.forecast} />
      <DayCell label={say.reached} name="reached" day={line.reached} />
      <DayCell label={say.expires} name="expires" day={line.expires} />
      <Cell label={say.slack} empty={slack === null}>{critical ? <strong>{say.critical}</strong> : slack === null ? say.none : say.slackDays(slack)}</Cell>
    </tr>
  );
}

/** `empty`: a card leaves it out. */
function Cell({ label, empty = false, children }: { readonly label: string; readonly empty?: boolean; readonly children: ReactNode }) {
  return <td role="cell" data-label={label} data-empty={empty ? "yes" : undefined}>{children}</td>;
}

function DayCell({ label, name, day }: { readonly label: string; readonly name: string; readonly day: Day | null }) {
  const { table: say } = useWords().timeline;
  return <td role="cell" data-label={label} data-day={name} data-empty={day === null ? "yes" : undefined}>{day === null ? say.none : <DayText day={day} short />}</td>;
}
