// The editor's schema against the domain's, and the small decisions around the text.
import { getSchema } from "@tiptap/core";
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { isAllowedHref } from "../../domain/documents/href";
import { markTypes, nodeTypes } from "../../domain/documents/rich-text";
import { tidyDocument } from "../../domain/documents/testing";
import { wordsIn } from "../../words";
import { nb } from "../../words/nb";
import type { SaveState } from "../live/save-state";
import { WordsProvider } from "../words";
import { contentExtensions } from "./extensions";
import { hrefFrom } from "./link-mark";
import { initialsOf } from "./presence";
import { answerOf, SaveLine, worthSaying, type Trouble } from "./save-state";
import { pageKeyOf } from "./use-keys";

const schema = getSchema(contentExtensions({ placeholder: "", taskDone: "Gjort:", taskOpen: "Ikke gjort:" }));

test("[D27] the editor holds exactly the nodes and marks of rich text", () => {
  expect(Object.keys(schema.nodes).filter((name) => name !== "doc").sort()).toEqual([...nodeTypes].sort());
  expect(Object.keys(schema.marks).sort()).toEqual([...markTypes].sort());
});

test("[D27] whatever the server may have written, the editor can show: nothing is thrown away when a text is opened", () => {
  fc.assert(fc.property(tidyDocument, (content) => void schema.nodeFromJSON(content).check()), { numRuns: 500 });
});

test.each([
  ["www.husbanken.no", "https://www.husbanken.no"], ["husbanken.no/lån?a=1", "https://husbanken.no/lån?a=1"], ["post@drammen.example", "mailto:post@drammen.example"],
  [" https://drammen.example/sak ", "https://drammen.example/sak"], ["/projects/1", "/projects/1"],
  ["ingen adresse", null], ["javascript:alert(1)", null], ["", null], ["husbanken", null], ["//evil.example", null],
])("[D26] the address %j becomes %j", (typed, href) => {
  expect(hrefFrom(typed)).toBe(href);
});

test("[D26] no text becomes a link that a document may not hold", () => {
  fc.assert(fc.property(fc.string(), (typed) => {
    const href = hrefFrom(typed);
    expect(href === null || isAllowedHref(href)).toBe(true);
  }));
});

test.each([["Forelder A", "FA"], ["Koordinator", "K"], ["Saksbehandler startlån", "SS"], ["  ", ""], ["ærlig Å ødegård", "ÆØ"]])("[D23] the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("[D26] keys for the page are told from keys for the text", () => {
  const key = (name: string, held: object = {}) => pageKeyOf({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target: null, ...held });
  expect([key("s", { ctrlKey: true }), key("S", { metaKey: true }), key("k", { ctrlKey: true }), key("/", { ctrlKey: true, shiftKey: true }), key("F10", { altKey: true })])
    .toEqual(["save", "save", "link", "shortcuts", "toolbar"]);
  expect([key("s"), key("?"), key("s", { ctrlKey: true, shiftKey: true }), key("k", { ctrlKey: true, altKey: true })]).toEqual([null, null, null, null]);
});

test("[D24] trouble with saving is said once when it comes and once when it is over, whatever lies between", () => {
  const { saving } = nb.writing;
  const states = ["stored", "storing", "stored", "unstored", "unstored", "storing", "unstored", "offline", "opening", "storing", "stored", "storing"] as const;
  let trouble: Trouble = null;
  const said = states.flatMap((kind) => {
    const news = worthSaying(trouble, { kind, waiting: null, hasUnstored: true, isOnDevice: true }, saving);
    trouble = news.trouble;
    return news.words ?? [];
  });
  expect(said).toEqual([saving.answer.unstored, saving.answer.offline, saving.stored]);
  expect(answerOf({ kind: "offline", waiting: null, hasUnstored: true, isOnDevice: false }, saving)).toBe(saving.answer.offlineInWindow);
});

describe.each(["nb", "nn", "en"] as const)("[D24] sent away to come back, in %s", (language) => {
  const { saving } = wordsIn(language).writing;
  const away: SaveState = { kind: "offline", reason: null, waiting: "tooManyOpen", isReady: true, hasUnstored: true, isOnDevice: true };
  const line = (state: SaveState, mayEdit = true) =>
    renderToStaticMarkup(<WordsProvider words={wordsIn(language)} language={language}><SaveLine state={state} mayEdit={mayEdit} /></WordsProvider>);

  test.each(["restarting", "tooManyOpen", "tooFast"] as const)("%s: the line says what happened, what to do, and where what was written is", (waiting) => {
    const { happened, advice } = saving.waiting[waiting];
    expect(line({ ...away, waiting })).toContain(`${happened}<span class="save-more">. ${advice} ${saving.kept.onDevice}</span>`);
    expect(line({ ...away, waiting, isOnDevice: false })).toContain(saving.kept.inWindow);
    expect(line({ ...away, waiting, hasUnstored: false })).toContain(saving.kept.stored);
    expect(line({ ...away, waiting }, false)).toContain(`${advice}</span>`);
  });

  test("a new reason is said, the same is not said again, and the end of it is", () => {
    const first = worthSaying("offline", away, saving);
    expect(first).toEqual({ trouble: "tooManyOpen", words: answerOf(away, saving) });
    expect(worthSaying(first.trouble, away, saving).words).toBeNull();
    expect(worthSaying(first.trouble, { ...away, waiting: "restarting" }, saving).words).toContain(saving.waiting.restarting.happened);
    expect(worthSaying(first.trouble, { ...away, kind: "stored", waiting: null }, saving).words).toBe(saving.stored);
  });
});
