// What decisions stand on, as lines in all languages, for the server only: the pages that show them are near their weight already.
import type { Language } from "../domain/preference";
import { groundLines as en } from "./en/ground-lines";
import { groundLines as nb, type GroundLinesWords, type LineNames } from "./nb/ground-lines";
import { groundLines as nn } from "./nn/ground-lines";

export type { LineNames };

const all: Readonly<Record<Language, GroundLinesWords>> = { nb, nn, en };

export function groundLinesIn(language: Language): GroundLinesWords {
  return all[language];
}
