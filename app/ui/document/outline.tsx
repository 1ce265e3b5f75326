// The headings of a text beside it, each a link to its place; on a narrow screen folded away above it.
import type { OutlineEntry } from "../../domain/documents/outline";
import { useWords } from "../words";

export function Outline({ entries, idPrefix = "" }: { readonly entries: readonly OutlineEntry[]; readonly idPrefix?: string }) {
  const words = useWords();
  if (entries.length === 0) return null;
  const list = (
    <ol className="outline-list">
      {entries.map((entry) => (
        <li key={entry.id} data-level={entry.level}>
          <a href={`#${idPrefix}${entry.id}`}>{entry.text || words.documents.read.untitled}</a>
        </li>
      ))}
    </ol>
  );
  // both are in the page, one is shown: what is folded at a width must not depend on a script
  return (
    <>
      <nav className="outline outline-wide" aria-label={words.documents.read.outline}>
        <p className="outline-title" aria-hidden="true">{words.documents.read.outline}</p>
        {list}
      </nav>
      <nav className="outline outline-narrow" aria-label={words.documents.read.outline}>
        <details className="outline-fold">
          <summary>{words.documents.read.outline}</summary>
          {list}
        </details>
      </nav>
    </>
  );
}
