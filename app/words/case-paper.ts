// The words of case papers in all languages, for the server only: the page shows the paper as the server wrote it.
import type { Language } from "../domain/preference";
import { casePaper as en } from "./en/case-paper";
import { casePaper as nb, type CasePaperWords } from "./nb/case-paper";
import { casePaper as nn } from "./nn/case-paper";

const all: Readonly<Record<Language, CasePaperWords>> = { nb, nn, en };

export function casePaperIn(language: Language): CasePaperWords {
  return all[language];
}
