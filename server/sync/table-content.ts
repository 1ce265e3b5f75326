// Writing tables into a living document: as a forward edit that touches only what differs, so that others' simultaneous edits survive.
import * as Y from "yjs";
import { goneField, liveRows, positionField, rootOf, type TableShape } from "../../app/domain/documents/tables";
import { between } from "../../app/domain/position";

type Cells = Readonly<Record<string, string>>;

/**
 * Makes the tables say `content`, as the kind's `parse` gives it, in one transaction. A row that is not in it is marked as gone and not deleted: what somebody
 * types in it at the same time is not lost, and it can be brought back.
 */
export function writeTables(doc: Y.Doc, shapes: readonly TableShape[], content: Readonly<Record<string, unknown>>, origin: unknown): void {
  doc.transact(() => {
    for (const { name, columns, single } of shapes) {
      const root: Y.Map<unknown> = doc.getMap(rootOf(name));
      if (single) setCells(root, Object.keys(columns), content[name] as Cells);
      else writeRows(doc, root, name, Object.keys(columns), content[name] as readonly (Cells & { readonly id: string })[]);
    }
  }, origin);
}

function writeRows(doc: Y.Doc, root: Y.Map<unknown>, table: string, columns: readonly string[], rows: readonly (Cells & { readonly id: string })[]): void {
  const wanted = new Set(rows.map((row) => row.id));
  for (const { id } of liveRows(doc, table)) if (!wanted.has(id)) (root.get(id) as Y.Map<unknown>).set(goneField, "yes");
  for (const row of rows) {
    const known = root.get(row.id);
    const map = known instanceof Y.Map ? (known as Y.Map<unknown>) : new Y.Map<unknown>();
    if (!(known instanceof Y.Map)) root.set(row.id, map);
    if (map.get(goneField) !== undefined) map.delete(goneField);
    setCells(map, columns, row);
  }
  putInOrder(root, rows.map((row) => row.id));
}

function setCells(map: Y.Map<unknown>, columns: readonly string[], cells: Cells): void {
  for (const column of columns) {
    const text = cells[column];
    if (text === undefined ? map.has(column) : map.get(column) !== text) {
      if (text === undefined) map.delete(column);
      else map.set(column, text);
    }
  }
}

/** Moves as few rows as it can: one that already stands after those before it stays where it is. */
function putInOrder(root: Y.Map<unknown>, ids: readonly string[]): void {
  const placeOf = (id: string): string => {
    const pos = (root.get(id) as Y.Map<unknown>).get(positionField);
    return typeof pos === "string" ? pos : "";
  };
  const staying = new Set(longestRising(ids.map(placeOf)));
  let before: string | null = null;
  ids.forEach((id, at) => {
    if (staying.has(at)) {
      before = placeOf(id);
      return;
    }
    const next = ids.findIndex((_, later) => later > at && staying.has(later));
    before = between(before, next === -1 ? null : placeOf(ids[next] ?? ""));
    (root.get(id) as Y.Map<unknown>).set(positionField, before);
  });
}

/** The places, in order, of a longest run that rises strictly; a blank one never stays. */
function longestRising(places: readonly string[]): number[] {
  const best: { readonly length: number; readonly from: number }[] = [];
  places.forEach((place, at) => {
    let found = { length: place === "" ? 0 : 1, from: -1 };
    for (let earlier = 0; earlier < at && place !== ""; earlier++) {
      const length = (best[earlier]?.length ?? 0) + 1;
      if (length > 1 && (places[earlier] ?? "") < place && length > found.length) found = { length, from: earlier };
    }
    best.push(found);
  });
  let at = best.reduce((most, each, place) => (each.length > (best[most]?.length ?? 0) ? place : most), 0);
  const run: number[] = [];
  while (at >= 0 && (best[at]?.length ?? 0) > 0) {
    run.unshift(at);
    at = best[at]?.from ?? -1;
  }
  return run;
}
