// Every keyboard shortcut of the editor, in a dialog reached by a button of the toolbar, by Ctrl+/ and by ? from the toolbar.
import { useEffect, useRef } from "react";
import { headingLevels } from "../../domain/documents/rich-text";
import { useWords } from "../words";
import { textTools } from "./tools";

export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const { toolbar, shortcuts } = useWords().writing;
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // the only button stands at the end of a list that is longer than a phone's screen
    title.current?.focus();
  }, []);
  const tools = textTools.flat().flatMap((tool) => (tool.keys ? [[tool.keys, tool.label(toolbar)] as const] : []));
  const rows: readonly (readonly [keys: string, does: string])[] = [
    ...tools,
    ["Ctrl+K", toolbar.link],
    ["Ctrl+Alt+0", toolbar.paragraph],
    ...headingLevels.map((level) => [`Ctrl+Alt+${level}`, toolbar.heading(level)] as const),
    ["Shift+Enter", shortcuts.lineBreak],
    ["Tab", `${shortcuts.indent}. ${shortcuts.nextCell}`],
    ["Shift+Tab", shortcuts.outdent],
    ["Ctrl+S", shortcuts.save],
    ["Alt+F10", shortcuts.toToolbar],
    ["← →", shortcuts.insideToolbar],
    ["Esc", shortcuts.backToText],
    ["Ctrl+/", shortcuts.help],
  ];
  return (
    <dialog ref={dialog} className="ds-dialog editor-dialog" aria-labelledby="shortcuts-title" onClose={onClose}>
      <div className="stack">
        <h2 id="shortcuts-title" ref={title} tabIndex={-1}>{shortcuts.title}</h2>
        <p className="muted">{shortcuts.lead}</p>
        <table className="shortcut-table">
          <thead className="visually-hidden"><tr><th scope="col">{shortcuts.does}</th><th scope="col">{shortcuts.key}</th></tr></thead>
          <tbody>
            {rows.map(([keys, does]) => (
              <tr key={keys}>
                <th scope="row">{does}</th>
                <td><kbd>{keys}</kbd></td>
              </tr>
            ))}
          </tbody>
        </table>
        <form method="dialog"><button type="submit" className="ds-button" data-variant="secondary">{shortcuts.close}</button></form>
      </div>
    </dialog>
  );
}
