// What the parts around the text need to know of it, read again at each change and passed on only when it is other than before.
import type { Editor } from "@tiptap/core";
import { useCallback, useRef, useSyncExternalStore } from "react";

/** `read` answers plain data. Comparing it as text is cheap beside a render, and keeps a keystroke from rendering the toolbar. */
export function useEditorFacts<Facts>(editor: Editor, read: (editor: Editor) => Facts): Facts {
  const last = useRef<{ text: string; facts: Facts } | null>(null);
  const subscribe = useCallback(
    (changed: () => void) => {
      editor.on("transaction", changed).on("update", changed).on("focus", changed).on("blur", changed);
      return () => void editor.off("transaction", changed).off("update", changed).off("focus", changed).off("blur", changed);
    },
    [editor],
  );
  const snapshot = () => {
    const facts = read(editor);
    const text = JSON.stringify(facts);
    if (last.current?.text !== text) last.current = { text, facts };
    return last.current.facts;
  };
  return useSyncExternalStore(subscribe, snapshot);
}
