// What changed between two contents of a document: a tree like the content, in which each piece says whether it stayed, came, went or changed.
import type { Mark, NodeType, RichNode } from "./rich-text";

export type Attrs = NonNullable<RichNode["attrs"]>;

/** A piece of the text of one block. `restyled`: the same words, other bold, links and so on; `marks` are the new ones. */
export type ComparedRun = {
  readonly change: "same" | "added" | "removed" | "restyled";
  /** null is a line break. */
  readonly text: string | null;
  readonly marks: readonly Mark[];
  /** The marks it had, when it is restyled. */
  readonly marksBefore?: readonly Mark[];
};

/**
 * `changed`: something inside it is other than before. `restyled`: the words are the same, their look is not (bold, a link, the level of a
 * heading, a tick). A piece that is added, removed or the same has only such pieces inside.
 */
export type BlockChange = "same" | "added" | "removed" | "changed" | "restyled";

export type ComparedNode = {
  readonly change: BlockChange;
  readonly type: NodeType;
  /** As they are after (before, for what is removed). */
  readonly attrs?: Attrs;
  /** What it was, when type or attributes are other than before. */
  readonly before?: { readonly type: NodeType; readonly attrs?: Attrs };
  /** For blocks that hold text. */
  readonly runs?: readonly ComparedRun[];
  /** For blocks that hold blocks. */
  readonly children?: readonly ComparedNode[];
  /** On each block that the list in words counts: the address its links lead to. */
  readonly id?: string;
  /** The same block stands elsewhere on the other side: it was moved, not written. */
  readonly moved?: boolean;
};

export const comparedUnits = ["heading", "paragraph", "quote", "list", "listItem", "table", "tableRow", "rule"] as const;
/** What the list in words counts. */
export type ComparedUnit = (typeof comparedUnits)[number];

/** One line of the list in words: so many of these were changed so, here. */
export type ChangeCount = {
  readonly unit: ComparedUnit;
  readonly change: Exclude<BlockChange, "same"> | "moved";
  readonly count: number;
  /** One place for each block it concerns, in reading order: where, and the heading it stands under (empty before the first). */
  readonly places: readonly { readonly id: string; readonly heading: string }[];
};

export type Comparison = { readonly identical: boolean; readonly nodes: readonly ComparedNode[]; readonly counts: readonly ChangeCount[] };
