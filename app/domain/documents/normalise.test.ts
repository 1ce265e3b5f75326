// Rich text: the same meaning is the same JSON, and nothing that people wrote is thrown away.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical";
import { isAllowedHref } from "./href";
import { parseRichText } from "./normalise";
import { cleanText, type RichText } from "./rich-text";
import { messyDocument, tidyDocument } from "./testing";

function read(json: unknown): RichText {
  const parsed = parseRichText(json);
  if (!parsed.ok) throw new Error("refused");
  return parsed.value;
}
const paragraph = (...content: object[]) => ({ type: "paragraph", content });
const doc = (...content: object[]) => ({ type: "doc", content });
const lettersOf = (json: unknown): string => {
  const { type, text, content } = (json ?? {}) as { type?: unknown; text?: unknown; content?: unknown };
  if (type === "hardBreak" || type === "horizontalRule") return ""; // they hold nothing, here and in the editor
  if (type === "text") return typeof text === "string" ? text : "";
  return Array.isArray(content) ? content.map(lettersOf).join("") : "";
};

describe("[D3] the same meaning is the same JSON", () => {
  test("reading what was read changes nothing, and it can always be hashed", () => {
    fc.assert(
      fc.property(messyDocument, (json) => {
        const once = read(json);
        expect(read(once)).toEqual(once);
        expect(() => canonicalJson(once)).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  test("no letter is lost, whatever stands around it", () => {
    fc.assert(
      fc.property(messyDocument, (json) => void expect(cleanText(lettersOf(read(json)))).toBe(cleanText(lettersOf(json)))),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["defaults and volatile attributes", doc({ type: "table", content: [{ type: "tableRow", content: [{ type: "tableCell", attrs: { colspan: 1, rowspan: 1, colwidth: [90] }, content: [paragraph()] }] }] }), doc({ type: "table", content: [{ type: "tableRow", content: [{ type: "tableCell", content: [{ type: "paragraph", attrs: {} }] }] }] })],
    ["texts split in two", doc(paragraph({ type: "text", text: "Vi " }, { type: "text", text: "bor" })), doc(paragraph({ type: "text", text: "Vi bor" }))],
    ["letters composed and not", doc(paragraph({ type: "text", text: "a" }, { type: "text", text: "\u030A" })), doc(paragraph({ type: "text", text: "å" }))],
    ["marks in another order", doc(paragraph({ type: "text", text: "x", marks: [{ type: "italic" }, { type: "bold" }] })), doc(paragraph({ type: "text", text: "x", marks: [{ type: "bold", attrs: {} }, { type: "italic" }] }))],
    ["link targets", doc(paragraph({ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "/a", target: "_blank", rel: "nofollow" } }] })), doc(paragraph({ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "/a" } }] }))],
    ["an empty paragraph at the end", doc({ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "A" }] }, paragraph()), doc({ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "A" }] })],
    ["nothing at all", doc(), doc(paragraph())],
    ["a task not done", doc({ type: "taskList", content: [{ type: "taskItem", attrs: { checked: false }, content: [paragraph()] }] }), doc({ type: "taskList", content: [{ type: "taskItem", content: [paragraph()] }] })],
  ])("%s", (_, one, other) => {
    expect(read(one)).toEqual(read(other));
  });

  test("different meanings stay different: attributes count, not only text", () => {
    const task = (checked: boolean) => read(doc({ type: "taskList", content: [{ type: "taskItem", attrs: { checked }, content: [paragraph()] }] }));
    expect(task(true)).not.toEqual(task(false));
    const level = (value: number) => read(doc({ type: "heading", attrs: { level: value }, content: [{ type: "text", text: "A" }] }));
    expect(level(2)).not.toEqual(level(3));
  });
});

test("[D4] only a document is read; a nest without end is cut off, not followed", () => {
  for (const json of [null, 1, "doc", [], {}, { type: "paragraph" }]) expect(parseRichText(json).ok).toBe(false);
  let deep: object = paragraph({ type: "text", text: "inne" });
  for (let level = 0; level < 5_000; level += 1) deep = { type: "blockquote", content: [deep] };
  expect(read(doc(deep))).toEqual({ type: "doc", content: [{ type: "paragraph" }] });
});

test("[D4] tidy content keeps the editor's rules", () => {
  fc.assert(
    fc.property(tidyDocument, (content) => {
      const walk = (node: { type: string; content?: readonly { type: string }[] }) => {
        const kinds = (node.content ?? []).map((each) => each.type);
        if (["listItem", "taskItem"].includes(node.type)) expect(kinds[0]).toBe("paragraph");
        if (["bulletList", "orderedList"].includes(node.type)) expect(new Set(kinds)).toEqual(new Set(["listItem"]));
        if (["paragraph", "heading"].includes(node.type)) expect(kinds.filter((kind) => kind !== "text" && kind !== "hardBreak")).toEqual([]);
        if (["blockquote", "tableCell", "tableHeader", "tableRow", "table", "doc"].includes(node.type)) expect(kinds).not.toEqual([]);
        for (const each of node.content ?? []) walk(each);
      };
      walk(content);
    }),
  );
});

test("[D5] links lead to the web, to mail and to this site, nowhere else", () => {
  for (const href of ["https://husbanken.no/x?y#z", "http://a.no", "mailto:post@drammen.example", "/projects/1"]) expect(isAllowedHref(href), href).toBe(true);
  for (const href of ["javascript:alert(1)", "JaVaScript:alert(1)", " javascript:x", "java\nscript:x", "data:text/html,x", "//evil.example", "/\\evil.example", "vbscript:x", "file:///etc", "blob:x", "ftp://x", "https://", "#a", ""]) {
    expect(isAllowedHref(href), href).toBe(false);
  }
});
