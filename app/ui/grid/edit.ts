// What a person does to the tables of a living document: types in a cell, adds and takes away rows, pastes a block and copies one.
import * as Y from "yjs";
import { goneField, liveRows, mostRows, positionField, rootOf, type TableShape } from "../../domain/documents/tables";
import { between } from "../../domain/position";
import { keepTyped } from "../../domain/table";

/** Marks an edit as this page's own: undo takes back these and nobody else's. */
export const ownEdit = "grid";

type Map = Y.Map<unknown>;

/** The map that holds a row's cells; for a table of one row the table's own. Null when somebody has taken the row away. */
function rowMap(doc: Y.Doc, { name, single }: TableShape, row: string): Map | null {
  const root: Map = doc.getMap(rootOf(name));
  if (single) return root;
  const map = root.get(row);
  return map instanceof Y.Map && map.get(goneField) !== "yes" ? (map as Map) : null;
}

/** Keeps what was typed, in its canonical form where it can be read. Answers false when the row is gone: nothing was written then. */
export function typeInCell(doc: Y.Doc, shape: TableShape, row: string, column: string, typed: string): boolean {
  const kind = shape.columns[column];
  const map = rowMap(doc, shape, row);
  if (!kind || !map) return false;
  const kept = keepTyped(kind, typed);
  if ((map.get(column) ?? "") === kept) return true;
  doc.transact(() => (kept === "" ? map.delete(column) : map.set(column, kept)), ownEdit);
  return true;
}

/** A new row after `after`, or last; `newId` gives its id. Null when the table is full. */
export function addRow(doc: Y.Doc, shape: TableShape, newId: string, after: string | null, cells: Readonly<Record<string, string>> = {}): string | null {
  const rows = liveRows(doc, shape.name);
  if (rows.length >= mostRows || shape.single) return null;
  const place = after === null ? rows.length - 1 : rows.findIndex((row) => row.id === after);
  const at = place === -1 ? rows.length - 1 : place;
  // two who add in the same place at once get places of their own: the id's own letters follow
  const pos = between(rows[at]?.pos ?? null, rows[at + 1]?.pos ?? null) + suffixOf(newId);
  doc.transact(() => {
    const map: Map = new Y.Map();
    map.set(positionField, pos);
    for (const [column, kept] of Object.entries(cells)) if (kept !== "") map.set(column, kept);
    (doc.getMap(rootOf(shape.name)) as Map).set(newId, map);
  }, ownEdit);
  return newId;
}

/** Letters of the id as letters of a place; the last is never the lowest, which would leave no room before it. */
function suffixOf(id: string): string {
  return `${id.toLowerCase().replace(/[^0-9a-z]/g, "").slice(-2)}1`;
}

/** Marks the row as gone; undo brings it back with everything in it. */
export function takeRow(doc: Y.Doc, shape: TableShape, row: string): void {
  const map = shape.single ? null : rowMap(doc, shape, row);
  if (map) doc.transact(() => map.set(goneField, "yes"), ownEdit);
}

/**
 * A block copied from a spreadsheet, laid out from a cell to the right and down; rows it has too many are added. Cells beyond the last column are left
 * out. `typedFor`: what is typed for a word of the page, such as one of a list's. Answers how many cells were written and how many of the block there was no place for.
 */
export function pasteBlock(doc: Y.Doc, shape: TableShape, row: string, column: string, block: string, newId: () => string, typedFor = asTyped): { readonly written: number; readonly leftOut: number } {
  const lines = blockOf(block);
  const columns = Object.keys(shape.columns);
  const first = columns.indexOf(column);
  let [written, leftOut] = [0, 0];
  if (first === -1) return { written, leftOut };
  doc.transact(() => {
    const ids = shape.single ? [row] : liveRows(doc, shape.name).map((each) => each.id);
    const from = shape.single ? 0 : ids.indexOf(row);
    lines.forEach((cells, down) => {
      const id = ids[from + down] ?? addRow(doc, shape, newId(), null);
      cells.forEach((typed, right) => {
        const into = columns[first + right];
        if (from === -1 || id === null || id === undefined || into === undefined) leftOut += typed.trim() === "" ? 0 : 1;
        else if (typeInCell(doc, shape, id, into, typedFor(into, typed))) written += 1;
      });
    });
  }, ownEdit);
  return { written, leftOut };
}

const asTyped = (_column: string, typed: string): string => typed;

/** Lines of cells: a tab between cells, as spreadsheets copy; a quoted cell may hold breaks and doubled quotes. */
export function blockOf(text: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  while (cell.lastIndex <= text.length) {
    const found = cell.exec(text);
    if (!found) break;
    lines.at(-1)?.push(found[1] === undefined ? (found[2] ?? "") : found[1].replaceAll('""', '"').replace(/\s+/g, " "));
    if (found[3] === "" || cell.lastIndex > text.length) break;
    if (found[3] !== "\t") lines.push([]);
  }
  // the last line of a copied block ends with a break
  return lines.at(-1)?.every((each) => each === "") && lines.length > 1 ? lines.slice(0, -1) : lines;
}

/** Rows as a spreadsheet takes them in: amounts and rates as numbers with a comma. */
export function blockFrom(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((each) => (/["\t\r\n]/.test(each) ? `"${each.replaceAll('"', '""')}"` : each)).join("\t")).join("\n");
}
