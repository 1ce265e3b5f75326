// A document as a page to read: rich text as plain, semantic HTML, the same on the server, on paper and without JavaScript.
import { Fragment, type ReactNode } from "react";
import { isAllowedHref } from "../../domain/documents/href";
import { outlineOf } from "../../domain/documents/outline";
import { plainText, type Mark, type RichNode, type RichText } from "../../domain/documents/rich-text";
import { useWords } from "../words";

type ReadViewProps = {
  readonly content: RichText;
  /** Put before each heading's id, when two texts stand on one page. */
  readonly idPrefix?: string;
};

export function ReadView({ content, idPrefix = "" }: ReadViewProps) {
  const ids = new Map(outlineOf(content).map((entry) => [entry.block, `${idPrefix}${entry.id}`]));
  return (
    <div className="prose document-text">
      {content.content.map((node, index) => <Block key={index} node={node} id={ids.get(index)} />)}
    </div>
  );
}

function Block({ node, id }: { readonly node: RichNode; readonly id?: string }): ReactNode {
  switch (node.type) {
    case "heading": {
      const Level = headingTag(node);
      return <Level id={id}><Inline content={node.content} /></Level>;
    }
    case "paragraph":
      // an empty paragraph is air that somebody wanted
      return <p>{node.content ? <Inline content={node.content} /> : <br />}</p>;
    case "bulletList":
      return <ul><Items node={node} /></ul>;
    case "orderedList":
      return <ol start={typeof node.attrs?.start === "number" ? node.attrs.start : undefined}><Items node={node} /></ol>;
    case "taskList":
      return <ul className="task-list"><Items node={node} /></ul>;
    case "blockquote":
      return <blockquote><Blocks content={node.content} /></blockquote>;
    case "horizontalRule":
      return <hr />;
    case "table":
      return <ReadTable node={node} />;
    default:
      return null;
  }
}

function Blocks({ content }: { readonly content?: readonly RichNode[] }) {
  return content?.map((node, index) => <Block key={index} node={node} />);
}

/** A list item of one paragraph is that paragraph's words, without a paragraph's room around them. */
function Items({ node }: { readonly node: RichNode }) {
  return node.content?.map((item, index) => {
    const [first, ...rest] = item.content ?? [];
    return (
      <li key={index} data-checked={item.type === "taskItem" ? (item.attrs?.checked === true ? "yes" : "no") : undefined}>
        {item.type === "taskItem" ? <TaskSign done={item.attrs?.checked === true} /> : null}
        <div>
          {first?.type === "paragraph" ? <p><Inline content={first.content} /></p> : first ? <Block node={first} /> : null}
          <Blocks content={rest} />
        </div>
      </li>
    );
  });
}

/** Done or not is said in words to those who do not see the box. */
export function TaskSign({ done }: { readonly done: boolean }) {
  const words = useWords();
  return (
    <>
      <span className="task-sign" aria-hidden="true" />
      <span className="visually-hidden">{done ? words.documents.read.taskDone : words.documents.read.taskOpen} </span>
    </>
  );
}

function ReadTable({ node }: { readonly node: RichNode }) {
  const words = useWords();
  const rows = node.content ?? [];
  const isHeaderRow = (row: RichNode | undefined) => row !== undefined && (row.content ?? []).every((cell) => cell.type === "tableHeader");
  const body = isHeaderRow(rows[0]) ? rows.slice(1) : rows;
  return (
    // a region that scrolls must be reachable by keyboard
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="wide-table" role="group" aria-label={words.documents.read.tableLabel} tabIndex={0}>
      <table>
        {isHeaderRow(rows[0]) ? <thead><Row row={rows[0] as RichNode} scope="col" /></thead> : null}
        {body.length > 0 ? <tbody>{body.map((row, index) => <Row key={index} row={row} scope="row" />)}</tbody> : null}
      </table>
    </div>
  );
}

function Row({ row, scope }: { readonly row: RichNode; readonly scope: "row" | "col" }) {
  return (
    <tr>
      {(row.content ?? []).map((cell, index) => {
        const spans = { colSpan: spanOf(cell, "colspan"), rowSpan: spanOf(cell, "rowspan") };
        // a heading that says nothing heads nothing
        return cell.type === "tableHeader" && plainText(cell).trim() !== ""
          ? <th key={index} scope={scope} {...spans}><Blocks content={cell.content} /></th>
          : <td key={index} {...spans}><Blocks content={cell.content} /></td>;
      })}
    </tr>
  );
}

function Inline({ content }: { readonly content?: readonly RichNode[] }) {
  return content?.map((node, index) => (
    <Fragment key={index}>{node.type === "hardBreak" ? <br /> : <Marked marks={node.marks ?? []}>{node.text}</Marked>}</Fragment>
  ));
}

/** Text with its marks around it; a link that may not be is only its text. */
export function Marked({ marks, children }: { readonly marks: readonly Mark[]; readonly children: ReactNode }): ReactNode {
  const [mark, ...rest] = marks;
  if (!mark) return children;
  const inside = <Marked marks={rest}>{children}</Marked>;
  switch (mark.type) {
    case "link":
      return isAllowedHref(mark.attrs.href) ? <a href={mark.attrs.href} rel={relOf(mark.attrs.href)}>{inside}</a> : inside;
    case "bold":
      return <strong>{inside}</strong>;
    case "italic":
      return <em>{inside}</em>;
    case "underline":
      return <u>{inside}</u>;
    case "strike":
      return <s>{inside}</s>;
  }
}

export function headingTag(node: { readonly attrs?: RichNode["attrs"] }): "h2" | "h3" | "h4" {
  return node.attrs?.level === 4 ? "h4" : node.attrs?.level === 3 ? "h3" : "h2";
}

function relOf(href: string): string | undefined {
  return href.startsWith("/") ? undefined : "noopener noreferrer nofollow";
}

function spanOf(cell: RichNode, name: "colspan" | "rowspan"): number | undefined {
  const span = cell.attrs?.[name];
  return typeof span === "number" ? span : undefined;
}
