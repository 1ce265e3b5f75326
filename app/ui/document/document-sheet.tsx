// A text on its sheet with the outline beside it.
import type { OutlineEntry } from "../../domain/documents/outline";
import type { RichText } from "../../domain/documents/rich-text";
import { Outline } from "./outline";
import { ReadView } from "./read-view";

export function DocumentSheet({ content, outline }: { readonly content: RichText; readonly outline: readonly OutlineEntry[] }) {
  return (
    <div className="document-layout">
      <Outline entries={outline} />
      <article className="document-sheet"><ReadView content={content} /></article>
    </div>
  );
}
