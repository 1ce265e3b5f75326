// Wakes the page in the browser: first the reader's own words, those of this page and no others, then React.
import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { isLanguage, type Language } from "./domain/preference";
import { WordsProvider } from "./ui/words";
import { openShelf, type Shelf } from "./words/shelf";
import { topicsAt } from "./words/topics";

const shelves: Readonly<Record<Language, () => Promise<{ readonly shelf: Shelf }>>> = {
  nb: () => import("./words/shelves/nb"),
  nn: () => import("./words/shelves/nn"),
  en: () => import("./words/shelves/en"),
};

async function wake(): Promise<void> {
  const asked = document.documentElement.lang;
  const language = isLanguage(asked) ? asked : "nb";
  const { words, fetch } = openShelf((await shelves[language]()).shelf);
  await Promise.all([fetch(topicsAt(location.pathname)), pageData()]);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <WordsProvider words={words} language={language} fetch={fetch}><RemixBrowser /></WordsProvider>
      </StrictMode>,
    );
  });
}

/**
 * Resolves when the page's data has been read. RemixBrowser reads it in its first render and makes React wait outside any boundary:
 * a key or a click meanwhile makes React 18 give up with "Root did not complete" (#345). So it is read before React begins.
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    // the promise it makes React wait for; had there been nothing to wait for, it would have stopped at its first hook
    if (thrown instanceof Promise) await thrown;
  }
}

void wake();
