// Reading and writing a living document of any kind: a text or tables.
import type * as Y from "yjs";
import { kindOf, tablesOf, type DocumentContent } from "../../app/domain/documents";
import type { DocumentKindName } from "../../app/domain/documents/kind";
import type { RichText } from "../../app/domain/documents/rich-text";
import { readTables } from "../../app/domain/documents/tables";
import { readContent, writeContent } from "./content";
import { writeTables } from "./table-content";

/** The content of a living document. `doc` may be anybody's; nothing is written to it. */
export function readKind(kind: DocumentKindName, doc: Y.Doc): DocumentContent {
  const shapes = tablesOf(kind);
  if (!shapes) return readContent(doc);
  const parsed = kindOf(kind).parse(readTables(doc, shapes));
  if (!parsed.ok) throw new Error("a document was read as something else");
  return parsed.value;
}

/** Makes the document say `content`, which the kind's `parse` has given, in one transaction and as a forward edit. */
export function writeKind(kind: DocumentKindName, doc: Y.Doc, content: DocumentContent, origin: unknown = "server"): void {
  const shapes = tablesOf(kind);
  if (shapes) writeTables(doc, shapes, content, origin);
  else writeContent(doc, content as RichText, origin);
}
