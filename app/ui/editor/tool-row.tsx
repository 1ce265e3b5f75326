// A row of tools after the toolbar pattern: one stop for Tab, arrow keys between the tools, Home and End to the outermost.
import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from "react";

type ToolRowProps = { readonly label: string; readonly controls: string; readonly children: ReactNode; readonly id?: string; readonly onLeave: () => void };

/** Whatever carries `data-tool` inside is a tool. `onLeave`: Escape was pressed. */
export function ToolRow({ label, controls, children, id, onLeave }: ToolRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const tools = () => [...(row.current?.querySelectorAll<HTMLElement>("[data-tool]") ?? [])];

  // tools come and go with the text; exactly one of them is the stop for Tab
  useEffect(() => {
    const all = tools();
    const stop = all.find((tool) => tool === document.activeElement) ?? all.find((tool) => tool.tabIndex === 0 && tool.hasAttribute("tabindex")) ?? all[0];
    for (const tool of all) tool.setAttribute("tabindex", tool === stop ? "0" : "-1");
  });

  const onFocus = (event: FocusEvent) => {
    for (const tool of tools()) tool.setAttribute("tabindex", tool === event.target ? "0" : "-1");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = tools();
    const at = all.indexOf(event.target as HTMLElement);
    if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Escape") onLeave();
    else if (to !== undefined) all[(to + all.length) % all.length]?.focus();
    else return;
    event.preventDefault();
  };

  return (
    <div ref={row} id={id} className="tool-row" role="toolbar" tabIndex={-1} aria-label={label} aria-controls={controls} onFocus={onFocus} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}
