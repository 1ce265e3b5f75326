// How the demo's plan grew: what it said after each edit, put together from the plan of today and what the chapters said before.
import type { RichNode, RichText } from "../../app/domain/documents/rich-text";
import { solknattenGrowth, solknattenPlan } from "./index";

/** Every chapter's heading, and under it what it had got by then. */
export function planAfter(stage: number): RichText {
  const chapters = chaptersOf(solknattenPlan);
  const texts = new Map<number, readonly RichNode[]>();
  for (const edit of solknattenGrowth.slice(0, stage + 1)) {
    for (const [number, text] of Object.entries(edit.chapters)) texts.set(Number(number), text ?? chapters[Number(number) - 1]?.text ?? []);
  }
  const content = chapters.flatMap(({ heading }, index) => [heading, ...(texts.get(index + 1) ?? [{ type: "paragraph" as const }])]);
  const last = content.at(-1);
  // an empty paragraph at the end says nothing
  return { type: "doc", content: last && last.type === "paragraph" && !last.content ? content.slice(0, -1) : content };
}

function chaptersOf(plan: RichText): { readonly heading: RichNode; readonly text: RichNode[] }[] {
  const chapters: { heading: RichNode; text: RichNode[] }[] = [];
  for (const node of plan.content) {
    if (node.type === "heading") chapters.push({ heading: node, text: [] });
    else chapters.at(-1)?.text.push(node);
  }
  return chapters;
}
