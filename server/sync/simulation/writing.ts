// What people do to a document: type, delete, mark, fill in tables, take away what somebody else is writing in.
import * as Y from "yjs";
import type { Chance } from "./chance";

const letters = "abcdefghijklmnopqrstuvwxyzæøå ";

/** One edit, whatever comes to mind. */
export function writeSomething(doc: Y.Doc, chance: Chance): void {
  const words = doc.getText("words");
  const rows = doc.getArray<Y.Map<unknown>>("rows");
  doc.transact(() => {
    const what = chance.next();
    if (what < 0.5) words.insert(chance.between(0, words.length), someLetters(chance));
    else if (what < 0.65) erase(words, chance);
    else if (what < 0.73) mark(words, chance);
    else if (what < 0.81) doc.getMap("fields").set(chance.oneOf(["a", "b", "c"]), chance.between(0, 99));
    else if (what < 0.87) rows.insert(chance.between(0, rows.length), [newRow(chance)]);
    else if (what < 0.95 && rows.length > 0) rows.get(chance.between(0, rows.length - 1)).set(chance.oneOf(["x", "y"]), someLetters(chance));
    else if (rows.length > 0) rows.delete(chance.between(0, rows.length - 1), 1);
    else words.insert(0, someLetters(chance));
  });
}

/** A paste: long enough that logs are made short. */
export function paste(doc: Y.Doc, chance: Chance): void {
  const words = doc.getText("words");
  const times = chance.happens(0.15) ? 40_000 : chance.between(500, 4_000);
  words.insert(chance.between(0, words.length), someLetters(chance).repeat(times));
  if (chance.happens(0.5)) erase(words, chance, 3_000);
}

function someLetters(chance: Chance): string {
  const from = chance.between(0, letters.length - 2);
  return letters.slice(from, from + chance.between(1, 5));
}

function erase(words: Y.Text, chance: Chance, most = 6): void {
  if (words.length === 0) return;
  const at = chance.between(0, words.length - 1);
  words.delete(at, Math.min(words.length - at, chance.between(1, most)));
}

function mark(words: Y.Text, chance: Chance): void {
  if (words.length === 0) return;
  const at = chance.between(0, words.length - 1);
  words.format(at, Math.min(words.length - at, chance.between(1, 8)), { bold: chance.happens(0.6) ? true : null });
}

function newRow(chance: Chance): Y.Map<unknown> {
  const row = new Y.Map<unknown>();
  row.set("x", someLetters(chance));
  return row;
}
