// The headings of a document with an address each, so that an outline, a link and a comparison point at the same place.
import { plainText, type RichText } from "./rich-text";

export type OutlineEntry = { readonly id: string; readonly level: number; readonly text: string; /** Top-level block, from 0. */ readonly block: number };

/** Headings at the top level, in order. Ids are made of the words, so they hold when text elsewhere changes; equal ones are numbered. */
export function outlineOf(content: RichText): OutlineEntry[] {
  const taken = new Map<string, number>();
  return content.content.flatMap((node, block) => {
    if (node.type !== "heading") return [];
    const text = plainText(node).trim();
    const base = `kapittel-${slug(text)}`;
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    return [{ id: count === 1 ? base : `${base}.${count}`, level: Number(node.attrs?.level ?? 2), text, block }];
  });
}

function slug(text: string): string {
  return (
    text
      .toLocaleLowerCase("nb")
      .replace(/æ/g, "ae")
      .replace(/ø/g, "o")
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "uten-navn"
  );
}
