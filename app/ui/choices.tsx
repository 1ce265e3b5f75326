// Language and colours, chosen by buttons that post a plain form: works before any script, and the page comes back in the new words.
import { useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { colourSchemes, languages, type ColourScheme } from "../domain/preference";
import { useLanguage, useWords } from "./words";

export function Choices({ colourScheme }: { readonly colourScheme: ColourScheme }) {
  const words = useWords();
  const language = useLanguage();
  const location = useLocation();
  const menu = useClosing();
  return (
    <details className="choices" ref={menu}>
      <summary>
        <GlobePicture />
        <span className="visually-hidden">{words.shell.choices}: </span>
        {words.shell.languageName[language]}
      </summary>
      <form className="choices-panel" method="post" action="/preferences">
        <input type="hidden" name="returnTo" value={location.pathname + location.search} />
        <div role="group" aria-labelledby="choice-language">
          <h2 id="choice-language">{words.shell.language}</h2>
          <div className="choice-buttons">
            {languages.map((each) => (
              <button key={each} type="submit" name="language" value={each} lang={each} aria-pressed={each === language}>
                {words.shell.languageName[each]}
              </button>
            ))}
          </div>
        </div>
        <div role="group" aria-labelledby="choice-colours">
          <h2 id="choice-colours">{words.shell.colourScheme}</h2>
          <div className="choice-buttons">
            {colourSchemes.map((each) => (
              <button key={each} type="submit" name="colourScheme" value={each} aria-pressed={each === colourScheme}>
                {words.shell.colourSchemeName[each]}
              </button>
            ))}
          </div>
        </div>
      </form>
    </details>
  );
}

/** Closes the menu on Escape and when the focus or a click goes elsewhere. Without script the summary itself closes it. */
function useClosing() {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeOutside = (event: Event) => {
      if (menu.current?.open && event.target instanceof Node && !menu.current.contains(event.target)) menu.current.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
      document.removeEventListener("keydown", closeOnEscape);
    };
  }, []);
  return menu;
}

function GlobePicture() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="9" />
      <path d="M3 12h18M12 3c2.7 2.5 4 5.5 4 9s-1.3 6.5-4 9c-2.7-2.5-4-5.5-4-9s1.3-6.5 4-9Z" />
    </svg>
  );
}
