// The reader's words and language, handed down from the entries; nothing below imports a language by name.
import { useNavigation } from "@remix-run/react";
import { createContext, useContext, useEffect, type ReactNode } from "react";
import type { Language } from "../domain/preference";
import { topicsAt } from "../words/topics";
import type { Words } from "../words/nb";
import type { OpenShelf } from "../words/shelf";

type Reading = { readonly words: Words; readonly language: Language; readonly fetch?: OpenShelf["fetch"] };

const ReadingContext = createContext<Reading | null>(null);

/** `fetch`: where words are not all here from the beginning. */
export function WordsProvider({ children, ...reading }: Reading & { children: ReactNode }) {
  return <ReadingContext.Provider value={reading}>{children}</ReadingContext.Provider>;
}

/** Take from it, while rendering, only the topics the component speaks of: one that has not come makes the page wait for it. */
export function useWords(): Words {
  return useReading().words;
}

export function useLanguage(): Language {
  return useReading().language;
}

/** Asks for the words of the page somebody is on the way to as soon as they are, beside its code and its data. Shows nothing. */
export function WordsAhead() {
  const { fetch } = useReading();
  const pathname = useNavigation().location?.pathname;
  useEffect(() => {
    // what cannot be had is said by the page that needs it
    if (pathname !== undefined) fetch?.(topicsAt(pathname)).catch(() => undefined);
  }, [fetch, pathname]);
  return null;
}

function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error("No words here: the page is rendered outside WordsProvider.");
  return reading;
}
