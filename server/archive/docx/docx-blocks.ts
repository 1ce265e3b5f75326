// The blocks of a document as Word knows them: real headings, lists and tables, so that a contents list and a screen reader find them.
import {
  BorderStyle, ExternalHyperlink, HeadingLevel, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, WidthType, type ParagraphChild,
} from "docx";
import type { RichNode } from "../../../app/domain/documents/rich-text";

/** Each list has a numbering of its own, so that each begins where it should. */
export type Lists = { readonly starts: number[] };

const levels = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;
/** Word has nine levels of lists; deeper ones stand at the last. */
const deepest = 8;

type Place = { readonly depth: number; readonly list?: { readonly reference: string; readonly instance: number }; readonly isQuote?: boolean; readonly indent?: boolean; readonly bold?: boolean };

export function docxBlocks(lists: Lists, nodes: readonly RichNode[], place: Place = { depth: 0 }): (Paragraph | Table)[] {
  return nodes.flatMap((node) => blocksOf(lists, node, place));
}

function blocksOf(lists: Lists, node: RichNode, place: Place): (Paragraph | Table)[] {
  switch (node.type) {
    case "heading":
      return [new Paragraph({ heading: levels[(node.attrs?.level ?? 2) as keyof typeof levels], children: inline(node.content) })];
    case "paragraph":
      return [paragraphOf(inline(node.content, place.bold), place)];
    case "bulletList":
    case "orderedList":
      return listOf(lists, node, place);
    case "taskList":
      return (node.content ?? []).flatMap((item) => {
        const [first, ...rest] = item.content ?? [];
        const sign = new TextRun({ text: `${item.attrs?.checked === true ? "\u2611" : "\u2610"}\u00a0` });
        return [paragraphOf([sign, ...inline(first?.content)], { ...place, indent: true }), ...docxBlocks(lists, rest, { ...place, indent: true })];
      });
    case "blockquote":
      return docxBlocks(lists, node.content ?? [], { ...place, isQuote: true });
    case "horizontalRule":
      return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: "C9CFCB", space: 4 } } })];
    case "table":
      // Word wants a paragraph between a table and what follows
      return [tableOf(lists, node), new Paragraph({})];
    default:
      return [];
  }
}

function paragraphOf(children: ParagraphChild[], { list, depth, isQuote, indent }: Place): Paragraph {
  return new Paragraph({
    children, ...(isQuote ? { style: "Quote" } : {}), ...(list ? { numbering: { ...list, level: Math.min(depth, deepest) } } : indent ? { indent: { left: 360 * (depth + 1) } } : {}),
  });
}

function listOf(lists: Lists, node: RichNode, place: Place): (Paragraph | Table)[] {
  const depth = place.list || place.indent ? place.depth + 1 : place.depth;
  let reference = "bullets";
  if (node.type === "orderedList") {
    reference = `numbers-${lists.starts.length}`;
    lists.starts.push(typeof node.attrs?.start === "number" ? node.attrs.start : 1);
  }
  return (node.content ?? []).flatMap((item) => {
    const [first, ...rest] = item.content ?? [];
    // what follows the first paragraph of an item stands under it, without a number of its own
    return [
      ...(first ? blocksOf(lists, first, { ...place, depth, list: { reference, instance: 0 } }) : []),
      ...docxBlocks(lists, rest, { ...place, depth, list: undefined, indent: true }),
    ];
  });
}

function tableOf(lists: Lists, node: RichNode): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: "C9CFCB" };
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    rows: (node.content ?? []).map((row, index) => new TableRow({
      tableHeader: index === 0 && (row.content ?? []).every((cell) => cell.type === "tableHeader"),
      cantSplit: true,
      children: (row.content ?? []).map((cell) => {
        const isHeading = cell.type === "tableHeader";
        return new TableCell({
          children: docxBlocks(lists, cell.content ?? [], { depth: 0, bold: isHeading }),
          columnSpan: Number(cell.attrs?.colspan ?? 1), rowSpan: Number(cell.attrs?.rowspan ?? 1),
          ...(isHeading ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: "F1F4F2" } } : {}),
        });
      }),
    })),
  });
}

/** Runs of text with what marks them; a link keeps its address. */
export function inline(content: readonly RichNode[] | undefined, bold = false): ParagraphChild[] {
  return (content ?? []).map((node) => {
    if (node.type === "hardBreak") return new TextRun({ break: 1 });
    const has = (type: string) => (node.marks ?? []).some((mark) => mark.type === type);
    const link = (node.marks ?? []).flatMap((mark) => (mark.type === "link" ? [mark.attrs.href] : []))[0];
    const options = {
      // said only where it is so: "not bold" would speak against the style of a heading
      text: node.text ?? "", ...(bold || has("bold") ? { bold: true } : {}), ...(has("italic") ? { italics: true } : {}), ...(has("strike") ? { strike: true } : {}),
      ...(has("underline") ? { underline: {} } : {}),
    };
    return link === undefined ? new TextRun(options) : new ExternalHyperlink({ link, children: [new TextRun({ ...options, style: "Hyperlink" })] });
  });
}
