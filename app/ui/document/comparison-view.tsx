// What changed between two texts: first as a list in words with links, then the text itself with what came and went marked in it.
import { Fragment, type ReactNode } from "react";
import type { ChangeCount, ComparedNode, ComparedRun, Comparison } from "../../domain/documents/comparison";
import { useWords } from "../words";
import { headingTag, Marked, TaskSign } from "./read-view";

/** `level`: of the two headings it brings, so that they fit under the page's own. */
export function ComparisonView({ comparison, level = 2 }: { readonly comparison: Comparison; readonly level?: 2 | 3 }) {
  const words = useWords();
  const Heading = `h${level}` as const;
  if (comparison.identical) return <p className="compare-identical">{words.documents.compare.identical}</p>;
  return (
    <div className="stack comparison">
      <Heading>{words.documents.compare.summaryTitle}</Heading>
      <ComparisonSummary counts={comparison.counts} />
      <Heading>{words.documents.compare.textTitle}</Heading>
      <p className="muted compare-legend">
        {words.documents.compare.legend} <ins>{words.documents.compare.legendAdded}</ins>, <del>{words.documents.compare.legendRemoved}</del>.
      </p>
      <div className="document-sheet">
        <div className="prose document-text compared">{folded(comparison.nodes).map((part, index) => <Part key={index} part={part} />)}</div>
      </div>
    </div>
  );
}

/** "3 avsnitt endret", with a link to each place. Also on its own, where the text itself is a click away. */
export function ComparisonSummary({ counts, base = "" }: { readonly counts: readonly ChangeCount[]; readonly base?: string }) {
  const words = useWords();
  const { line, places, place } = words.documents.compare;
  return (
    <ul className="compare-summary">
      {counts.map((count) => (
        <li key={`${count.unit} ${count.change}`}>
          <strong>{line(count.unit, count.change, count.count)}</strong>
          <span className="compare-places">
            <span>{places}</span>{" "}
            {gathered(count.places).map(({ id, heading, times }, index) => (
              <Fragment key={id}>
                {index > 0 ? ", " : ""}<a href={`${base}#${id}`}>{place(heading)}</a>{times > 1 ? ` (${times})` : ""}
              </Fragment>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Several changes under one heading are one place to go to. */
function gathered(places: ChangeCount["places"]): { readonly id: string; readonly heading: string; readonly times: number }[] {
  const found: { id: string; heading: string; times: number }[] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last?.heading === place.heading) last.times += 1;
    else found.push({ ...place, times: 1 });
  }
  return found;
}

type Folded = ComparedNode | readonly ComparedNode[];

/** Long stretches without a change are folded away; one block on either side of a change, and every heading near it, stays. */
function folded(nodes: readonly ComparedNode[]): Folded[] {
  const near = nodes.map((_, index) => [-1, 0, 1].some((step) => (nodes[index + step]?.change ?? "same") !== "same"));
  let upcoming = false;
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    // the heading over a change is kept with it
    if (nodes[index]?.type === "heading" && upcoming) near[index] = true;
    if (nodes[index]?.change !== "same") upcoming = true;
    else if (nodes[index]?.type === "heading") upcoming = false;
  }
  const parts: Folded[] = [];
  let hidden: ComparedNode[] = [];
  const close = () => {
    if (hidden.length > 1) parts.push(hidden);
    else parts.push(...hidden);
    hidden = [];
  };
  nodes.forEach((node, index) => {
    if (!near[index]) return void hidden.push(node);
    close();
    parts.push(node);
  });
  close();
  return parts;
}

function Part({ part }: { readonly part: Folded }) {
  const words = useWords();
  if (!isFold(part)) return <Block node={part} />;
  return (
    <details className="compare-fold">
      <summary>{words.documents.compare.unchanged(part.length)}</summary>
      {part.map((node, index) => <Block key={index} node={node} />)}
    </details>
  );
}

function isFold(part: Folded): part is readonly ComparedNode[] {
  return Array.isArray(part);
}

type BlockProps = {
  readonly node: ComparedNode;
  /** The word for the change of what this block begins: a list item's, beside its first words. */
  readonly lead?: ReactNode;
  /** All of what it stands in came or went: one word for it is enough. */
  readonly isTold?: boolean;
};

function Block({ node, lead, isTold = false }: BlockProps): ReactNode {
  const attributes = { id: node.id, "data-change": node.change === "same" ? undefined : node.change };
  const tag = lead ?? (isTold ? null : <ChangeTag node={node} />);
  const tellsAll = isTold || node.change === "added" || node.change === "removed";
  const leads = node.type === "listItem" || node.type === "taskItem";
  const inside = node.children?.map((child, index) => <Block key={index} node={child} isTold={tellsAll} lead={leads && index === 0 ? tag : undefined} />);
  switch (node.type) {
    case "heading": {
      const Level = headingTag(node);
      return <Level {...attributes}>{tag}<Runs runs={node.runs} /></Level>;
    }
    case "paragraph":
      return <p {...attributes}>{tag}{node.runs && node.runs.length > 0 ? <Runs runs={node.runs} /> : <br />}</p>;
    case "bulletList":
      return <ul {...attributes}>{inside}</ul>;
    case "orderedList":
      return <ol {...attributes} start={typeof node.attrs?.start === "number" ? node.attrs.start : undefined}>{inside}</ol>;
    case "taskList":
      return <ul {...attributes} className="task-list">{inside}</ul>;
    case "listItem":
      return <li {...attributes}><div>{inside}</div></li>;
    case "taskItem": {
      const done = node.attrs?.checked === true;
      return <li {...attributes} data-checked={done ? "yes" : "no"}><TaskSign done={done} /><div>{inside}</div></li>;
    }
    case "blockquote":
      return <blockquote {...attributes}>{tag}{inside}</blockquote>;
    case "table":
      return <ComparedTable node={node} attributes={attributes}>{inside}</ComparedTable>;
    case "tableRow":
      return <tr {...attributes}>{inside}</tr>;
    case "tableHeader":
    case "tableCell": {
      const Cell = node.type === "tableHeader" && saysSomething(node) ? "th" : "td";
      return <Cell {...attributes} {...spansOf(node)}>{inside}</Cell>;
    }
    case "horizontalRule":
      return <div {...attributes}>{tag}<hr /></div>;
    default:
      return null;
  }
}

function ComparedTable({ node, attributes, children }: { readonly node: ComparedNode; readonly attributes: object; readonly children: ReactNode }) {
  const words = useWords();
  return (
    // a region that scrolls must be reachable by keyboard
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="wide-table" role="group" aria-label={words.documents.read.tableLabel} tabIndex={0} {...attributes}>
      <ChangeTag node={node} />
      <table><tbody>{children}</tbody></table>
    </div>
  );
}

/** The change of a whole block in a word beside it; a block that only holds changes is marked inside. */
function ChangeTag({ node }: { readonly node: ComparedNode }) {
  const { marks } = useWords().documents.compare;
  if (node.change === "same" || node.change === "changed" || !node.id) return null;
  const gone = node.change === "removed";
  return <span className="change-tag">{node.moved ? (gone ? marks.movedAway : marks.movedHere) : marks[node.change]}</span>;
}

function Runs({ runs }: { readonly runs?: readonly ComparedRun[] }) {
  return runs?.map((run, index) => <Run key={index} run={run} />);
}

function Run({ run }: { readonly run: ComparedRun }) {
  const { compare } = useWords().documents;
  const text = run.text === null ? <br /> : <Marked marks={run.marks}>{run.text}</Marked>;
  switch (run.change) {
    case "same":
      return text;
    case "restyled":
      return <span className="restyled">{text}</span>;
    case "added":
      return <ins><Hidden>{compare.addedStart}</Hidden>{text}<Hidden>{compare.addedEnd}</Hidden></ins>;
    case "removed":
      return <del><Hidden>{compare.removedStart}</Hidden>{text}<Hidden>{compare.removedEnd}</Hidden></del>;
  }
}

function Hidden({ children }: { readonly children: ReactNode }) {
  return <span className="visually-hidden"> {children} </span>;
}

function saysSomething(node: ComparedNode): boolean {
  return (node.runs ?? []).some((run) => run.text?.trim()) || (node.children ?? []).some(saysSomething);
}

function spansOf(node: ComparedNode) {
  const { colspan, rowspan } = node.attrs ?? {};
  return { colSpan: typeof colspan === "number" ? colspan : undefined, rowSpan: typeof rowspan === "number" ? rowspan : undefined };
}
