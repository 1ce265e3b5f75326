// A calm question under the text when something in it may not belong to everybody: never in the way, and it goes when the words go.
import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { privacyHints, type PrivacyHint } from "../../domain/documents/privacy-hints";
import type { RichText } from "../../domain/documents/rich-text";
import { useWords } from "../words";

/** Read when the writer rests, not while they type. */
const restMs = 1_200;

export function PrivacyNotice({ editor, say }: { readonly editor: Editor; readonly say: (words: string) => void }) {
  const { privacy } = useWords().writing;
  const hints = useHints(editor);
  const [first] = hints;
  const isOpen = first !== undefined;
  useEffect(() => {
    if (isOpen) say(`${privacy.title} ${privacy.lead}`);
  }, [isOpen, privacy, say]);
  if (!first) return null;
  const goTo = (hint: PrivacyHint) => {
    let position = 0;
    editor.state.doc.forEach((_, offset, index) => {
      if (index === hint.block) position = offset;
    });
    editor.chain().focus().setTextSelection(position + 1).scrollIntoView().run();
  };
  return (
    <details className="privacy-notice">
      <summary>{privacy.title} <span className="muted">{privacy.where(hints.length)}</span></summary>
      <div className="stack" data-gap="small">
        <p>{privacy.lead}</p>
        <ul>
          {hints.map((hint, index) => (
            <li key={index}>
              {hint.heading === "" ? privacy.atTop : privacy.underHeading(hint.heading)} {hint.kind === "elevenDigits" ? privacy.elevenDigits : privacy.sensitiveWord(hint.word)}{" "}
              <button type="button" className="text-button" onClick={() => goTo(hint)}>{privacy.goThere}</button>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function useHints(editor: Editor): readonly PrivacyHint[] {
  const [hints, setHints] = useState<readonly PrivacyHint[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // the editor's own JSON holds the same nodes, with attributes the hints do not look at
    const read = () => setHints(privacyHints(editor.getJSON() as RichText));
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(read, restMs);
    };
    changed();
    editor.on("update", changed);
    return () => {
      clearTimeout(timer);
      editor.off("update", changed);
    };
  }, [editor]);
  return hints;
}
