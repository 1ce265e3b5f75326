// What the soft privacy warning notices, and what it leaves in peace.
import { expect, test } from "vitest";
import { looksLikeNationalId, privacyHints, sensitiveWordsIn } from "./privacy-hints";
import type { RichNode } from "./rich-text";

test.each(["010190 12345", "01019012345", "Nummeret er 010190-12345.", "konto 1234 56 12345", "1234.56.12345"])("[P10] %s looks like a number of a person", (text) => {
  expect(looksLikeNationalId(text)).toBe(true);
});

test.each(["47 100 000 kr", "1 234 567 890 kr", "123456789012", "telefon 32 04 00 00", "org.nr. 939 214 895", "2026-11-22", "sak 24/12345"])(
  "[P10] %s is left in peace",
  (text) => {
    expect(looksLikeNationalId(text)).toBe(false);
  },
);

test.each([
  ["Han har en diagnose og tar medisiner", ["diagnose", "medisiner"]],
  ["Epilepsi, epilepsi og EPILEPSI", ["EPILEPSI"]],
  ["sjølvskading og tvangsvedtak", ["sjølvskading", "tvangsvedtak"]],
  ["IQ", ["IQ"]],
])("[P10] %s is pointed at", (text, words) => {
  expect(sensitiveWordsIn(text)).toEqual(words);
});

test.each(["bredere dør, ingen trapp, takheis klargjort", "personer med utviklingshemming", "sykdom hos foreldre", "unik plass", "Vi skriver aldri om helse"])(
  "[P10] %s is said freely",
  (text) => {
    expect(sensitiveWordsIn(text)).toEqual([]);
  },
);

test("[P10] a hint says in which block and under which heading, also inside tables and lists", () => {
  const paragraph = (text: string): RichNode => ({ type: "paragraph", content: [{ type: "text", text }] });
  const hints = privacyHints({
    type: "doc",
    content: [
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "5. Boligene" }] },
      paragraph("Alle har privat uteplass."),
      { type: "bulletList", content: [{ type: "listItem", content: [paragraph("A06 har epilepsi, 010190 12345")] }] },
    ],
  });
  expect(hints).toEqual([
    { kind: "elevenDigits", word: "", block: 2, heading: "5. Boligene" },
    { kind: "sensitiveWord", word: "epilepsi", block: 2, heading: "5. Boligene" },
  ]);
});
