// The tables of a living document as React reads them, what one does to them, undo of one's own, and where the others are.
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import * as Y from "yjs";
import type { PresentPerson } from "../../domain/documents/live";
import { readTables, rootOf, type TableShape } from "../../domain/documents/tables";
import type { LiveConnection } from "../live/connection";
import { useWords } from "../words";
import { addRow, ownEdit, pasteBlock, takeRow, typeInCell } from "./edit";
import type { GridDeeds } from "./live-table";

/** The content of the document, read once for each change of it. `parse` gives the same content the server reads. */
export function useTables<Content>(connection: LiveConnection, shapes: readonly TableShape[], parse: (json: unknown) => Content): Content {
  const held = useMemo(() => heldContent(connection, shapes, parse), [connection, shapes, parse]);
  return useSyncExternalStore(held.subscribe, held.get);
}

function heldContent<Content>({ doc }: LiveConnection, shapes: readonly TableShape[], parse: (json: unknown) => Content) {
  let content: Content | null = null;
  return {
    subscribe(changed: () => void) {
      const forget = () => {
        content = null;
        changed();
      };
      doc.on("update", forget);
      return () => doc.off("update", forget);
    },
    get: () => (content ??= parse(readTables(doc, shapes))),
  };
}

export type Grid = { readonly deeds: GridDeeds; readonly undo: () => void; readonly redo: () => void; readonly canUndo: boolean; readonly canRedo: boolean };

const newId = (): string => crypto.randomUUID();

/** `typedFor`: what a person's word for a choice stands for, so that "Bygging" pasted from a spreadsheet is understood. */
export function useGrid(connection: LiveConnection, shapes: readonly TableShape[], say: (words: string) => void, typedFor: (table: string, column: string, typed: string) => string): Grid {
  const { page } = useWords().financing;
  const [can, setCan] = useState({ canUndo: false, canRedo: false });
  const undoer = useRef<Y.UndoManager | null>(null);
  useEffect(() => {
    const manager = new Y.UndoManager(shapes.map(({ name }) => connection.doc.getMap(rootOf(name))), { trackedOrigins: new Set([ownEdit]), captureTimeout: 800 });
    undoer.current = manager;
    const look = () => setCan({ canUndo: manager.canUndo(), canRedo: manager.canRedo() });
    for (const happened of ["stack-item-added", "stack-item-popped", "stack-cleared"] as const) manager.on(happened, look);
    return () => {
      undoer.current = null;
      manager.destroy();
    };
  }, [connection, shapes]);

  const deeds = useMemo((): GridDeeds => {
    const { doc, awareness } = connection;
    const shapeOf = (table: string) => shapes.find((each) => each.name === table);
    const partsOf = (name: string) => {
      const [table = "", row = "", column = ""] = name.split("/");
      return { shape: shapeOf(table), row, column };
    };
    const apart = () => undoer.current?.stopCapturing();
    return {
      type(name, typed) {
        const { shape, row, column } = partsOf(name);
        if (shape) typeInCell(doc, shape, row, column, typed);
      },
      enter(name) {
        apart();
        awareness.setLocalStateField("cell", name);
      },
      leave: () => awareness.setLocalStateField("cell", null),
      add(table) {
        const shape = shapeOf(table);
        apart();
        const id = shape ? addRow(doc, shape, newId(), null) : null;
        if (!shape || id === null) return say(page.full);
        requestAnimationFrame(() => document.getElementById(`${table}/${id}/${Object.keys(shape.columns)[0]}`)?.focus());
      },
      take(table, row, named) {
        const shape = shapeOf(table);
        apart();
        if (shape) takeRow(doc, shape, row);
        say(page.taken(named));
      },
      paste(name, block) {
        const { shape, row, column } = partsOf(name);
        if (!shape) return;
        apart();
        const { written, leftOut } = pasteBlock(doc, shape, row, column, block, newId, (into, typed) => typedFor(shape.name, into, typed));
        say(page.pasted(written, leftOut));
      },
      copy(block) {
        navigator.clipboard.writeText(block).then(() => say(page.copied), () => say(page.couldNotCopy));
      },
    };
  }, [connection, shapes, say, page, typedFor]);
  return { deeds, undo: useCallback(() => void undoer.current?.undo(), []), redo: useCallback(() => void undoer.current?.redo(), []), ...can };
}

/** In which cell each of the others is, under the name the server gave. */
export function useCellsOfOthers(connection: LiveConnection, ownId: string): ReadonlyMap<string, PresentPerson> {
  const [cells, setCells] = useState<ReadonlyMap<string, PresentPerson>>(new Map());
  useEffect(() => {
    const { awareness } = connection;
    let last = "";
    const look = () => {
      const found = [...awareness.getStates()].flatMap(([clientId, state]): [string, PresentPerson][] => {
        const user = state.user as PresentPerson | undefined;
        return clientId !== awareness.clientID && user && user.id !== ownId && typeof state.cell === "string" ? [[state.cell, user]] : [];
      });
      const text = JSON.stringify(found);
      if (text === last) return;
      last = text;
      setCells(new Map(found));
    };
    awareness.on("change", look);
    return () => awareness.off("change", look);
  }, [connection, ownId]);
  return cells;
}
