// The text of a document as boxes, one a line, each with its place in the structure tree: what is then put on pages.
import { plainText, type RichNode } from "../../../app/domain/documents/rich-text";
import { artifact, element, ink, isQuiet, tagged, type PdfElement, type PdfFile } from "./pdf-file";
import { breakLines, plain, runsOf, type Line, type Run, type Style } from "./pdf-lines";
import { tableBoxes } from "./pdf-table";

export type Box = {
  readonly height: number;
  /** Air above, but not at the top of a page. */
  readonly gap: number;
  /** Not the last on its page: a heading, or the first line of two. */
  readonly keep: boolean;
  readonly bookmark?: { readonly level: number; readonly title: string };
  /** When it is a row: of which table, whether it is its heading, and what of it fits in a height, with the rest (null when not a line does). */
  readonly row?: { readonly table: object; readonly isHeading: boolean; split(room: number): readonly [Box, Box] | null };
  draw(x: number, y: number): void;
};

export type Press = { readonly file: PdfFile; readonly boxes: { readonly ticked: string; readonly open: string } };

const lineHeight = 1.42;
const headings: Readonly<Record<number, { readonly size: number; readonly gap: number }>> = { 2: { size: 16.5, gap: 24 }, 3: { size: 13, gap: 16 }, 4: { size: 11.5, gap: 12 } };
const indent = 18;

export function blockBoxes(press: Press, nodes: readonly RichNode[], parent: PdfElement, width: number, style: Style = plain): Box[] {
  return nodes.flatMap((node, index) => spaced(boxesOf(press, node, parent, width, style), index === 0));
}

/** One block with the air above it. */
export function boxesOf(press: Press, node: RichNode, parent: PdfElement, width: number, style: Style): Box[] {
  switch (node.type) {
    case "heading":
      return headingBoxes(press, node, parent, width);
    case "paragraph":
      return paragraphBoxes(press, element(press.file, parent, "P"), "P", runsOf(node.content, style), width, style);
    case "bulletList":
    case "orderedList":
    case "taskList":
      return listBoxes(press, node, parent, width, style);
    case "blockquote": {
      const quote = element(press.file, parent, "BlockQuote");
      const boxes = beside(press.file, blockBoxes(press, node.content ?? [], quote, width - indent, { ...style, colour: ink.soft }));
      return boxes.map((box, index) => (index === 0 ? { ...box, gap: style.size } : box));
    }
    case "horizontalRule":
      return [{ height: 1, gap: 14, keep: false, draw: (x, y) => rule(press.file, x, y, width) }];
    case "table":
      return tableBoxes(press, node, parent, width, style);
    default:
      return [];
  }
}

function headingBoxes(press: Press, node: RichNode, parent: PdfElement, width: number): Box[] {
  const level = Number(node.attrs?.level ?? 2);
  const { size, gap } = headings[level] ?? { size: 11.5, gap: 12 };
  const style: Style = { ...plain, face: "bold", size, colour: level === 2 ? ink.accent : ink.text };
  const boxes = paragraphBoxes(press, element(press.file, parent, `H${level}`), `H${level}`, runsOf(node.content, style), width, style, 1.3);
  return boxes.map((box, index) => ({ ...box, keep: true, ...(index === 0 ? { gap, bookmark: { level, title: plainText(node).trim() } } : {}) }));
}

/** The lines of one element. An empty paragraph is air that somebody wanted. */
export function paragraphBoxes(press: Press, owner: PdfElement, tag: string, runs: readonly Run[], width: number, style: Style, leading = lineHeight): Box[] {
  const lines = breakLines(press.file, runs, width);
  const height = style.size * leading;
  return lines.map((line, index) => ({
    // neither the first line of a paragraph stands alone at the foot of a page, nor the last at the head of one
    height, gap: index === 0 ? style.size * 0.75 : 0, keep: lines.length > 1 && (index === 0 || index === lines.length - 2),
    draw: (x, y) => drawLine(press.file, owner, tag, line, x, y + (height + style.size * 0.72) / 2),
  }));
}

function listBoxes(press: Press, node: RichNode, parent: PdfElement, width: number, style: Style): Box[] {
  const { file } = press;
  const numbering = node.type === "orderedList" ? "Decimal" : node.type === "bulletList" ? "Disc" : "None";
  const list = element(file, parent, "L", { attributes: { O: "List", ListNumbering: numbering } });
  const start = typeof node.attrs?.start === "number" ? node.attrs.start : 1;
  return (node.content ?? []).flatMap((item, index) => {
    const owner = element(file, list, "LI");
    const ticked = item.attrs?.checked === true;
    const label = element(file, owner, "Lbl", node.type === "taskList" ? { alt: ticked ? press.boxes.ticked : press.boxes.open } : {});
    const body = blockBoxes(press, item.content ?? [], element(file, owner, "LBody"), width - indent, style);
    return body.map((box, place): Box => ({
      ...box, gap: place === 0 ? (index === 0 ? style.size * 0.6 : style.size * 0.3) : box.gap,
      draw(x, y) {
        if (place === 0) drawLabel(file, label, node.type === "taskList" ? ticked : node.type === "orderedList" ? `${start + index}.` : "•", style, x, y, box.height);
        box.draw(x + indent, y);
      },
    }));
  });
}

function drawLabel(file: PdfFile, owner: PdfElement, sign: string | boolean, style: Style, x: number, y: number, height: number): void {
  const baseline = y + (height + style.size * 0.72) / 2;
  tagged(file, owner, "Lbl", () => {
    if (typeof sign === "string") return put(file, sign, style, x + (sign === "•" ? 4 : 0), baseline);
    file.lineWidth(0.8).strokeColor(ink.soft).rect(x + 1, baseline - 8, 8.5, 8.5).stroke();
    if (sign) file.lineWidth(1.4).strokeColor(ink.accent).moveTo(x + 3, baseline - 3.8).lineTo(x + 4.9, baseline - 1.6).lineTo(x + 8, baseline - 6.4).stroke();
  });
}

/** A line at the left edge of what is quoted. */
function beside(file: PdfFile, boxes: readonly Box[]): Box[] {
  return boxes.map((box) => ({
    ...box,
    draw(x, y) {
      artifact(file, "Layout", () => void file.lineWidth(2).strokeColor(ink.rule).moveTo(x + 3, y).lineTo(x + 3, y + box.height).stroke());
      box.draw(x + indent, y);
    },
  }));
}

export function rule(file: PdfFile, x: number, y: number, width: number): void {
  artifact(file, "Layout", () => void file.lineWidth(0.6).strokeColor(ink.rule).moveTo(x, y).lineTo(x + width, y).stroke());
}

/** The pieces of a line, links as elements of their own with their annotation. `y` is the baseline. */
export function drawLine(file: PdfFile, owner: PdfElement, tag: string, line: Line, x: number, y: number): void {
  let at = x;
  for (const { text, style, width } of line) {
    const { link } = style;
    const left = at;
    if (link === null || isQuiet(file)) tagged(file, owner, tag, () => put(file, text, style, left, y, width));
    else {
      const anchor = element(file, owner, "Link");
      tagged(file, anchor, "Link", () => put(file, text, style, left, y, width));
      file.link(left, y - style.size, width, style.size * 1.3, link, { structParent: anchor, Contents: new String(text) } as never);
    }
    at += width;
  }
}

export function put(file: PdfFile, text: string, style: Style, x: number, y: number, width = 0): void {
  file.font(style.face).fontSize(style.size).fillColor(style.colour).text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
  const lineAt = (height: number) => void file.lineWidth(style.size / 16).strokeColor(style.colour).moveTo(x, height).lineTo(x + width, height).stroke();
  if (style.underline) lineAt(y + style.size * 0.14);
  if (style.strike) lineAt(y - style.size * 0.26);
}

function spaced(boxes: readonly Box[], first: boolean): Box[] {
  return boxes.map((box, index) => (first && index === 0 ? { ...box, gap: 0 } : box));
}
