// Unknown JSON in, rich text out: repaired to what the editor may hold, so that the same meaning is always the same JSON (rule D3).
import { ok, refuse, type Result } from "../result";
import { cleanText, meaningfulAttrs, meaningfulMarks, nodeTypes, type Mark, type NodeType, type RichNode, type RichText } from "./rich-text";

/** Deeper nesting than this is left out: nobody writes it, and a hostile client must not exhaust the stack. */
const deepest = 60;

/**
 * Refuses (invalidInput) only what is no document at all. Inside one, text is never thrown away: what is unknown is unwrapped, and
 * what stands where it cannot stand is moved to the nearest place that can hold it. Empty paragraphs at the end say nothing and go.
 */
export function parseRichText(json: unknown): Result<RichText> {
  if (!isRecord(json) || json.type !== "doc") return refuse({ code: "invalidInput", fields: { content: "notAChoice" } });
  const blocks = blocksFrom(childrenOf(json), 0);
  while (blocks.length > 1 && isEmptyParagraph(blocks[blocks.length - 1])) blocks.pop();
  return ok({ type: "doc", content: blocks.length > 0 ? blocks : [emptyParagraph] });
}

const emptyParagraph: RichNode = { type: "paragraph" };
const inline = new Set<NodeType>(["text", "hardBreak"]);
const lists: Partial<Record<NodeType, NodeType>> = { bulletList: "listItem", orderedList: "listItem", taskList: "taskItem" };

/** Everything as blocks: loose text becomes a paragraph, strangers are replaced by what they hold. */
function blocksFrom(children: readonly Json[], depth: number): RichNode[] {
  const blocks: RichNode[] = [];
  let loose: Json[] = [];
  const closeParagraph = () => {
    const content = inlineFrom(loose, depth);
    if (content.length > 0) blocks.push({ type: "paragraph", content });
    loose = [];
  };
  for (const child of children) {
    const type = typeOf(child);
    if (type && inline.has(type)) {
      loose.push(child);
      continue;
    }
    closeParagraph();
    blocks.push(...(depth < deepest ? blockFrom(child, type, depth + 1) : []));
  }
  closeParagraph();
  return blocks;
}

function blockFrom(node: Json, type: NodeType | null, depth: number): RichNode[] {
  const children = childrenOf(node);
  switch (type) {
    case "paragraph":
    case "heading":
      return [made(type, node, inlineFrom(children, depth))];
    case "blockquote":
      return unlessEmpty(made(type, node, blocksFrom(children, depth)));
    case "bulletList":
    case "orderedList":
    case "taskList":
      return unlessEmpty(made(type, node, itemsFrom(children, lists[type] as NodeType, depth)));
    case "table":
      return unlessEmpty(made(type, node, rowsFrom(children, depth)));
    case "horizontalRule":
      return [{ type }];
    default:
      return blocksFrom(children, depth);
  }
}

/** Each child an item that begins with a paragraph; what is no item becomes one. */
function itemsFrom(children: readonly Json[], itemType: NodeType, depth: number): RichNode[] {
  return children.flatMap((child) => {
    const isItem = typeOf(child) === "listItem" || typeOf(child) === "taskItem";
    const blocks = blocksFrom(isItem ? childrenOf(child) : [child], depth + 1);
    if (!isItem && blocks.length === 0) return [];
    const content = blocks[0]?.type === "paragraph" ? blocks : [emptyParagraph, ...blocks];
    return [made(itemType, child, content)];
  });
}

function rowsFrom(children: readonly Json[], depth: number): RichNode[] {
  return children.flatMap((child) => {
    const cells = (typeOf(child) === "tableRow" ? childrenOf(child) : [child]).flatMap((cell) => cellFrom(cell, depth + 2));
    return unlessEmpty({ type: "tableRow", content: cells });
  });
}

function cellFrom(cell: Json, depth: number): RichNode[] {
  const type = typeOf(cell);
  const isCell = type === "tableCell" || type === "tableHeader";
  const blocks = blocksFrom(isCell ? childrenOf(cell) : [cell], depth);
  if (!isCell && blocks.length === 0) return [];
  return [made(isCell ? type : "tableCell", cell, blocks.length > 0 ? blocks : [emptyParagraph])];
}

/** Text and breaks only; blocks inside are replaced by their text. Neighbours with the same marks are one. */
function inlineFrom(children: readonly Json[], depth: number): RichNode[] {
  const found: RichNode[] = [];
  for (const { text, marks } of runsFrom(children, depth)) {
    const last = found[found.length - 1];
    if (text === null) found.push({ type: "hardBreak" });
    else if (last?.text !== undefined && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) {
      found[found.length - 1] = { ...last, text: last.text + text };
    } else if (text !== "") found.push(marks.length > 0 ? { type: "text", text, marks } : { type: "text", text });
  }
  return found
    .map((node) => (node.text === undefined ? node : { ...node, text: cleanText(node.text) }))
    .filter((node) => node.text !== "");
}

function runsFrom(children: readonly Json[], depth: number): { text: string | null; marks: Mark[] }[] {
  if (depth > deepest) return [];
  return children.flatMap((child) => {
    switch (typeOf(child)) {
      case "text":
        // cleaned before it is merged too: a text of nothing but control characters must not part its neighbours
        return typeof child.text === "string" ? [{ text: cleanText(child.text), marks: marksOf(child) }] : [];
      case "hardBreak":
        return [{ text: null, marks: [] }];
      case "horizontalRule":
        return [];
      default:
        return runsFrom(childrenOf(child), depth + 1);
    }
  });
}

type Json = Readonly<Record<string, unknown>>;

function made(type: NodeType, from: Json, content: readonly RichNode[]): RichNode {
  const attrs = meaningfulAttrs(type, isRecord(from.attrs) ? from.attrs : {});
  return { type, ...(attrs ? { attrs } : {}), ...(content.length > 0 ? { content } : {}) };
}

function marksOf(node: Json): Mark[] {
  return Array.isArray(node.marks) ? meaningfulMarks(node.marks.filter(isRecord) as { type: string }[]) : [];
}

function unlessEmpty(node: RichNode): RichNode[] {
  return node.content && node.content.length > 0 ? [node] : [];
}

function isEmptyParagraph(node: RichNode | undefined): boolean {
  return node?.type === "paragraph" && node.content === undefined;
}

function typeOf(node: Json): NodeType | null {
  return nodeTypes.includes(node.type as NodeType) ? (node.type as NodeType) : null;
}

function childrenOf(node: Json): readonly Json[] {
  return Array.isArray(node.content) ? node.content.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
