// One entry of the journal as a sentence in the reader's words.
import type { Entry } from "../../domain/journal";
import type { EntryNames } from "../../words/nb/journal";
import type { Words } from "../../words/nb";
import { sentence } from "./who";

export function entrySentence(words: Words, entry: Entry, names: EntryNames): string {
  // each kind has a sentence of its own; which entry goes with which is in the type of the table
  const say = words.journal.sentences[entry.kind] as (entry: Entry, names: EntryNames) => string;
  return sentence(say(entry, names));
}
