// Documents made of tables, as they live: a map a row, a text a cell, so that two people in two cells both get their way (rules D30-D33).
import { byPosition } from "../position";
import type { Columns } from "../table";

/** One table of a document kind. `single`: one row without an id, the document's own. */
export type TableShape = { readonly name: string; readonly columns: Columns; readonly single?: boolean };

/** What is read here of a Yjs map, which the domain does not know. */
export type LiveMap = { get(key: string): unknown; forEach(each: (value: unknown, key: string) => void): void };
export type LiveDoc = { getMap(name: string): LiveMap };

/** Fields of a row that are no cells: where it stands, and that somebody has taken it away. */
export const positionField = "pos";
export const goneField = "gone";
export const mostRows = 300;
export const rowIdPattern = /^[\w-]{1,40}$/;

/** The name of the root map that holds a table. */
export const rootOf = (table: string): string => `table:${table}`;

export type LiveRow = { readonly id: string; readonly pos: string; readonly map: LiveMap };

/** The rows that stand, in their order; at most 300, which is more than the page lets anybody make. What is no row is passed over. */
export function liveRows(doc: LiveDoc, table: string): LiveRow[] {
  const rows: LiveRow[] = [];
  doc.getMap(rootOf(table)).forEach((value, id) => {
    if (!isMap(value) || !rowIdPattern.test(id) || value.get(goneField) === "yes") return;
    const pos = value.get(positionField);
    rows.push({ id, pos: typeof pos === "string" ? pos : "", map: value });
  });
  return rows.sort(byPosition).slice(0, mostRows);
}

/** What stands in the tables, as the kind's `parse` takes it. Changes nothing; never throws, whatever a client has written there. */
export function readTables(doc: LiveDoc, shapes: readonly TableShape[]): Record<string, unknown> {
  return Object.fromEntries(shapes.map(({ name, columns, single }) => [
    name, single ? cellsOf(doc.getMap(rootOf(name)), columns) : liveRows(doc, name).map(({ id, map }) => ({ id, ...cellsOf(map, columns) })),
  ]));
}

function cellsOf(map: LiveMap, columns: Columns): Record<string, string> {
  return Object.fromEntries(Object.keys(columns).flatMap((column) => {
    const text = map.get(column);
    return typeof text === "string" && text !== "" ? [[column, text]] : [];
  }));
}

function isMap(value: unknown): value is LiveMap {
  return typeof value === "object" && value !== null && "get" in value && "forEach" in value && typeof value.get === "function" && !Array.isArray(value);
}
