// All languages at once: for the server only. The browser loads the one it needs (app/entry.client.tsx).
import type { Language } from "../domain/preference";
import { en } from "./en";
import { nb, type Words } from "./nb";
import { nn } from "./nn";

export type { Words };

const all: Readonly<Record<Language, Words>> = { nb, nn, en };

export function wordsIn(language: Language): Words {
  return all[language];
}
