// The plan: the one text in which the group, the municipality and the services describe the project (prosjektplan).
import type { DocumentKind, Finding } from "../kind";
import { parseRichText } from "../normalise";
import { plainText, type RichText } from "../rich-text";

export const planKind: DocumentKind<RichText> = {
  name: "plan",
  schemaVersion: 1,
  thing: "plan",
  empty: { type: "doc", content: [{ type: "paragraph" }] },
  parse: parseRichText,
  check: emptyChapters,
  summary(content) {
    const headings = content.content.filter((node) => node.type === "heading").map(plainText);
    return { words: plainText(content).split(/\s+/).filter(Boolean).length, headings };
  },
};

/** A chapter (heading of level 2) with nothing under it: a warning, so that a half-written plan is sent on knowingly (rule D6). */
function emptyChapters({ content }: RichText): Finding[] {
  const findings: Finding[] = [];
  content.forEach((node, index) => {
    if (node.type !== "heading" || node.attrs?.level !== 2) return;
    const next = content.findIndex((each, place) => place > index && each.type === "heading" && each.attrs?.level === 2);
    const chapter = content.slice(index + 1, next === -1 ? undefined : next);
    if (chapter.every((each) => plainText(each).trim() === "")) findings.push({ rule: "D6", severity: "warning", at: plainText(node) });
  });
  return findings;
}
