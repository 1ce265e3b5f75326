// The document kinds that exist, by name.
import type { DocumentKind, DocumentKindName } from "./kind";
import { planKind } from "./plan/kind";
import type { RichText } from "./rich-text";

export const documentKinds = { plan: planKind } as const satisfies Partial<Record<DocumentKindName, DocumentKind<RichText>>>;

/** The kind of a stored document. Throws on one this code does not know: a newer server wrote it. */
export function kindOf(name: DocumentKindName): DocumentKind<RichText> {
  const kind = (documentKinds as Partial<Record<DocumentKindName, DocumentKind<RichText>>>)[name];
  if (!kind) throw new Error(`document kind ${name} is not known here`);
  return kind;
}
