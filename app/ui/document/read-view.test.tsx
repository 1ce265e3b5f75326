// The read view as the server sends it: semantic, safe, and complete without a script.
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { RichNode } from "../../domain/documents/rich-text";
import { nb } from "../../words/nb";
import { WordsProvider } from "../words";
import { ComparisonView } from "./comparison-view";
import { Outline } from "./outline";
import { ReadView } from "./read-view";
import { outlineOf } from "../../domain/documents/outline";

const html = (element: React.ReactElement) => renderToStaticMarkup(<WordsProvider words={nb} language="nb">{element}</WordsProvider>);
const read = (...content: RichNode[]) => html(<ReadView content={{ type: "doc", content }} />);
const text = (words: string, ...marks: NonNullable<RichNode["marks"]>): RichNode => ({ type: "text", text: words, ...(marks.length > 0 ? { marks } : {}) });
const paragraph = (...content: RichNode[]): RichNode => ({ type: "paragraph", content });

test("[D20] headings have the addresses that the outline leads to", () => {
  const content = [{ type: "heading" as const, attrs: { level: 3 }, content: [text("6. Tomt og plan")] }];
  expect(read(...content)).toContain('<h3 id="kapittel-6-tomt-og-plan">6. Tomt og plan</h3>');
  expect(html(<Outline entries={outlineOf({ type: "doc", content })} />)).toContain('href="#kapittel-6-tomt-og-plan"');
});

test("[D23] links lead only where they may, and tell nobody where they came from", () => {
  const link = (href: string) => read(paragraph(text("Husbanken", { type: "link", attrs: { href } })));
  expect(link("https://husbanken.no/a?b=1&c=2")).toContain('<a href="https://husbanken.no/a?b=1&amp;c=2" rel="noopener noreferrer nofollow">Husbanken</a>');
  expect(link("/projects/1")).toContain('<a href="/projects/1">Husbanken</a>');
  for (const href of ["javascript:alert(1)", "data:text/html,x", "//evil.example"]) expect(link(href)).not.toContain("<a");
  expect(read(paragraph(text("<script>alert(1)</script>")))).toContain("&lt;script&gt;");
});

test("[D23] what is done is said in words, and tables have headings and can be scrolled by keyboard", () => {
  const tasks = read({ type: "taskList", content: [true, false].map((checked) => ({ type: "taskItem", attrs: { checked }, content: [paragraph(text("Ringe"))] })) });
  expect(tasks).toMatch(/Gjort: .*Ringe.*Ikke gjort: .*Ringe/);
  const cell = (type: "tableHeader" | "tableCell", words: string): RichNode => ({ type, content: [words ? paragraph(text(words)) : { type: "paragraph" }] });
  const table = read({
    type: "table",
    content: [
      { type: "tableRow", content: [cell("tableHeader", "Hva"), cell("tableHeader", "")] },
      { type: "tableRow", content: [cell("tableHeader", "Bad"), cell("tableCell", "4 m²")] },
    ],
  });
  expect(table).toContain('tabindex="0"');
  expect(table).toMatch(/<thead><tr><th scope="col"><p>Hva<\/p><\/th><td>/);
  expect(table).toContain('<th scope="row"><p>Bad</p></th>');
});

test("[D21] what came and went is said in words too", () => {
  const runs = [{ change: "removed" as const, text: "47,1", marks: [] }, { change: "added" as const, text: "48,3", marks: [] }];
  const shown = html(
    <ComparisonView
      comparison={{
        identical: false, nodes: [{ change: "changed", type: "paragraph", id: "endring-1", runs }],
        counts: [{ unit: "paragraph", change: "changed", count: 3, places: [{ id: "endring-1", heading: "8. Økonomi" }, { id: "endring-2", heading: "8. Økonomi" }, { id: "endring-3", heading: "" }] }],
      }}
    />,
  );
  expect(shown).toContain("3 avsnitt endret");
  expect(shown).toContain('<a href="#endring-1">8. Økonomi</a> (2), <a href="#endring-3">øverst</a>');
  expect(shown.replace(/<[^>]+>/g, "")).toContain("Fjernet: 47,1 Slutt på det fjernede.  Lagt til: 48,3 Slutt på tillegget.");
  expect(shown).not.toContain("style=");
});
