// Two versions of a plan of fifty pages: some twenty-five thousand words, and several hundred edits between them, as a year of work leaves them.
import type { RichNode, RichText } from "../../app/domain/documents/rich-text";
import { below, type Random } from "./random";

const wordsWanted = 25_000;
const syllables = ["bo", "fel", "les", "skap", "tje", "nes", "te", "plan", "kom", "mu", "ne", "hus", "be", "hov", "tomt", "gang", "rom", "lag", "ved", "tak"];

export function longPlans(random: Random): { readonly before: RichText; readonly after: RichText; readonly words: number; readonly edits: number } {
  const vocabulary = Array.from({ length: 3_000 }, () => Array.from({ length: 1 + below(random, 4) }, () => syllables[below(random, syllables.length)]).join(""));
  // a few words make up most of a text
  const word = () => vocabulary[Math.floor(vocabulary.length * random() ** 2.5)] ?? "og";
  const sentence = (count: number) => `${Array.from({ length: count }, word).join(" ")}.`;
  const text = (said: string): RichNode[] => [{ type: "text", text: said }];
  const paragraph = (): RichNode => ({ type: "paragraph", content: text(Array.from({ length: 2 + below(random, 5) }, () => sentence(8 + below(random, 12))).join(" ")) });
  const item = (): RichNode => ({ type: "listItem", content: [{ type: "paragraph", content: text(sentence(6 + below(random, 10))) }] });
  const cell = (): RichNode => ({ type: "tableCell", content: [{ type: "paragraph", content: text(sentence(3)) }] });

  const blocks: RichNode[] = [];
  for (let count = 0; count < wordsWanted; count = wordsIn(blocks)) {
    blocks.push({ type: "heading", attrs: { level: 2 }, content: text(sentence(4)) });
    for (let each = 4 + below(random, 8); each > 0; each -= 1) blocks.push(paragraph());
    if (below(random, 2) === 0) blocks.push({ type: "bulletList", content: Array.from({ length: 3 + below(random, 6) }, item) });
    if (below(random, 4) === 0) blocks.push({ type: "table", content: Array.from({ length: 6 }, () => ({ type: "tableRow", content: [cell(), cell(), cell()] })) });
  }

  let edits = 0;
  const after = blocks.flatMap((block): RichNode[] => {
    const luck = random();
    if (luck < 0.06) return (edits += 1, []);
    if (luck < 0.13) return (edits += 1, [block, paragraph()]);
    if (luck < 0.55) return [reworded(block, () => (random() < 0.06 ? (edits += 1, word()) : null))];
    return [block];
  });
  for (let moves = 0; moves < 12; moves += 1) {
    edits += 1;
    after.splice(below(random, after.length), 0, ...after.splice(below(random, after.length), 1));
  }
  return { before: { type: "doc", content: blocks }, after: { type: "doc", content: after }, words: wordsIn(blocks), edits };
}

/** `instead`: another word, or null where it stays. */
function reworded(node: RichNode, instead: () => string | null): RichNode {
  if (node.text !== undefined) return { ...node, text: node.text.split(" ").map((each) => instead() ?? each).join(" ") };
  return { ...node, content: node.content?.map((each) => reworded(each, instead)) };
}

function wordsIn(nodes: readonly RichNode[]): number {
  return nodes.reduce((sum, node) => sum + (node.text?.split(" ").length ?? 0) + wordsIn(node.content ?? []), 0);
}
