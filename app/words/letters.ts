// The letters in all languages, for the server only: no browser ever writes one.
import type { Language } from "../domain/preference";
import { letters as en } from "./en/letters";
import { letters as nb, type LettersWords } from "./nb/letters";
import { letters as nn } from "./nn/letters";

const all: Readonly<Record<Language, LettersWords>> = { nb, nn, en };

export function lettersIn(language: Language): LettersWords {
  return all[language];
}
