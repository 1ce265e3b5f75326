// The headings of the text as it is being written, beside it: each leads to its place, and the one being written under is marked.
import type { Editor } from "@tiptap/core";
import { useWords } from "../words";
import { useEditorFacts } from "./editor-facts";

export function LiveOutline({ editor }: { readonly editor: Editor }) {
  const { documents, writing } = useWords();
  const { write } = writing;
  const entries = useEditorFacts(editor, readHeadings);
  const goTo = (position: number) => {
    // a reader's text takes no focus, but it scrolls
    if (editor.isEditable) editor.chain().focus().setTextSelection(position + 1).run();
    const heading = editor.view.nodeDOM(position);
    const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (heading instanceof HTMLElement) heading.scrollIntoView({ block: "start", behavior: isCalm ? "auto" : "smooth" });
  };
  const list = entries.length === 0 ? <p className="muted">{write.outlineEmpty}</p> : (
    <ol className="outline-list">
      {entries.map(({ position, level, text, isCurrent }, index) => (
        <li key={index} data-level={level}>
          <button type="button" aria-current={isCurrent ? "location" : undefined} onClick={() => goTo(position)}>{text || documents.read.untitled}</button>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <nav className="outline outline-wide live-outline" aria-label={write.outline}>
        <p className="outline-title" aria-hidden="true">{write.outline}</p>
        {list}
      </nav>
      <nav className="outline outline-narrow" aria-label={write.outline}>
        <details className="outline-fold"><summary>{write.outline}</summary>{list}</details>
      </nav>
    </>
  );
}

function readHeadings(editor: Editor) {
  const { doc, selection } = editor.state;
  const headings: { position: number; level: number; text: string; isCurrent: boolean }[] = [];
  let current = -1;
  doc.forEach((node, position) => {
    if (node.type.name !== "heading") return;
    if (position <= selection.from) current = headings.length;
    headings.push({ position, level: Number(node.attrs.level), text: node.textContent.trim(), isCurrent: false });
  });
  return headings.map((heading, index) => (index === current && editor.isFocused ? { ...heading, isCurrent: true } : heading));
}
