// Random rich text for property tests: tidy content as the normaliser makes it, and messy content as editors and strangers send it.
import fc from "fast-check";
import { parseRichText } from "./normalise";
import { nodeTypes, type RichText } from "./rich-text";

const text = fc.oneof(
  fc.constantFrom("å", "a\u030A", "Vi er ti familier ", "hjem", " ", "👩‍👧‍👦", "e\u0301", "\u0000", "x\u0007y", "linje\nto"),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const href = fc.constantFrom("https://husbanken.no/a", "/projects/1", "mailto:a@b.no", "javascript:alert(1)", "//evil.example", "data:text/html,x", "http://", "");
const mark = fc.oneof(
  fc.constantFrom("bold", "italic", "underline", "strike", "code").map((type) => ({ type })),
  href.map((to) => ({ type: "link", attrs: { href: to, target: "_blank", rel: null } })),
);
const attrs = fc.record(
  {
    level: fc.constantFrom(1, 2, 3, 4, 6, "2", null), start: fc.constantFrom(1, 3, -2, 1.5), checked: fc.constantFrom(true, false, null, "true"),
    colspan: fc.constantFrom(1, 2, 0, null), rowspan: fc.constantFrom(1, 3), colwidth: fc.constantFrom(null, [120]), align: fc.constant(null),
  },
  { requiredKeys: [] },
);

/** JSON shaped like a document, with everything in it that a stranger might put there. */
export const messyDocument = fc.letrec((tie) => ({
  text: fc.record({ type: fc.constant("text"), text, marks: fc.array(mark, { maxLength: 4 }) }, { requiredKeys: ["type"] }),
  node: fc.record(
    { type: fc.constantFrom(...nodeTypes, "codeBlock", "image", "doc"), attrs, content: tie("children"), text },
    { requiredKeys: ["type"] },
  ),
  children: fc.array(fc.oneof({ depthSize: "small", withCrossShrink: true }, tie("text"), tie("node")), { maxLength: 5 }),
  doc: tie("children").map((content) => ({ type: "doc", content })),
})).doc;

/** Content as it is after reading. */
export const tidyDocument: fc.Arbitrary<RichText> = messyDocument.map((json) => {
  const parsed = parseRichText(json);
  if (!parsed.ok) throw new Error("a document was refused");
  return parsed.value;
});
