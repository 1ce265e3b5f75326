// The reader's words and language, handed down from the entries; nothing below imports a language by name.
import { createContext, useContext, type ReactNode } from "react";
import type { Language } from "../domain/preference";
import type { Words } from "../words/nb";

type Reading = { readonly words: Words; readonly language: Language };

const ReadingContext = createContext<Reading | null>(null);

export function WordsProvider(props: { words: Words; language: Language; children: ReactNode }) {
  const { words, language, children } = props;
  return <ReadingContext.Provider value={{ words, language }}>{children}</ReadingContext.Provider>;
}

export function useWords(): Words {
  return useReading().words;
}

export function useLanguage(): Language {
  return useReading().language;
}

function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error("No words here: the page is rendered outside WordsProvider.");
  return reading;
}
