// The editor's schema against the domain's, and the small decisions around the text.
import { getSchema } from "@tiptap/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isAllowedHref } from "../../domain/documents/href";
import { markTypes, nodeTypes } from "../../domain/documents/rich-text";
import { tidyDocument } from "../../domain/documents/testing";
import { nb } from "../../words/nb";
import { contentExtensions } from "./extensions";
import { hrefFrom } from "./link-mark";
import { initialsOf } from "./presence";
import { answerOf, worthSaying } from "./save-state";
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
  const { saving } = nb.documents;
  const states = ["stored", "storing", "stored", "unstored", "unstored", "storing", "unstored", "offline", "opening", "storing", "stored", "storing"] as const;
  let trouble: "offline" | "unstored" | null = null;
  const said = states.flatMap((kind) => {
    const news = worthSaying(trouble, { kind, isOnDevice: true }, saving);
    trouble = news.trouble;
    return news.words ?? [];
  });
  expect(said).toEqual([saving.answer.unstored, saving.answer.offline, saving.stored]);
  expect(answerOf({ kind: "offline", isOnDevice: false }, saving)).toBe(saving.answer.offlineInWindow);
});
