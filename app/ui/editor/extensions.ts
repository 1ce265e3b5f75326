// What the editor can hold: exactly the nodes and marks of rich text (app/domain/documents/rich-text.ts), and nothing else.
import type { AnyExtension } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { HorizontalRule } from "@tiptap/extension-horizontal-rule";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, ListKeymap, OrderedList, TaskItem, TaskList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Strike } from "@tiptap/extension-strike";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import { Underline } from "@tiptap/extension-underline";
import { Dropcursor } from "@tiptap/extensions/drop-cursor";
import { Gapcursor } from "@tiptap/extensions/gap-cursor";
import { Placeholder } from "@tiptap/extensions/placeholder";
import type { Awareness } from "y-protocols/awareness";
import type { Doc } from "yjs";
import { contentField } from "../../domain/documents/field";
import { headingLevels } from "../../domain/documents/rich-text";
import { caretOf, selectionOf } from "./caret";
import { Link } from "./link-mark";

type ContentWords = { readonly placeholder: string; readonly taskDone: string; readonly taskOpen: string };

/** The text's own schema; the tests hold it against the domain's. */
export function contentExtensions(words: ContentWords): AnyExtension[] {
  return [
    Document, Paragraph, Text, HardBreak, HorizontalRule, Blockquote,
    Heading.configure({ levels: [...headingLevels] }),
    BulletList, OrderedList, ListItem, ListKeymap, TaskList,
    TaskItem.configure({
      nested: true,
      a11y: { checkboxLabel: (node, checked) => `${checked ? words.taskDone : words.taskOpen} ${node.textContent}` },
    }),
    // widths set by dragging are no content, and the wrapper is our own scroll region
    Table.configure({ resizable: false, renderWrapper: true }), TableRow, TableHeader, TableCell,
    Bold, Italic, Underline, Strike, Link,
  ];
}

/** With the others in it: their edits, their carets, and undo of one's own edits only. */
export function liveExtensions(doc: Doc, awareness: Awareness, words: ContentWords): AnyExtension[] {
  return [
    ...contentExtensions(words),
    Dropcursor.configure({ class: "drop-cursor", color: false, width: 3 }), Gapcursor,
    Placeholder.configure({ placeholder: words.placeholder }),
    Collaboration.configure({ document: doc, field: contentField }),
    // the server writes who we are to the others; what is said here is never believed
    CollaborationCaret.configure({ provider: { awareness }, user: {}, render: caretOf, selectionRender: selectionOf }),
  ];
}
