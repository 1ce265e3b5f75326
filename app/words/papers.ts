// The words of papers in all languages, for the server only: no browser ever writes one.
import type { Language } from "../domain/preference";
import { papers as en } from "./en/papers";
import { papers as nb, type PapersWords } from "./nb/papers";
import { papers as nn } from "./nn/papers";

const all: Readonly<Record<Language, PapersWords>> = { nb, nn, en };

export function papersIn(language: Language): PapersWords {
  return all[language];
}
