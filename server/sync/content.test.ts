// Reading and writing the content of a living document, also against what the editor's own binding makes of it.
import { getSchema } from "@tiptap/core";
import { TaskItem, TaskList } from "@tiptap/extension-list";
import { TableKit } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { contentField } from "../../app/domain/documents/field";
import { parseRichText } from "../../app/domain/documents/normalise";
import { emptyPlan } from "../../app/domain/documents/plan/template";
import type { RichText } from "../../app/domain/documents/rich-text";
import { tidyDocument } from "../../app/domain/documents/testing";
import { readContent, writeContent } from "./content";

const schema = getSchema([StarterKit, TaskList, TaskItem.configure({ nested: true }), TableKit]);

function docWith(content: RichText): Y.Doc {
  const doc = new Y.Doc();
  writeContent(doc, content);
  return doc;
}

test("[D7] what is written is what is read", () => {
  fc.assert(fc.property(tidyDocument, (content) => void expect(readContent(docWith(content))).toEqual(content)), { numRuns: 300 });
});

test("[D7] any content can be turned into any other as a forward edit", () => {
  fc.assert(
    fc.property(tidyDocument, tidyDocument, (one, other) => {
      const doc = docWith(one);
      writeContent(doc, other);
      expect(readContent(doc)).toEqual(other);
    }),
    { numRuns: 500 },
  );
});

test("[D7] what is already so is not touched", () => {
  fc.assert(
    fc.property(tidyDocument, (content) => {
      const doc = docWith(content);
      let updates = 0;
      doc.on("update", () => (updates += 1));
      writeContent(doc, content);
      expect(updates).toBe(0);
    }),
  );
});

test("[D4] reading changes nothing, whatever stands in the document", () => {
  fc.assert(
    fc.property(tidyDocument, (content) => {
      const doc = docWith(content);
      const strange = new Y.XmlElement("strangeNode");
      strange.insert(0, [new Y.XmlText("beholdt")]);
      doc.getXmlFragment(contentField).insert(0, [strange, new Y.XmlText("løs tekst")]);
      const before = Y.encodeStateAsUpdate(doc);
      expect(JSON.stringify(readContent(doc))).toContain("beholdtløs tekst".slice(0, 7));
      expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    }),
  );
});

test("[D7] an edit elsewhere at the same time survives when an old version is brought back", () => {
  const doc = docWith(emptyPlan("nb"));
  const old = readContent(doc);
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const first = doc.getXmlFragment(contentField).get(0) as Y.XmlElement;
  (first.get(0) as Y.XmlText).insert(0, "Feil: ");
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Skrevet samtidig")]);
  other.getXmlFragment(contentField).push([paragraph]);
  writeContent(doc, old);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  expect(readContent(doc).content).toEqual([...old.content, { type: "paragraph", content: [{ type: "text", text: "Skrevet samtidig" }] }]);
});

test("[D7] the editor's binding reads what the server wrote, node for node, and the server what the editor wrote", () => {
  fc.assert(
    fc.property(tidyDocument, (content) => {
      const doc = docWith(content);
      const seen = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(contentField));
      expect(parseRichText(seen)).toEqual({ ok: true, value: content });
      const node = schema.nodeFromJSON({ ...content });
      node.check();
      const theirs = new Y.Doc();
      prosemirrorJSONToYXmlFragment(schema, node.toJSON(), theirs.getXmlFragment(contentField));
      expect(readContent(theirs)).toEqual(content);
      writeContent(theirs, emptyPlan("nb"));
      expect(readContent(theirs)).toEqual(emptyPlan("nb"));
    }),
    { numRuns: 300 },
  );
});
