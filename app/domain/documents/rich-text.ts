// The content of rich text documents as plain JSON: the nodes and marks the editor may use, and nothing else.

export type Mark =
  | { readonly type: "bold" | "italic" | "underline" | "strike" }
  | { readonly type: "link"; readonly attrs: { readonly href: string } };

export type RichNode = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, string | number | boolean | null | readonly number[]>>;
  readonly content?: readonly RichNode[];
  readonly text?: string;
  readonly marks?: readonly Mark[];
};

export type RichText = { readonly type: "doc"; readonly content: readonly RichNode[] };
