// The words in the browser as they come: what is here is read, what is not is waited for, what cannot be had is said.
import { expect, test } from "vitest";
import type { Language } from "../domain/preference";
import { wordsIn, type Words } from ".";
import { openShelf, type Shelf } from "./shelf";
import { shelf as en } from "./shelves/en";
import { shelf as nb } from "./shelves/nb";
import { shelf as nn } from "./shelves/nn";
import { everyPage, type LaterTopic } from "./topics";

const shelves: Readonly<Record<Language, Shelf>> = { nb, nn, en };
const languages = Object.keys(shelves) as Language[];

test.each(languages)("[U5] the shelf of %s holds everything the language has, each in its place", async (language) => {
  const { words, fetch } = openShelf(shelves[language]);
  await fetch(Object.keys(shelves[language].later) as LaterTopic[]);
  expect(Object.keys(words).sort()).toEqual(Object.keys(wordsIn(language)).sort());
  for (const topic of Object.keys(words) as (keyof Words)[]) expect(words[topic]).toBe(wordsIn(language)[topic]);
});

test("[U5] what every page needs is here at once; the rest is asked for once, when it is read or fetched", async () => {
  let asked = 0;
  const { words, fetch } = openShelf({ ...nb, later: { ...nb.later, policy: () => (asked++, nb.later.policy()) } });
  for (const topic of everyPage) expect(words[topic]).toBe(wordsIn("nb")[topic]);
  const waits = thrownBy(() => words.policy);
  expect(waits).toBeInstanceOf(Promise);
  expect(thrownBy(() => words.policy)).toBe(waits);
  await fetch(["policy"]);
  await waits;
  expect(words.policy).toBe(wordsIn("nb").policy);
  expect(asked).toBe(1);
});

test("[U6] what cannot be had is thrown to the reader until it is fetched again", async () => {
  const gone = new TypeError("no network");
  let isOnline = false;
  const { words, fetch } = openShelf({ ...nb, later: { ...nb.later, policy: () => (isOnline ? nb.later.policy() : Promise.reject(gone)) } });
  await expect(fetch(["policy", "journal"])).rejects.toBe(gone);
  expect(thrownBy(() => words.policy)).toBe(gone);
  expect(thrownBy(() => words.policy)).toBe(gone);
  isOnline = true;
  await fetch(["policy"]);
  expect(words.policy).toBe(wordsIn("nb").policy);
});

function thrownBy(read: () => unknown): unknown {
  try {
    read();
  } catch (thrown) {
    return thrown;
  }
  return undefined;
}
