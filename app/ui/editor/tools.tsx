// What the toolbar can do: each tool's name, keys and sign, when it is on, and what it does to the text.
import type { ChainedCommands, Editor } from "@tiptap/core";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { ArrowRedoIcon, ArrowUndoIcon, BulletListIcon, NumberListIcon, TableIcon, TasklistIcon } from "@navikt/aksel-icons";
import type { ReactNode } from "react";
import type { WritingWords } from "../../words/nb/writing";
import { QuoteSign, RuleSign } from "./signs";

type ToolbarWords = WritingWords["toolbar"];

export type Tool = {
  readonly name: string;
  readonly label: (words: ToolbarWords) => string;
  /** As said to a person: "Ctrl+B". */
  readonly keys?: string;
  readonly sign?: (words: ToolbarWords) => ReactNode;
  /** Missing: the tool is never "on", it only does. */
  readonly isOn?: (editor: Editor) => boolean;
  readonly run: (chain: ChainedCommands) => ChainedCommands;
};

const mark = (name: "bold" | "italic" | "underline" | "strike", keys: string): Tool => ({
  name, keys, label: (words) => words[name], sign: (words) => <span className={`letter letter-${name}`}>{words.letters[name]}</span>,
  isOn: (editor) => editor.isActive(name), run: (chain) => chain.toggleMark(name),
});

/** Groups are set apart by a line. Links have a dialog of their own, text styles a list to choose from. */
export const textTools: readonly (readonly Tool[])[] = [
  [
    { name: "undo", keys: "Ctrl+Z", label: (words) => words.undo, sign: () => <ArrowUndoIcon aria-hidden />, run: (chain) => chain.undo() },
    { name: "redo", keys: "Ctrl+Y", label: (words) => words.redo, sign: () => <ArrowRedoIcon aria-hidden />, run: (chain) => chain.redo() },
  ],
  [mark("bold", "Ctrl+B"), mark("italic", "Ctrl+I"), mark("underline", "Ctrl+U"), mark("strike", "Ctrl+Shift+S")],
  [
    { name: "bulletList", keys: "Ctrl+Shift+8", label: (words) => words.bulletList, sign: () => <BulletListIcon aria-hidden />, isOn: (editor) => editor.isActive("bulletList"), run: (chain) => chain.toggleBulletList() },
    { name: "orderedList", keys: "Ctrl+Shift+7", label: (words) => words.orderedList, sign: () => <NumberListIcon aria-hidden />, isOn: (editor) => editor.isActive("orderedList"), run: (chain) => chain.toggleOrderedList() },
    { name: "taskList", keys: "Ctrl+Shift+9", label: (words) => words.taskList, sign: () => <TasklistIcon aria-hidden />, isOn: (editor) => editor.isActive("taskList"), run: (chain) => chain.toggleTaskList() },
    { name: "blockquote", keys: "Ctrl+Shift+B", label: (words) => words.blockquote, sign: () => <QuoteSign />, isOn: (editor) => editor.isActive("blockquote"), run: (chain) => chain.toggleBlockquote() },
  ],
  [
    { name: "table", label: (words) => words.table, sign: () => <TableIcon aria-hidden />, run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }) },
    { name: "horizontalRule", label: (words) => words.horizontalRule, sign: () => <RuleSign />, run: (chain) => chain.setHorizontalRule() },
  ],
];

/** Shown while the cursor stands in a table; said in words, for a row and a column look alike as pictures. */
export const tableTools: readonly Tool[] = [
  { name: "rowBefore", label: (words) => words.rowBefore, run: (chain) => chain.addRowBefore() },
  { name: "rowAfter", label: (words) => words.rowAfter, run: (chain) => chain.addRowAfter() },
  { name: "columnBefore", label: (words) => words.columnBefore, run: (chain) => chain.addColumnBefore() },
  { name: "columnAfter", label: (words) => words.columnAfter, run: (chain) => chain.addColumnAfter() },
  { name: "headerRow", label: (words) => words.headerRow, run: (chain) => chain.toggleHeaderRow() },
  { name: "deleteRow", label: (words) => words.deleteRow, run: (chain) => chain.deleteRow() },
  { name: "deleteColumn", label: (words) => words.deleteColumn, run: (chain) => chain.deleteColumn() },
  { name: "deleteTable", label: (words) => words.deleteTable, run: (chain) => chain.deleteTable() },
];

/** Does it as a step of its own: undo takes back exactly this, not the words typed just before. */
export function apply(editor: Editor, run: Tool["run"], { focus = true } = {}): void {
  endUndoStep(editor);
  run(focus ? editor.chain().focus() : editor.chain()).run();
  endUndoStep(editor);
}

/** Whether the tool can do something where the cursor stands. Undo and redo ask their own stacks. */
export function isPossible(editor: Editor, tool: Tool): boolean {
  return editor.isEditable && tool.run(editor.can().chain()).run();
}

function endUndoStep(editor: Editor): void {
  const undo = yUndoPluginKey.getState(editor.state) as { undoManager?: { stopCapturing(): void } } | undefined;
  undo?.undoManager?.stopCapturing();
}
