// The face every document kind shows: its content schema, what is empty, what is wrong with it, and what it says in short.
import type { Thing } from "../permission";
import type { Result } from "../result";

export const documentKindNames = ["plan", "minutes", "agreement", "financing", "staffing"] as const;
export type DocumentKindName = (typeof documentKindNames)[number];

/** Something to look at in a document: a rule broken or a warning, with the place it points at. */
export type Finding = { readonly rule: string; readonly severity: "error" | "warning"; readonly at: string };

export type DocumentKind<Content> = {
  readonly name: DocumentKindName;
  /** Raised by one whenever the meaning of stored content changes; a client with another one is told to reload. */
  readonly schemaVersion: number;
  /** The row of the rights table that governs it. */
  readonly thing: Thing;
  readonly empty: Content;
  /** Unknown JSON in, normalised content out: the same meaning always gives the same JSON. Refuses with invalidInput. */
  parse(json: unknown): Result<Content>;
  /** What the rules say of it now. A finding never stops anybody from writing. */
  check(content: Content): readonly Finding[];
  /** The document in a few numbers, for lists. */
  summary(content: Content): { readonly words: number; readonly headings: readonly string[] };
};
