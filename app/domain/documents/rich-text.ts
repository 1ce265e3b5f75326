// The content of rich text documents as plain JSON: the nodes and marks the editor may use, and nothing else.
import { isAllowedHref } from "./href";

export const markTypes = ["link", "bold", "italic", "underline", "strike"] as const;
export type MarkType = (typeof markTypes)[number];

export type Mark =
  | { readonly type: Exclude<MarkType, "link"> }
  | { readonly type: "link"; readonly attrs: { readonly href: string } };

export const nodeTypes = [
  "paragraph", "heading", "bulletList", "orderedList", "listItem", "taskList", "taskItem",
  "table", "tableRow", "tableHeader", "tableCell", "blockquote", "hardBreak", "horizontalRule", "text",
] as const;
export type NodeType = (typeof nodeTypes)[number];

/**
 * heading: `attrs.level` 2, 3 or 4, always there. orderedList: `attrs.start` when it is not 1. taskItem: `attrs.checked` when true.
 * Cells: `attrs.colspan` and `attrs.rowspan` when not 1. text: `text`, and `marks` when there are any. No other attributes exist.
 */
export type RichNode = {
  readonly type: NodeType;
  readonly attrs?: Readonly<Record<string, string | number | boolean>>;
  readonly content?: readonly RichNode[];
  readonly text?: string;
  readonly marks?: readonly Mark[];
};

/** Never empty: a document without content is one empty paragraph. */
export type RichText = { readonly type: "doc"; readonly content: readonly RichNode[] };

export const headingLevels = [2, 3, 4] as const;

/** The attributes of a node that mean something, defaults left out; undefined when none is left. */
export function meaningfulAttrs(type: NodeType, attrs: Readonly<Record<string, unknown>>): Record<string, number | boolean> | undefined {
  switch (type) {
    case "heading":
      return { level: wholeNumber(attrs.level, 2, 4) ?? 2 };
    case "orderedList":
      return without(1, "start", wholeNumber(attrs.start, 0, 1_000_000));
    case "taskItem":
      return attrs.checked === true ? { checked: true } : undefined;
    case "tableCell":
    case "tableHeader": {
      const spans = { ...without(1, "colspan", wholeNumber(attrs.colspan, 1, 100)), ...without(1, "rowspan", wholeNumber(attrs.rowspan, 1, 100)) };
      return Object.keys(spans).length > 0 ? spans : undefined;
    }
    default:
      return undefined;
  }
}

/** Marks in their fixed order, each once, without link attributes that do not change what is linked to; a link that may not be is no link. */
export function meaningfulMarks(marks: readonly { readonly type: string; readonly attrs?: unknown }[]): Mark[] {
  return markTypes.flatMap((type): Mark[] => {
    const found = marks.find((mark) => mark.type === type);
    if (!found) return [];
    if (type !== "link") return [{ type }];
    const href = (found.attrs as { href?: unknown } | null | undefined)?.href;
    return typeof href === "string" && isAllowedHref(href) ? [{ type, attrs: { href: cleanText(href) } }] : [];
  });
}

/** Text as it is kept: composed (NFC), no lone surrogates, no control characters but tab and line feed. */
export function cleanText(text: string): string {
  return text
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD")
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "")
    .normalize("NFC");
}

/** All text of a node, blocks and breaks apart by a space, for headings and counting. */
export function plainText(node: RichNode | RichText): string {
  if ("text" in node && node.text !== undefined) return node.text;
  const parts = (node.content ?? []).map(plainText);
  const inline = (node.content ?? []).every((each) => each.type === "text");
  return node.type === "hardBreak" ? " " : parts.join(inline ? "" : " ").replace(/ {2,}/g, " ");
}

function wholeNumber(value: unknown, least: number, most: number): number | undefined {
  return typeof value === "number" && Number.isInteger(value) ? Math.min(most, Math.max(least, value)) : undefined;
}

function without(usual: number, name: string, value: number | undefined): Record<string, number> | undefined {
  return value === undefined || value === usual ? undefined : { [name]: value };
}
