// The comparison is exact on both sides, says nothing of equal contents, and says in numbers what a reader would.
import fc from "fast-check";
import { expect, test } from "vitest";
import { tidyDocument } from "../app/domain/documents/testing";
import type { ComparedNode } from "../app/domain/documents/comparison";
import type { RichNode, RichText } from "../app/domain/documents/rich-text";
import { compareContent, sideOf } from "./compare";

const paragraph = (text: string): RichNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const heading = (text: string): RichNode => ({ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text }] });
const list = (...items: string[]): RichNode => ({ type: "bulletList", content: items.map((item) => ({ type: "listItem", content: [paragraph(item)] })) });
const doc = (...content: RichNode[]): RichText => ({ type: "doc", content });

/** Two contents that share much, as two versions of one document do. */
const relatives = fc.tuple(tidyDocument, tidyDocument, fc.array(fc.nat(), { maxLength: 6 })).map(([one, other, choices]): [RichText, RichText] => {
  const mixed = [...one.content];
  choices.forEach((choice, index) => {
    const strange = other.content[choice % other.content.length];
    if (index % 3 === 0 && strange) mixed.splice(choice % (mixed.length + 1), 0, strange);
    else if (index % 3 === 1) mixed.splice(choice % mixed.length, 1);
    else mixed.push(...mixed.splice(choice % mixed.length, 1));
  });
  return [one, doc(...(mixed.length > 0 ? mixed : [{ type: "paragraph" as const }]))];
});

test("[D21] what is not removed is the text after, what is not added the text before", () => {
  fc.assert(
    fc.property(fc.oneof(relatives, fc.tuple(tidyDocument, tidyDocument)), ([before, after]) => {
      const { nodes } = compareContent(before, after);
      expect(sideOf(nodes, "after")).toEqual(after.content);
      expect(sideOf(nodes, "before")).toEqual(before.content);
    }),
    { numRuns: 400 },
  );
});

test("[D21] equal contents give no change, and unequal ones are always told of", () => {
  fc.assert(
    fc.property(fc.oneof(relatives, fc.tuple(tidyDocument, tidyDocument)), ([before, after]) => {
      expect(compareContent(before, before)).toMatchObject({ identical: true, counts: [] });
      const comparison = compareContent(before, after);
      expect(comparison.counts.length > 0).toBe(!comparison.identical);
      const ids = idsIn(comparison.nodes);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { count, places } of comparison.counts) {
        expect(places.length).toBe(count);
        expect(ids).toEqual(expect.arrayContaining(places.map((place) => place.id)));
      }
    }),
    { numRuns: 400 },
  );
});

test("[D21] a changed word is marked inside its paragraph, and counted under its heading", () => {
  const before = doc(heading("8. Økonomi"), paragraph("Anslått kostnad er 47,1 mill. kr med mva."), heading("11. Risiko"), paragraph("Rente."));
  const after = doc(heading("8. Økonomi"), paragraph("Anslått kostnad er 48,3 mill. kr med mva."), heading("11. Risiko"), paragraph("Rente."), paragraph("Tomt."));
  const { nodes, counts } = compareContent(before, after);
  expect(nodes[1]?.runs).toEqual([
    { change: "same", text: "Anslått kostnad er ", marks: [] },
    { change: "removed", text: "47,1", marks: [] },
    { change: "added", text: "48,3", marks: [] },
    { change: "same", text: " mill. kr med mva.", marks: [] },
  ]);
  expect(counts).toEqual([
    { unit: "paragraph", change: "changed", count: 1, places: [{ id: "endring-1", heading: "8. Økonomi" }] },
    { unit: "paragraph", change: "added", count: 1, places: [{ id: "endring-2", heading: "11. Risiko" }] },
  ]);
});

test("[D21] items, rows, moves and looks are counted as what they are", () => {
  const bold = (text: string): RichNode => ({ type: "paragraph", content: [{ type: "text", text, marks: [{ type: "bold" }] }] });
  const row = (...cells: string[]): RichNode => ({ type: "tableRow", content: cells.map((cell) => ({ type: "tableCell", content: [paragraph(cell)] })) });
  const table = (...rows: RichNode[]): RichNode => ({ type: "table", content: rows });
  const before = doc(paragraph("Flyttes siden, helt uendret."), list("Rente", "Bud", "Tomt"), table(row("Lån", "100"), row("Tilskudd", "200")), paragraph("Samme ord"));
  const after = doc(list("Rente og kurs", "Bud", "Tomt"), table(row("Lån", "150"), row("Tilskudd", "200")), bold("Samme ord"), paragraph("Flyttes siden, helt uendret."));
  const { counts } = compareContent(before, after);
  expect(counts.map(({ unit, change, count }) => `${count} ${unit} ${change}`)).toEqual([
    "1 listItem changed", "1 tableRow changed", "1 paragraph moved", "1 paragraph restyled",
  ]);
});

test("[D21] an empty paragraph that got its words was changed, and a rewritten one was replaced", () => {
  const before = doc(heading("10. Samarbeidsavtale"), { type: "paragraph" }, heading("11. Risiko"), paragraph("Rente og kurs."));
  const after = doc(heading("10. Samarbeidsavtale"), paragraph("Avtalen beskriver samarbeid."), heading("11. Risiko"), paragraph("Tomt, bud, tilskudd."));
  const { counts } = compareContent(before, after);
  expect(counts.map(({ unit, change, count }) => `${count} ${unit} ${change}`)).toEqual(["1 paragraph changed", "1 paragraph added", "1 paragraph removed"]);
});

test("[D21] ten thousand rewritten blocks are compared in bounded time", () => {
  const many = (seed: string) => doc(...Array.from({ length: 5000 }, (_, index) => paragraph(`${seed} ${index} avsnitt`)));
  const began = performance.now();
  compareContent(many("gammelt"), many("nytt"));
  expect(performance.now() - began).toBeLessThan(15_000);
});

function idsIn(nodes: readonly ComparedNode[]): string[] {
  return nodes.flatMap((node) => [...(node.id ? [node.id] : []), ...idsIn(node.children ?? [])]);
}
