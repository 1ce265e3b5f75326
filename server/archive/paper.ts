// A document as it goes on paper or into a file: the frozen text with what stands above and after it. The same for PDF and DOCX.
import type { Language } from "../../app/domain/preference";
import type { RichNode } from "../../app/domain/documents/rich-text";
import type { Instant } from "../../app/domain/time";

export type Fact = { readonly term: string; readonly text: string };

export type Paper = {
  readonly language: Language;
  readonly title: string;
  /** Whose it is: the project and the municipality. */
  readonly kicker: string;
  /** Version, date, fingerprint: above the text. */
  readonly facts: readonly Fact[];
  /** What a reader must know before the text (that it is a draft, say); null when there is nothing. */
  readonly notice: string | null;
  readonly content: readonly RichNode[];
  /** After the text, from a page of its own: the approvals. Headings begin at level 2. */
  readonly appendix: readonly RichNode[];
  /** At the foot of each page, before its number. */
  readonly footer: string;
  /** "side 2 av 5" */
  pageNumber(page: number, total: number): string;
  /** What a ticked and an unticked box are called aloud. */
  readonly boxes: { readonly ticked: string; readonly open: string };
  /** When what it shows was frozen: the only moment the file knows of, so that it is the same file whenever it is made. */
  readonly at: Instant;
};

const languageTags: Readonly<Record<Language, string>> = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" };

export function languageTag(language: Language): string {
  return languageTags[language];
}

export function heading(level: 2 | 3 | 4, text: string): RichNode {
  return { type: "heading", attrs: { level }, content: [{ type: "text", text }] };
}

export function paragraph(text: string): RichNode {
  return text === "" ? { type: "paragraph" } : { type: "paragraph", content: [{ type: "text", text }] };
}

/** A table of two columns, whose first tells what stands in the second. */
export function factTable(facts: readonly Fact[]): RichNode {
  return {
    type: "table",
    content: facts.map(({ term, text }) => ({
      type: "tableRow",
      content: [{ type: "tableHeader", content: [paragraph(term)] }, { type: "tableCell", content: text.split("\n").map(paragraph) }],
    })),
  };
}

/** A table whose first row tells what stands in its columns; a cell's lines are paragraphs. */
export function columnTable(heads: readonly string[], rows: readonly (readonly string[])[]): RichNode {
  const row = (type: "tableHeader" | "tableCell", cells: readonly string[]): RichNode => ({
    type: "tableRow", content: cells.map((text) => ({ type, content: text.split("\n").map(paragraph) })),
  });
  return { type: "table", content: [row("tableHeader", heads), ...rows.map((cells) => row("tableCell", cells))] };
}

/** A fact that is left out when there is nothing to tell. */
export function given(term: string, text: string | null): Fact[] {
  return text === null || text === "" ? [] : [{ term, text }];
}

/** A fingerprint in groups, so that it can be read aloud and broken at the end of a line. */
export function grouped(hash: string): string {
  return hash.replace(/(.{8})(?=.)/g, "$1 ");
}
