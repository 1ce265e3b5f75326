// Editing tables: cells, rows, blocks from a spreadsheet, and undo of one's own only.
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { financingShapes } from "../../domain/documents/financing/kind";
import { mostRows, readTables, rootOf, type TableShape } from "../../domain/documents/tables";
import { addRow, blockFrom, blockOf, ownEdit, pasteBlock, takeRow, typeInCell } from "./edit";

const shape = (name: string): TableShape => {
  const found = financingShapes.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return found;
};
const [terms, uses, units] = [shape("terms"), shape("uses"), shape("units")];
let count = 0;
const newId = () => `row-${(count += 1)}`;
type Rows = readonly Readonly<Record<string, string>>[];
const rows = (doc: Y.Doc, table = "uses") => readTables(doc, financingShapes)[table] as Rows;
function withRows(many: number): { doc: Y.Doc; ids: string[] } {
  const doc = new Y.Doc();
  return { doc, ids: Array.from({ length: many }, () => addRow(doc, uses, newId(), null) ?? "") };
}

test("[F6, F8] what is typed is kept, and a blank takes the cell away; a row that is gone takes nothing", () => {
  const { doc, ids: [id = ""] } = withRows(1);
  expect(typeInCell(doc, uses, id, "amount", "26 000 000")).toBe(true);
  typeInCell(doc, uses, id, "name", "Entreprise");
  typeInCell(doc, terms, "", "share", "5 000");
  expect([rows(doc), readTables(doc, financingShapes).terms]).toEqual([[{ id, name: "Entreprise", amount: "2600000000" }], { share: "500000" }]);
  typeInCell(doc, uses, id, "name", " ");
  expect(rows(doc)).toEqual([{ id, amount: "2600000000" }]);
  takeRow(doc, uses, id);
  expect([typeInCell(doc, uses, id, "name", "Tomt"), typeInCell(doc, uses, "none", "name", "x"), rows(doc)]).toEqual([false, false, []]);
});

test("[D30] rows come where they are added, also when two add there at once", () => {
  const { doc, ids: [first = "", last = ""] } = withRows(2);
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  addRow(doc, uses, "mine", first);
  addRow(other, uses, "theirs", first);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const order = rows(doc).map((row) => row.id);
  expect([order[0], order[3], new Set(order.slice(1, 3))]).toEqual([first, last, new Set(["mine", "theirs"])]);
  expect(rows(other).map((row) => row.id)).toEqual(order);
  addRow(doc, uses, "between", order[1] ?? null);
  expect(rows(doc)[2]?.id).toBe("between");
});

test("[D33] a table that is full takes no more", () => {
  const { doc } = withRows(mostRows);
  expect([addRow(doc, uses, newId(), null), rows(doc).length, addRow(doc, terms, newId(), null)]).toEqual([null, mostRows, null]);
});

test("[D35] a block from a spreadsheet is laid out from the cell, and rows it lacks are added", () => {
  const { doc, ids: [first = "", second = ""] } = withRows(2);
  typeInCell(doc, uses, first, "name", "Urørt");
  const pasted = pasteBlock(doc, uses, second, "name", "Tomt\tland\t4 000 000\r\n\"Prosjektering,\nbyggeledelse\"\tdesign\t3000000,50\r\n", newId);
  expect(pasted).toEqual({ written: 6, leftOut: 0 });
  expect(rows(doc).map(({ name, kind, amount }) => [name, kind, amount])).toEqual([["Urørt", undefined, undefined], ["Tomt", "land", "400000000"], ["Prosjektering, byggeledelse", "design", "300000050"]]);
  expect(pasteBlock(doc, uses, first, "note", "a\tb\nc\td", newId)).toEqual({ written: 2, leftOut: 2 });
  expect(pasteBlock(doc, units, "none", "number", "A01", newId)).toEqual({ written: 0, leftOut: 1 });
});

test("[D35] what is copied and pasted is the same", () => {
  const cell = fc.string({ maxLength: 8 }).map((text) => text.replace(/[\r\n\t]/g, " "));
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (block) => {
    fc.pre(block.at(-1)?.some((each) => each !== "") ?? false);
    const squeezed = block.map((line) => line.map((each) => (/["]/.test(each) ? each.replace(/\s+/g, " ") : each)));
    expect(blockOf(blockFrom(block))).toEqual(squeezed);
  }));
  expect(blockOf("én")).toEqual([["én"]]);
});

test("[D26, D32] undo takes back one's own edits only, a row taken away among them", () => {
  const { doc, ids: [id = ""] } = withRows(1);
  const undo = new Y.UndoManager(financingShapes.map(({ name }) => doc.getMap(rootOf(name))), { trackedOrigins: new Set([ownEdit]), captureTimeout: 0 });
  typeInCell(doc, uses, id, "amount", "100");
  doc.transact(() => (doc.getMap(rootOf("uses")).get(id) as Y.Map<unknown>).set("name", "Fra en annen"), "somebody else");
  takeRow(doc, uses, id);
  undo.undo();
  expect(rows(doc)).toEqual([{ id, name: "Fra en annen", amount: "10000" }]);
  undo.undo();
  expect(rows(doc)).toEqual([{ id, name: "Fra en annen" }]);
  undo.redo();
  expect(rows(doc)).toEqual([{ id, name: "Fra en annen", amount: "10000" }]);
});
