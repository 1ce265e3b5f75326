// Wakes the page in the browser: first the reader's own words, and no others, then React.
import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { isLanguage, type Language } from "./domain/preference";
import { WordsProvider } from "./ui/words";
import type { Words } from "./words/nb";

const loadWords: Readonly<Record<Language, () => Promise<Words>>> = {
  nb: async () => (await import("./words/nb")).nb,
  nn: async () => (await import("./words/nn")).nn,
  en: async () => (await import("./words/en")).en,
};

async function wake(): Promise<void> {
  const asked = document.documentElement.lang;
  const language = isLanguage(asked) ? asked : "nb";
  const words = await loadWords[language]();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <WordsProvider words={words} language={language}><RemixBrowser /></WordsProvider>
      </StrictMode>,
    );
  });
}

void wake();
