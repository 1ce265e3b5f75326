// The list in words: how many of what changed, and where; and the addresses its links lead to.
import { comparedUnits, type ChangeCount, type ComparedNode, type ComparedUnit } from "../app/domain/documents/comparison";
import type { NodeType } from "../app/domain/documents/rich-text";

/** Gives each counted change an address, in reading order: `endring-1`, `endring-2` … */
export function withPlaces(nodes: readonly ComparedNode[]): ComparedNode[] {
  let number = 0;
  const place = (node: ComparedNode): ComparedNode => {
    const placed = unitOf(node) === null ? node : { ...node, id: `endring-${(number += 1)}` };
    const inner = innerUnits(node);
    return inner.length === 0 ? placed : { ...placed, children: node.children?.map((child) => (inner.includes(child) ? place(child) : child)) };
  };
  return nodes.map(place);
}

const changes = ["changed", "added", "removed", "moved", "restyled"] as const;

export function countChanges(nodes: readonly ComparedNode[]): ChangeCount[] {
  const found = new Map<string, { unit: ComparedUnit; change: ChangeCount["change"]; places: { id: string; heading: string }[] }>();
  let heading = "";
  const count = (node: ComparedNode): void => {
    if (node.type === "heading" && node.change !== "removed") heading = headingText(node);
    const unit = unitOf(node);
    // a moved block is told of where it stands now
    if (node.id && unit && !(node.moved && node.change === "removed")) {
      const change = node.moved ? "moved" : (node.change as Exclude<ComparedNode["change"], "same">);
      const key = `${unit} ${change}`;
      const entry = found.get(key) ?? { unit, change, places: [] };
      entry.places.push({ id: node.id, heading });
      found.set(key, entry);
    }
    innerUnits(node).forEach(count);
  };
  nodes.forEach(count);
  return [...found.values()]
    .map((entry) => ({ ...entry, count: entry.places.length }))
    .sort((a, b) => changes.indexOf(a.change) - changes.indexOf(b.change) || comparedUnits.indexOf(a.unit) - comparedUnits.indexOf(b.unit));
}

/** The blocks inside that are counted by themselves. What came, went or moved as a table, or stands in a counted row, is counted once. */
function innerUnits(node: ComparedNode): readonly ComparedNode[] {
  if (node.change === "same" || node.moved || node.type === "tableRow") return [];
  const children = node.children ?? [];
  if (node.type === "listItem" || node.type === "taskItem") return children.filter((child) => isList(child.type));
  return node.type === "table" && unitOf(node) !== null ? [] : children;
}

function unitOf(node: ComparedNode): ComparedUnit | null {
  if (node.change === "same") return null;
  switch (node.type) {
    case "heading":
    case "paragraph":
    case "tableRow":
      return node.type;
    case "listItem":
    case "taskItem":
      return ownTextChanged(node) ? "listItem" : null;
    case "horizontalRule":
      return "rule";
    case "table":
      return node.moved || node.change === "added" || node.change === "removed" ? "table" : null;
    case "blockquote":
      return node.moved ? "quote" : null;
    case "bulletList":
    case "orderedList":
    case "taskList":
      return node.moved || node.before ? "list" : null;
    default:
      return null;
  }
}

/** The nested list of an item is counted by itself. */
function ownTextChanged(item: ComparedNode): boolean {
  if (item.change === "added" || item.change === "removed" || item.before) return true;
  return (item.children ?? []).some((child) => child.change !== "same" && !isList(child.type));
}

function isList(type: NodeType): boolean {
  return type === "bulletList" || type === "orderedList" || type === "taskList";
}

function headingText(node: ComparedNode): string {
  return (node.runs ?? []).filter((run) => run.change !== "removed").map((run) => run.text ?? " ").join("").trim();
}
