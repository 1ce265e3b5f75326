// Makes the editor, once the text it shall show is there: an editor on an empty document would write an empty paragraph into it.
import { Editor } from "@tiptap/core";
import { useEffect, useRef, useState, type RefObject } from "react";
import type { LiveConnection } from "../live/connection";
import { useWords } from "../words";
import { liveExtensions } from "./extensions";

/** The line being written is kept clear of the bar above and of what may lie at the foot of the window. */
const roomAround = { top: 190, bottom: 90, left: 0, right: 0 };

type TextOptions = { readonly id: string; readonly label: string; readonly isEditable: boolean };

/** `editor` is null until the first answer of the server, or, without a server, until what this device keeps has been read. */
export function useTextEditor(connection: LiveConnection, isReady: boolean, { id, label, isEditable }: TextOptions): { editor: Editor | null; host: RefObject<HTMLDivElement> } {
  const { documents, writing } = useWords();
  const { read } = documents;
  const { write } = writing;
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);

  useEffect(() => {
    if (!isReady || !host.current) return;
    const made = new Editor({
      element: host.current,
      extensions: liveExtensions(connection.doc, connection.awareness, { placeholder: write.placeholder, taskDone: read.taskDone, taskOpen: read.taskOpen }),
      editable: isEditable,
      // the style sheet is ours, and a style element would be refused
      injectCSS: false,
      editorProps: {
        // a stop for Tab also when it is only read: it is scrolled by keyboard
        attributes: { id, tabindex: "0", class: "prose document-text", role: "textbox", "aria-multiline": "true", "aria-label": label },
        scrollMargin: roomAround, scrollThreshold: roomAround,
      },
    });
    setEditor(made);
    return () => {
      setEditor(null);
      made.destroy();
    };
    // whether it can be edited is kept in step below; nothing else changes while the page stands
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isReady, connection]);

  useEffect(() => {
    editor?.setEditable(isEditable, false);
    editor?.view.dom.setAttribute("aria-readonly", String(!isEditable));
  }, [editor, isEditable]);

  return { editor, host };
}
