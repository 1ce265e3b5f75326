// What changed between two contents of a document, block by block and word by word: for people deciding about a text, and for mail later.
import type { Attrs, BlockChange, ComparedNode, ComparedRun, Comparison } from "../app/domain/documents/comparison";
import { canonicalJson } from "../app/domain/documents/canonical";
import type { NodeType, RichNode, RichText } from "../app/domain/documents/rich-text";
import { align } from "./compare-blocks";
import { compareRuns, wholeRuns } from "./compare-runs";
import { countChanges, withPlaces } from "./compare-count";

/**
 * [D21] `before` and `after` as the document's kind parses them. Equal contents are identical and give no change; the pieces that are
 * not removed are exactly `after`, those that are not added exactly `before`. Pure; a plan of 1 000 blocks takes well under a second.
 */
export function compareContent(before: RichText, after: RichText): Comparison {
  if (canonicalJson(before) === canonicalJson(after)) {
    return { identical: true, nodes: after.content.map((node) => whole(node, "same")), counts: [] };
  }
  const nodes = withPlaces(markMoved(compareChildren(before.content, after.content)));
  return { identical: false, nodes, counts: countChanges(nodes) };
}

/** One side of a comparison as content again. */
export function sideOf(nodes: readonly ComparedNode[], side: "before" | "after"): RichNode[] {
  const gone = side === "before" ? "added" : "removed";
  return nodes.filter((node) => node.change !== gone).map((node) => nodeOnSide(node, side, gone));
}

function nodeOnSide(node: ComparedNode, side: "before" | "after", gone: "added" | "removed"): RichNode {
  const { type, attrs } = side === "before" && node.before ? node.before : node;
  const content = node.runs ? textOnSide(node.runs, side, gone) : sideOf(node.children ?? [], side);
  return { type, ...(attrs ? { attrs } : {}), ...(content.length > 0 ? { content } : {}) };
}

function textOnSide(runs: readonly ComparedRun[], side: "before" | "after", gone: "added" | "removed"): RichNode[] {
  const texts: RichNode[] = [];
  for (const run of runs) {
    if (run.change === gone) continue;
    const marks = side === "before" ? (run.marksBefore ?? run.marks) : run.marks;
    const last = texts[texts.length - 1];
    if (run.text === null) texts.push({ type: "hardBreak" });
    else if (last?.text !== undefined && canonicalJson(last.marks ?? []) === canonicalJson(marks)) {
      texts[texts.length - 1] = { ...last, text: last.text + run.text };
    } else texts.push({ type: "text", text: run.text, ...(marks.length > 0 ? { marks } : {}) });
  }
  return texts;
}

const textBlocks: readonly NodeType[] = ["paragraph", "heading"];

function compareChildren(before: readonly RichNode[], after: readonly RichNode[]): ComparedNode[] {
  return align(before, after).map(([old, now]) => {
    if (old && now) return compareNode(old, now);
    return old ? whole(old, "removed") : whole(now as RichNode, "added");
  });
}

/** Two blocks that stand for each other. */
function compareNode(old: RichNode, now: RichNode): ComparedNode {
  const turned = old.type !== now.type || canonicalJson(old.attrs ?? {}) !== canonicalJson(now.attrs ?? {});
  const base = { type: now.type, ...attrsOf(now), ...(turned ? { before: { type: old.type, ...attrsOf(old) } } : {}) };
  if (textBlocks.includes(now.type)) {
    const runs = compareRuns(old.content ?? [], now.content ?? []);
    return { ...base, change: changeOf(runs.map((run) => run.change), turned), runs };
  }
  const children = compareChildren(old.content ?? [], now.content ?? []);
  return { ...base, change: changeOf(children.map((child) => child.change), turned), children };
}

function changeOf(inside: readonly BlockChange[], turned: boolean): BlockChange {
  if (inside.some((each) => each !== "same" && each !== "restyled")) return "changed";
  return turned || inside.includes("restyled") ? "restyled" : "same";
}

function whole(node: RichNode, change: "same" | "added" | "removed"): ComparedNode {
  const base = { change, type: node.type, ...attrsOf(node) };
  if (textBlocks.includes(node.type)) return { ...base, runs: wholeRuns(node.content ?? [], change) };
  return { ...base, children: (node.content ?? []).map((child) => whole(child, change)) };
}

/** A top-level block that went in one place and came in another, word for word, was moved. Empty paragraphs move nowhere. */
function markMoved(nodes: readonly ComparedNode[]): ComparedNode[] {
  const waiting = new Map<string, number[]>();
  const keys = nodes.map((node) => (node.change === "removed" && !isBare(node) ? canonicalJson(sideOf([node], "before")) : ""));
  keys.forEach((key, index) => key && waiting.set(key, [...(waiting.get(key) ?? []), index]));
  const moved = new Set<number>();
  nodes.forEach((node, index) => {
    if (node.change !== "added" || isBare(node)) return;
    const from = waiting.get(canonicalJson(sideOf([node], "after")))?.shift();
    if (from !== undefined) moved.add(index).add(from);
  });
  return nodes.map((node, index) => (moved.has(index) ? { ...node, moved: true } : node));
}

function isBare(node: ComparedNode): boolean {
  return (node.runs ?? []).length === 0 && (node.children ?? []).length === 0;
}

function attrsOf(node: RichNode): { attrs?: Attrs } {
  return node.attrs ? { attrs: node.attrs } : {};
}
