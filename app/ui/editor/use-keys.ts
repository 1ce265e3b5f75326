// Keys that belong to the whole page of the editor and not to the text: save, link, the list of shortcuts, to the toolbar.
import { useEffect, useRef, type RefObject } from "react";

export type PageKeys = { readonly save: () => void; readonly link: () => void; readonly shortcuts: () => void; readonly toolbar: () => void };

export function useKeys(area: RefObject<HTMLElement | null>, keys: PageKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const name = pageKeyOf(event);
      if (!name) return;
      event.preventDefault();
      latest.current[name]();
    };
    const element = area.current;
    element?.addEventListener("keydown", onKeyDown);
    return () => element?.removeEventListener("keydown", onKeyDown);
  }, [area]);
}

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "target">;

export function pageKeyOf({ key, ctrlKey, metaKey, altKey, shiftKey, target }: Pressed): keyof PageKeys | null {
  const isMod = (ctrlKey || metaKey) && !altKey;
  if (isMod && !shiftKey && key.toLowerCase() === "s") return "save";
  if (isMod && !shiftKey && key.toLowerCase() === "k") return "link";
  // on a Norwegian keyboard the slash is Shift+7
  if (isMod && key === "/") return "shortcuts";
  if (altKey && key === "F10") return "toolbar";
  return key === "?" && !isMod && !altKey && isInToolbar(target) ? "shortcuts" : null;
}

/** A single letter is a shortcut only where letters cannot be typed. */
function isInToolbar(target: EventTarget | null): boolean {
  return target !== null && "closest" in target && (target as Element).closest('[role="toolbar"]') !== null;
}
