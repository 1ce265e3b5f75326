// The PDF file underneath: PDF/A-2a with tags, our fonts embedded, and nothing in it that depends on when or where it is made.
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { languageTag, type Paper } from "../paper";

export const page = { width: 595.28, height: 841.89, left: 68, right: 68, top: 72, bottom: 84 } as const;
export const textWidth = page.width - page.left - page.right;
export const ink = { text: "#1b211f", soft: "#55605c", accent: "#1f5c57", rule: "#c9cfcb", tint: "#f1f4f2" } as const;

export const faces = {
  regular: "400Regular/SourceSans3_400Regular.ttf", bold: "600SemiBold/SourceSans3_600SemiBold.ttf",
  italic: "400Regular_Italic/SourceSans3_400Regular_Italic.ttf", boldItalic: "600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf",
} as const;
export type Face = keyof typeof faces;

/** pdfkit's document, with what its type declarations leave out. */
export type PdfFile = PDFKit.PDFDocument & {
  readonly _font: { readonly font: { hasGlyphForCodePoint(point: number): boolean } };
  readonly page: { readonly dictionary: unknown };
};
export type PdfElement = PDFKit.PDFStructureElement & {
  add(child: unknown): PdfElement;
  readonly dictionary: { readonly data: Record<string, unknown> };
};

const find = createRequire(import.meta.url);

export function openPdf(paper: Paper): PdfFile {
  const at = new Date(paper.at);
  const file = new PDFDocument({
    // one zlib packs otherwise than the next: left unpacked, the file is the same everywhere
    compress: false, subset: "PDF/A-2a", pdfVersion: "1.7", tagged: true, lang: languageTag(paper.language), displayTitle: true,
    size: "A4", margin: 0, bufferPages: true, autoFirstPage: false,
    // no font to begin with: pdfkit would open it anew each time it is asked for by its name
    font: "",
    info: { Title: paper.title, Author: paper.kicker, Subject: paper.footer, Creator: "Samtun", Producer: "Samtun", CreationDate: at, ModDate: at },
  }) as unknown as PdfFile;
  for (const [face, path] of Object.entries(faces)) file.registerFont(face, find.resolve(`@expo-google-fonts/source-sans-3/${path}`));
  return file;
}

/** A new element of the structure tree; attributes are what pdfkit has no option for (spans, list numbering). */
export function element(file: PdfFile, parent: PdfElement | null, type: string, options: { readonly alt?: string; readonly attributes?: Record<string, unknown> } = {}): PdfElement {
  const made = file.struct(type as never, options.alt === undefined ? {} : { alt: options.alt }) as unknown as PdfElement;
  if (options.attributes) made.dictionary.data.A = options.attributes;
  if (parent) parent.add(made);
  else file.addStructure(made);
  return made;
}

/** Files in which something is being shown a second time. */
const quiet = new WeakSet<PdfFile>();

export function isQuiet(file: PdfFile): boolean {
  return quiet.has(file);
}

/** Draws what has its place in the structure already, for the eye only. */
export function showAgain(file: PdfFile, draw: () => void): void {
  artifact(file, "Pagination", () => {
    quiet.add(file);
    draw();
    quiet.delete(file);
  });
}

/** Draws what belongs to the element. */
export function tagged(file: PdfFile, owner: PdfElement, tag: string, draw: () => void): void {
  if (quiet.has(file)) return draw();
  const content = file.markStructureContent(tag);
  draw();
  file.endMarkedContent();
  owner.add(content);
}

/** Draws what only the eye needs: rules, the foot of the page, a heading row that is shown again. */
export function artifact(file: PdfFile, type: "Layout" | "Pagination", draw: () => void): void {
  if (quiet.has(file)) return draw();
  file.markContent("Artifact", { type });
  draw();
  file.endMarkedContent();
}
