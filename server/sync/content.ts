// Between a Yjs document and rich text: a reading that never changes what it reads, and a writing that changes as little as it can.
import { diffArrays } from "diff";
import * as Y from "yjs";
import { contentField } from "../../app/domain/documents/field";
import { parseRichText } from "../../app/domain/documents/normalise";
import { cleanText, meaningfulAttrs, meaningfulMarks, nodeTypes, type Mark, type NodeType, type RichNode, type RichText } from "../../app/domain/documents/rich-text";

/**
 * The content of a living document. Walks the tree by hand: the editor's own reader deletes from the document whatever its schema does
 * not know. `doc` may be anybody's; nothing is written to it.
 */
export function readContent(doc: Y.Doc): RichText {
  const parsed = parseRichText({ type: "doc", content: rawChildren(doc.getXmlFragment(contentField), 0) });
  if (!parsed.ok) throw new Error("a document was read as something else");
  return parsed.value;
}

/**
 * Makes the document say `content` (as `parseRichText` gives it), in one transaction, as a forward edit: blocks that already say it are left alone, so
 * cursors and other people's simultaneous edits in them survive.
 */
export function writeContent(doc: Y.Doc, content: RichText, origin: unknown = "server"): void {
  doc.transact(() => writeChildren(doc.getXmlFragment(contentField), content.content), origin);
}

type Child = Y.XmlElement | Y.XmlText;
/** What an element is to hold: a run of neighbouring texts, or one node. */
type Wanted = readonly RichNode[] | RichNode;
type Raw = { type: string; text?: string; attrs?: object; marks?: Mark[]; content?: Raw[] };

/** The reader's own bound is far above what the normaliser keeps, and far below what the stack holds. */
const deepest = 100;

function rawChildren(parent: Y.XmlFragment, depth: number): Raw[] {
  if (depth > deepest) return [];
  return parent.toArray().flatMap((child): Raw[] => {
    if (child instanceof Y.XmlText) return rawTexts(child);
    if (!(child instanceof Y.XmlElement)) return [];
    return [{ type: child.nodeName, attrs: child.getAttributes(), content: rawChildren(child, depth + 1) }];
  });
}

function rawTexts(text: Y.XmlText): Raw[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return delta.flatMap(({ insert, attributes }) =>
    typeof insert === "string" ? [{ type: "text", text: insert, marks: marksFrom(attributes) }] : [],
  );
}

function marksFrom(attributes: Readonly<Record<string, unknown>> | undefined): Mark[] {
  // the editor adds a hash to the name of a mark that may stand twice on one text
  const named = Object.entries(attributes ?? {}).map(([name, attrs]) => ({ type: name.replace(/--[a-zA-Z0-9+/=]{8}$/, ""), attrs }));
  return meaningfulMarks(named);
}

function writeChildren(parent: Y.XmlFragment, nodes: readonly RichNode[]): void {
  const wanted = grouped(nodes);
  const present = parent.toArray() as Child[];
  const changes = diffArrays(
    present.map((child) => JSON.stringify(meaningOf(child, 0))),
    wanted.map((each) => JSON.stringify(meaningOfWanted(each))),
  );
  let at = 0;
  let next = 0;
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index];
    if (!change) continue;
    if (!change.added && !change.removed) {
      at += change.value.length;
      next += change.value.length;
      continue;
    }
    // what goes and what comes in the same place, whichever of the two the difference names first
    const other = changes[index + 1];
    const paired = other !== undefined && (change.removed ? other.added : other.removed) ? other : undefined;
    const goes = (change.removed ? change : paired)?.value.length ?? 0;
    const comes = (change.added ? change : paired)?.value.length ?? 0;
    replace(parent, at, goes, wanted.slice(next, next + comes));
    if (paired) index += 1;
    at += comes;
    next += comes;
  }
}

/** In place of `goes` children from `at`: `comes`. A child of the same kind is edited rather than replaced. */
function replace(parent: Y.XmlFragment, at: number, goes: number, comes: readonly Wanted[]): void {
  let place = at;
  let left = goes;
  for (const each of comes) {
    const kind = kindOfWanted(each);
    const later = (parent.toArray() as Child[]).slice(place, place + left).findIndex((child) => kindOf(child) === kind);
    if (later === -1) {
      parent.insert(place, [newChild(each)]);
    } else {
      if (later > 0) parent.delete(place, later);
      left -= later + 1;
      editChild(parent.get(place) as Child, each);
    }
    place += 1;
  }
  if (left > 0) parent.delete(place, left);
}

function editChild(child: Child, wanted: Wanted): void {
  if (child instanceof Y.XmlText) return writeTexts(child, wanted as readonly RichNode[]);
  const node = wanted as RichNode;
  const attrs: Readonly<Record<string, unknown>> = node.attrs ?? {};
  const present: Readonly<Record<string, unknown>> = meaningfulAttrs(node.type, child.getAttributes()) ?? {};
  // an attribute that is not wanted is at its default: taking it away says so
  for (const name of Object.keys(present)) if (attrs[name] === undefined) child.removeAttribute(name);
  for (const [name, value] of Object.entries(attrs)) if (child.getAttribute(name) !== value) setAttribute(child, name, value);
  writeChildren(child, node.content ?? []);
}

function newChild(wanted: Wanted): Child {
  if (isRun(wanted)) {
    const text = new Y.XmlText();
    text.applyDelta(wanted.map((each) => ({ insert: each.text ?? "", attributes: attributesOf(each.marks) })));
    return text;
  }
  const element = new Y.XmlElement(wanted.type);
  for (const [name, value] of Object.entries(wanted.attrs ?? {})) setAttribute(element, name, value);
  element.insert(0, grouped(wanted.content ?? []).map(newChild));
  return element;
}

function writeTexts(text: Y.XmlText, wanted: readonly RichNode[]): void {
  // what is not text (an embedded object) has no place here and would count as a letter
  const foreign = (text.toDelta() as { insert: unknown }[]).some((part) => typeof part.insert !== "string");
  if (foreign) text.delete(0, text.length);
  const is = (text.toDelta() as { insert: string }[]).map((part) => part.insert).join("");
  const shall = wanted.map((each) => each.text ?? "").join("");
  let start = 0;
  while (start < is.length && start < shall.length && is[start] === shall[start]) start += 1;
  if (isHighSurrogate(is, start - 1) || isHighSurrogate(shall, start - 1)) start -= 1;
  let end = 0;
  while (end < is.length - start && end < shall.length - start && is[is.length - 1 - end] === shall[shall.length - 1 - end]) end += 1;
  if (isHighSurrogate(is, is.length - end - 1) || isHighSurrogate(shall, shall.length - end - 1)) end -= 1;
  if (is.length - end > start) text.delete(start, is.length - end - start);
  if (shall.length - end > start) text.insert(start, shall.slice(start, shall.length - end));
  markTexts(text, wanted);
}

/** Gives each letter the marks it shall have, touching only stretches whose marks mean something else. */
function markTexts(text: Y.XmlText, wanted: readonly RichNode[]): void {
  const runs = wanted.map((each) => ({ length: each.text?.length ?? 0, marks: each.marks ?? [] }));
  let at = 0;
  let run = 0;
  let inRun = 0;
  for (const part of text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[]) {
    for (let done = 0; done < part.insert.length; ) {
      const shall = runs[run];
      if (!shall) return;
      const length = Math.min(part.insert.length - done, shall.length - inRun);
      if (JSON.stringify(marksFrom(part.attributes)) !== JSON.stringify(shall.marks)) {
        const cleared = Object.fromEntries(Object.keys(part.attributes ?? {}).map((name) => [name, null]));
        text.format(at, length, { ...cleared, ...attributesOf(shall.marks) });
      }
      at += length;
      done += length;
      inRun += length;
      if (inRun === shall.length) {
        run += 1;
        inRun = 0;
      }
    }
  }
}

function grouped(nodes: readonly RichNode[]): Wanted[] {
  const groups: (RichNode | RichNode[])[] = [];
  for (const node of nodes) {
    const last = groups[groups.length - 1];
    if (node.type !== "text") groups.push(node);
    else if (Array.isArray(last)) last.push(node);
    else groups.push([node]);
  }
  return groups;
}

/** Equal as JSON for a child and a wanted one when the child already says exactly that. */
function meaningOf(child: Child, depth: number): unknown {
  if (child instanceof Y.XmlText) {
    const runs: [string, Mark[]][] = [];
    for (const { text = "", marks = [] } of rawTexts(child)) {
      const last = runs[runs.length - 1];
      if (last && JSON.stringify(last[1]) === JSON.stringify(marks)) last[0] += cleanText(text);
      else runs.push([cleanText(text), marks]);
    }
    return runs;
  }
  const type = child.nodeName as NodeType;
  if (!nodeTypes.includes(type) || depth > deepest) return "stranger";
  return [type, meaningfulAttrs(type, child.getAttributes()) ?? {}, (child.toArray() as Child[]).map((each) => meaningOf(each, depth + 1))];
}

function meaningOfWanted(wanted: Wanted): unknown {
  if (isRun(wanted)) return wanted.map((each) => [each.text, each.marks ?? []]);
  return [wanted.type, wanted.attrs ?? {}, grouped(wanted.content ?? []).map(meaningOfWanted)];
}

function kindOf(child: Child): string {
  return child instanceof Y.XmlText ? "text" : child.nodeName;
}

function kindOfWanted(wanted: Wanted): string {
  return isRun(wanted) ? "text" : wanted.type;
}

function isRun(wanted: Wanted): wanted is readonly RichNode[] {
  return Array.isArray(wanted);
}

function attributesOf(marks: readonly Mark[] | undefined): Record<string, object> {
  return Object.fromEntries((marks ?? []).map((mark) => [mark.type, "attrs" in mark ? mark.attrs : {}]));
}

/** Yjs types attributes as text, and carries any JSON, which the editor relies on for levels and spans. */
function setAttribute(element: Y.XmlElement, name: string, value: unknown): void {
  element.setAttribute(name, value as string);
}

function isHighSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdbff;
}
