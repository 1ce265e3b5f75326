// The document kinds that exist, by name.
import { financingKind, financingShapes } from "./financing/kind";
import type { FinancingContent } from "./financing/content";
import type { DocumentKind, DocumentKindName } from "./kind";
import { planKind } from "./plan/kind";
import type { RichText } from "./rich-text";
import type { TableShape } from "./tables";

/** What a document of any kind holds: a text, or tables. */
export type DocumentContent = RichText | FinancingContent;

export const documentKinds = { plan: planKind, financing: financingKind } as const satisfies Partial<Record<DocumentKindName, unknown>>;

/** The kind of a stored document. Throws on one this code does not know: a newer server wrote it. What is handed to it must be content of that kind. */
export function kindOf(name: DocumentKindName): DocumentKind<DocumentContent> {
  const kind = (documentKinds as unknown as Partial<Record<DocumentKindName, DocumentKind<DocumentContent>>>)[name];
  if (!kind) throw new Error(`document kind ${name} is not known here`);
  return kind;
}

/** The tables of a kind that is made of tables; null for one that is a text. */
export function tablesOf(name: DocumentKindName): readonly TableShape[] | null {
  return name === "financing" ? financingShapes : null;
}

export function isText(content: DocumentContent): content is RichText {
  return "type" in content && content.type === "doc";
}
