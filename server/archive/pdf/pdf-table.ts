// A table as boxes: columns as wide as their words ask for, heading cells with their scope, a heading row that is shown again on the next page.
import { plainText, type RichNode } from "../../../app/domain/documents/rich-text";
import { blockBoxes, type Box, type Press } from "./pdf-boxes";
import { artifact, element, ink, type PdfElement } from "./pdf-file";
import { measured, type Style } from "./pdf-lines";

/** A cell that reaches over several rows stands in the first of them; the rows below leave its place free. */
type Cell = { readonly column: number; readonly span: number; readonly isHeading: boolean; readonly boxes: readonly Box[]; readonly height: number };
type Rows = { readonly press: Press; readonly table: object; readonly columns: readonly number[] };

const [padX, padY] = [7, 5];

export function tableBoxes(press: Press, node: RichNode, parent: PdfElement, width: number, style: Style): Box[] {
  const table = element(press.file, parent, "Table");
  const grid = gridOf(node);
  const rows: Rows = { press, table, columns: columnWidths(press, grid, width, style) };
  const boxes = grid.map((cells, index) => rowOf(rows, cells, element(press.file, table, "TR"), style, index));
  // a heading row alone at the foot of a page says nothing
  return boxes.map((box, index) => ({ ...box, gap: index === 0 ? 10 : 0, keep: index === 0 && boxes.length > 1 }));
}

type Placed = { readonly cell: RichNode; readonly column: number; readonly span: number; readonly rows: number };

/** Where each cell stands, with what reaches into its row from above. */
function gridOf(node: RichNode): Placed[][] {
  const taken: number[] = [];
  return (node.content ?? []).map((row) => {
    let column = 0;
    const placed = (row.content ?? []).map((cell): Placed => {
      while ((taken[column] ?? 0) > 0) column += 1;
      const span = Number(cell.attrs?.colspan ?? 1);
      const rows = Number(cell.attrs?.rowspan ?? 1);
      const at = column;
      for (let each = 0; each < span; each += 1) taken[column + each] = rows;
      column += span;
      return { cell, column: at, span, rows };
    });
    for (let each = 0; each < taken.length; each += 1) taken[each] = Math.max(0, (taken[each] ?? 0) - 1);
    return placed;
  });
}

/** Every column gets its longest word; what is left goes to those whose text is long. */
function columnWidths(press: Press, grid: readonly Placed[][], width: number, style: Style): number[] {
  const count = Math.max(1, ...grid.flat().map((each) => each.column + each.span));
  const least = Array.from({ length: count }, () => 24);
  const most = Array.from({ length: count }, () => 24);
  for (const { cell, column, span } of grid.flat()) {
    if (span > 1) continue;
    const face = cell.type === "tableHeader" ? "bold" : style.face;
    for (const block of cell.content ?? []) {
      const asked = measured(press.file, [{ text: plainText(block), style: { ...style, face, size: 10.5 } }]);
      least[column] = Math.max(least[column] ?? 0, asked.least + 2 * padX + 1);
      most[column] = Math.max(most[column] ?? 0, asked.most + 2 * padX + 1);
    }
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const [allLeast, allMost] = [sum(least), sum(most)];
  if (allLeast >= width) return least.map((each) => (each / allLeast) * width);
  if (allMost <= width) return most.map((each) => each + (width - allMost) / count);
  const spare = width - allLeast;
  const wish = most.map((each, index) => Math.min(each, width * 0.6) - Math.min(each, least[index] ?? 0));
  const wished = sum(wish) || 1;
  return least.map((each, index) => each + spare * ((wish[index] ?? 0) / wished));
}

function rowOf(rows: Rows, placed: readonly Placed[], owner: PdfElement, style: Style, index: number): Box {
  const { press, columns } = rows;
  const isHeading = index === 0 && placed.length > 0 && placed.every(({ cell }) => cell.type === "tableHeader");
  const cells = placed.map(({ cell, column, span, rows: down }): Cell => {
    const heading = cell.type === "tableHeader";
    const attributes = { O: "Table", ...(heading ? { Scope: isHeading ? "Column" : "Row" } : {}), ...(span > 1 ? { ColSpan: span } : {}), ...(down > 1 ? { RowSpan: down } : {}) };
    const inner = left(columns, column + span) - left(columns, column) - 2 * padX;
    const owned = element(press.file, owner, heading ? "TH" : "TD", { attributes });
    const boxes = blockBoxes(press, cell.content ?? [], owned, inner, { ...style, size: 10.5, face: heading ? "bold" : style.face });
    return { column, span, isHeading: heading, boxes, height: heightOf(boxes) };
  });
  return rowBox(rows, cells, isHeading, true);
}

/** `last`: whether the line below it is drawn; a row that goes on over the page has none. */
function rowBox(rows: Rows, cells: readonly Cell[], isHeading: boolean, last: boolean): Box {
  const { press: { file }, table, columns } = rows;
  const height = Math.max(0, ...cells.map((cell) => cell.height)) + 2 * padY;
  return {
    height, gap: 0, keep: false, row: { table, isHeading, split: (room) => split(rows, cells, isHeading, room) },
    draw(x, y) {
      artifact(file, "Layout", () => {
        for (const cell of cells) if (cell.isHeading) file.rect(x + left(columns, cell.column), y + 0.5, left(columns, cell.column + cell.span) - left(columns, cell.column), height - 0.5).fill(ink.tint);
        if (last) file.lineWidth(isHeading ? 0.9 : 0.5).strokeColor(isHeading ? ink.accent : ink.rule).moveTo(x, y + height).lineTo(x + left(columns, columns.length), y + height).stroke();
      });
      for (const cell of cells) {
        let at = y + padY;
        cell.boxes.forEach((box, place) => {
          at += place === 0 ? 0 : box.gap;
          box.draw(x + left(columns, cell.column) + padX, at);
          at += box.height;
        });
      }
    },
  };
}

/** A row that is higher than a page goes on over the next. */
function split(rows: Rows, cells: readonly Cell[], isHeading: boolean, room: number): readonly [Box, Box] | null {
  const parts = cells.map((cell) => {
    let used = 2 * padY;
    const fits = cell.boxes.findIndex((box, place) => (used += box.height + (place === 0 ? 0 : box.gap)) > room);
    return fits === -1 ? cell.boxes.length : fits;
  });
  if (parts.every((count) => count === 0)) return null;
  const some = (from: (cell: Cell, count: number) => readonly Box[]) => cells.map((cell, index): Cell => {
    const boxes = from(cell, parts[index] ?? 0);
    return { ...cell, boxes, height: heightOf(boxes) };
  });
  return [rowBox(rows, some((cell, count) => cell.boxes.slice(0, count)), isHeading, false), rowBox(rows, some((cell, count) => cell.boxes.slice(count)), isHeading, true)];
}

function left(columns: readonly number[], column: number): number {
  return columns.slice(0, column).reduce((total, each) => total + each, 0);
}

function heightOf(boxes: readonly Box[]): number {
  return boxes.reduce((total, box, place) => total + box.height + (place === 0 ? 0 : box.gap), 0);
}
