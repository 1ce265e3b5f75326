// One table of a living document: native rows and fields, moved between as in a spreadsheet, with a block pasted and the whole copied.
import { memo, type ClipboardEvent, type KeyboardEvent } from "react";
import type { PresentPerson } from "../../domain/documents/live";
import type { TableShape } from "../../domain/documents/tables";
import type { Row } from "../../domain/table";
import { useLanguage, useWords } from "../words";
import { Cell } from "./cell";
import { cellText } from "./cell-text";
import { blockFrom } from "./edit";

export type TableWords = {
  readonly title: string;
  readonly columns: Readonly<Record<string, string>>;
  choicesOf(column: string): Readonly<Record<string, string>>;
};

export type LiveTableProps = {
  readonly shape: TableShape;
  /** For a table of one row: that row, with a blank id. */
  readonly rows: readonly Row[];
  readonly words: TableWords;
  readonly mayEdit: boolean;
  readonly faults: ReadonlyMap<string, string>;
  readonly others: ReadonlyMap<string, PresentPerson>;
  /** By cell: what counts while it is blank. */
  readonly computed: ReadonlyMap<string, string>;
  readonly deeds: GridDeeds;
};

export type GridDeeds = {
  type(name: string, typed: string): void;
  enter(name: string): void;
  leave(): void;
  add(table: string): void;
  take(table: string, row: string, named: string): void;
  paste(name: string, block: string): void;
  copy(block: string): void;
};

export const LiveTable = memo(function LiveTable({ shape, rows, words, mayEdit, faults, others, computed, deeds }: LiveTableProps) {
  const { page } = useWords().financing;
  const language = useLanguage();
  const columns = Object.entries(shape.columns);
  const nameOf = (row: Row, at: number) => row.name ?? row.number ?? row.unit ?? page.rowNumber(at + 1);
  const cell = (row: Row, line: number, column: string, place: number) => {
    const kind = shape.columns[column];
    if (!kind) return null;
    const name = `${shape.name}/${row.id}/${column}`;
    return (
      <Cell
        name={name} label={shape.single ? (words.columns[column] ?? column) : page.cell(words.columns[column] ?? column, nameOf(row, line))} column={kind} kept={row[column] ?? ""} mayEdit={mayEdit}
        fault={faults.get(name) ?? null} computed={computed.get(name)} choices={kind.kind === "choice" ? words.choicesOf(column) : noChoices} other={others.get(name) ?? null} line={line} place={place}
        onType={deeds.type} onEnter={deeds.enter} onLeave={deeds.leave}
      />
    );
  };
  const block = () => blockFrom([columns.map(([column]) => words.columns[column] ?? column), ...rows.map((row) => columns.map(([column, kind]) => (kind.kind === "choice" ? (words.choicesOf(column)[row[column] ?? ""] ?? "") : cellText(kind, row[column] ?? "", language).replaceAll("\u00a0", ""))))]);
  return (
    <div className="grid-block">
      <div className="grid-scroll">
        {/* the fields in it are what is interacted with; the table hears of them what a spreadsheet would */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <table className="grid" aria-label={words.title} onKeyDown={move} onPaste={(event) => paste(event, deeds)}>
          {shape.single ? (
            <tbody>
              {columns.map(([column], line) => <tr key={column}><th scope="row">{words.columns[column]}</th><td>{cell(rows[0] ?? { id: "" }, line, column, 0)}</td></tr>)}
            </tbody>
          ) : (
            <>
              <thead>
                <tr>{columns.map(([column, kind]) => <th key={column} scope="col" data-kind={kind.kind}>{words.columns[column]}</th>)}{mayEdit ? <th scope="col"><span className="visually-hidden">{page.actions}</span></th> : null}</tr>
              </thead>
              <tbody>
                {rows.map((row, line) => (
                  <tr key={row.id}>
                    {columns.map(([column], place) => <td key={column}>{cell(row, line, column, place)}</td>)}
                    {mayEdit ? <td><button type="button" className="grid-take" aria-label={page.takeRow(nameOf(row, line))} onClick={() => deeds.take(shape.name, row.id, nameOf(row, line))}>×</button></td> : null}
                  </tr>
                ))}
              </tbody>
            </>
          )}
        </table>
      </div>
      {shape.single ? null : (
        <div className="button-row">
          {mayEdit ? <button type="button" className="ds-button" data-variant="secondary" data-size="sm" onClick={() => deeds.add(shape.name)}>{page.addRow}</button> : null}
          {rows.length > 0 ? <button type="button" className="ds-button" data-variant="tertiary" data-size="sm" onClick={() => deeds.copy(block())}>{page.copy}</button> : null}
        </div>
      )}
    </div>
  );
});

const noChoices = {};

/** Enter and the arrows move a line; to the sides only from the end of what stands in the field. A list keeps its own up and down. */
function move(event: KeyboardEvent<HTMLTableElement>): void {
  const field = event.target as HTMLElement;
  const { line, place } = field.dataset;
  if (line === undefined || place === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  const isList = field instanceof HTMLSelectElement;
  const [down, right] = stepOf(event, field);
  if ((down === 0 && right === 0) || (isList && event.key !== "Enter")) return;
  const next = event.currentTarget.querySelector<HTMLElement>(`[data-line="${Number(line) + down}"][data-place="${Number(place) + right}"]`);
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (next instanceof HTMLInputElement && next.type === "text") next.select();
}

function stepOf({ key, shiftKey }: KeyboardEvent, field: HTMLElement): readonly [down: number, right: number] {
  if (key === "Enter") return [shiftKey ? -1 : 1, 0];
  if (key === "ArrowDown" || key === "ArrowUp") return shiftKey ? [0, 0] : [key === "ArrowDown" ? 1 : -1, 0];
  if (shiftKey || (key !== "ArrowLeft" && key !== "ArrowRight")) return [0, 0];
  if (field instanceof HTMLInputElement && field.type === "text") {
    const all = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    const atEnd = key === "ArrowLeft" ? field.selectionEnd === 0 : field.selectionStart === field.value.length;
    if (!all && !atEnd) return [0, 0];
  }
  return [0, key === "ArrowRight" ? 1 : -1];
}

/** A single cell is pasted as any text is; a block is laid out. */
function paste(event: ClipboardEvent<HTMLTableElement>, deeds: GridDeeds): void {
  const block = event.clipboardData.getData("text/plain");
  const field = event.target as HTMLElement;
  if (field.dataset.line === undefined || !/[\t\r\n]/.test(block.replace(/\r?\n$/, ""))) return;
  event.preventDefault();
  field.blur();
  deeds.paste(field.id, block);
}
