// Which block of the text before stands for which block after: equal ones first, then the most alike between them, never crossing.
import { diffArrays } from "diff";
import { canonicalJson } from "../app/domain/documents/canonical";
import { plainText, type NodeType, type RichNode } from "../app/domain/documents/rich-text";

type Pair = readonly [RichNode | null, RichNode | null];

/** Beyond this many steps, or pairs to weigh in one gap, the gap counts as rewritten: bounded time whatever is compared. */
const mostSteps = 2000;
const mostPairs = 90_000;
/** Less alike than this is another block, not a changed one. */
const alikeEnough = 0.4;

/** Every block of either side once, in the order a reader meets them; what goes stands before what comes in its place. */
export function align(before: readonly RichNode[], after: readonly RichNode[]): Pair[] {
  const old = before.map(canonicalJson);
  const now = after.map(canonicalJson);
  let start = 0;
  while (start < old.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const head = before.slice(0, start).map((node, index): Pair => [node, after[index] ?? null]);
  const tail = before.slice(before.length - end).map((node, index): Pair => [node, after[after.length - end + index] ?? null]);
  return [...head, ...alignMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)), ...tail];
}

/** All pairs are weighed where that is affordable; in a longer text the blocks that are equal divide it first. */
function alignMiddle(before: readonly RichNode[], after: readonly RichNode[]): Pair[] {
  if (before.length * after.length <= mostPairs) return alignGap(before, after);
  const changes = diffArrays(before.map(canonicalJson), after.map(canonicalJson), { maxEditLength: mostSteps });
  if (!changes) return apart(before, after);
  const pairs: Pair[] = [];
  let old = 0;
  let now = 0;
  let gone: RichNode[] = [];
  let come: RichNode[] = [];
  const closeGap = () => {
    pairs.push(...alignGap(gone, come));
    gone = [];
    come = [];
  };
  for (const { added, removed, value } of changes) {
    if (removed) gone.push(...before.slice(old, (old += value.length)));
    else if (added) come.push(...after.slice(now, (now += value.length)));
    else {
      closeGap();
      for (let step = 0; step < value.length; step += 1) pairs.push([before[old++] ?? null, after[now++] ?? null]);
    }
  }
  closeGap();
  return pairs;
}

function apart(gone: readonly RichNode[], come: readonly RichNode[]): Pair[] {
  return [...gone.map((node): Pair => [node, null]), ...come.map((node): Pair => [null, node])];
}

/** The pairing of greatest total likeness that keeps both orders. */
function alignGap(gone: readonly RichNode[], come: readonly RichNode[]): Pair[] {
  const [one, other] = [gone[0], come[0]];
  if (gone.length === 1 && come.length === 1 && one && other && isCell(one) && isCell(other)) return [[one, other]];
  if (gone.length * come.length > mostPairs) return apart(gone, come);
  const oldWords = gone.map((node) => countOf(wordsOf(node)));
  const newWords = come.map((node) => countOf(wordsOf(node)));
  const likeness = gone.map((old, i) => come.map((now, j) => (related(old.type, now.type) ? alike(oldWords[i] ?? noWords, newWords[j] ?? noWords, old, now) : 0)));
  const width = come.length + 1;
  const best = new Float64Array((gone.length + 1) * width);
  const at = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = gone.length - 1; i >= 0; i -= 1) {
    for (let j = come.length - 1; j >= 0; j -= 1) {
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + (likeness[i]?.[j] ?? 0));
    }
  }
  const pairs: Pair[] = [];
  let i = 0;
  let j = 0;
  while (i < gone.length || j < come.length) {
    const [old, now] = [gone[i] ?? null, come[j] ?? null];
    const like = likeness[i]?.[j] ?? 0;
    if (old && now && like > 0 && at(i, j) === at(i + 1, j + 1) + like) {
      pairs.push([old, now]);
      i += 1;
      j += 1;
    } else if (old && (!now || at(i, j) === at(i + 1, j))) {
      pairs.push([old, null]);
      i += 1;
    } else {
      pairs.push([null, now]);
      j += 1;
    }
  }
  return pairs;
}

const families: readonly (readonly NodeType[])[] = [
  ["paragraph", "heading"], ["bulletList", "orderedList", "taskList"], ["listItem", "taskItem"], ["tableCell", "tableHeader"],
  ["table"], ["tableRow"], ["blockquote"], ["horizontalRule"],
];

function related(left: NodeType, right: NodeType): boolean {
  return families.some((family) => family.includes(left) && family.includes(right));
}

function isCell(node: RichNode): boolean {
  return node.type === "tableCell" || node.type === "tableHeader";
}

function isTextBlock(node: RichNode): boolean {
  return node.type === "paragraph" || node.type === "heading";
}

/**
 * Share of words in common, 0 when it is less than enough, weighing more the more there is to recognise: a long paragraph that stayed
 * says more of the order than a short one. Two empty blocks of one type are alike.
 */
function alike(old: Counted, now: Counted, oldNode: RichNode, nowNode: RichNode): number {
  // a cell is known by its place in the row as much as by what it says, and an empty paragraph waits for its words
  const filled = (old.total === 0 || now.total === 0) && isTextBlock(oldNode) && oldNode.type === nowNode.type;
  const floor = isCell(oldNode) || filled ? 0.01 : 0;
  const total = old.total + now.total;
  if (total === 0) return oldNode.type === nowNode.type ? 1 : 0;
  // so unlike in length that they cannot be alike enough, whatever they say
  if (2 * Math.min(old.total, now.total) < alikeEnough * total) return floor;
  let common = 0;
  for (const [word, count] of now.counts) common += Math.min(count, old.counts.get(word) ?? 0);
  const share = (2 * common) / total;
  return share >= alikeEnough ? share * Math.sqrt(total) : floor;
}

/** The words of a block, counted once and weighed against many. */
type Counted = { readonly counts: ReadonlyMap<string, number>; readonly total: number };
const noWords: Counted = { counts: new Map(), total: 0 };

function countOf(words: readonly string[]): Counted {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, total: words.length };
}

function wordsOf(node: RichNode): string[] {
  return plainText(node).toLocaleLowerCase("nb").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}
