// What must be so when all faults have ceased: everybody has the same, nothing that was ever on disk is missing, nobody is seen who is not there.
import * as Y from "yjs";
import type { DocumentId } from "../../../app/domain/ids";
import { replay } from "../replay";
import type { Page } from "./page";
import { isWhole, lackOf } from "./record";
import type { Stage } from "./stage";

/** Those who are to be there in the end. */
export function present(stage: Stage): Page[] {
  return stage.pages.filter((page) => page.isWanted && page.person.standing !== "ended");
}

/** The first thing that is not as it must be, or null. */
export function unsettled(stage: Stage): string | null {
  for (const page of present(stage)) if (!page.isOpen) return `${page.person.name} is not connected`;
  for (const page of stage.pages) {
    if (page.person.standing === "ended" && page.isOpen) return `${page.person.name} is no member any more and is still connected`;
  }
  for (const page of present(stage)) {
    const fault = sees(page, present(stage).filter((each) => each.documentId === page.documentId));
    if (fault) return `${page.person.name} in ${page.documentId}: ${fault}`;
  }
  for (const documentId of stage.documentIds) {
    const lost = lostFromDisk(stage, documentId);
    if (lost) return lost;
    const log = stage.witness.of(documentId).everything;
    const [state, content] = [Y.encodeStateAsUpdate(log), contentOf(log)];
    for (const page of present(stage).filter((each) => each.documentId === documentId)) {
      const fault = differs(page, log, state, content);
      if (fault) return `${page.person.name} (${page.person.standing}) in ${documentId}: ${fault}`;
    }
  }
  return null;
}

/** Whether the log as it lies there holds all that was ever written to it. */
export function lostFromDisk(stage: Stage, documentId: DocumentId): string | null {
  const log = replay(stage.disk.load(documentId));
  const { everything } = stage.witness.of(documentId);
  const lack = lackOf(log, Y.encodeStateAsUpdate(everything));
  const [is, shall] = [contentOf(log), contentOf(everything)];
  const fault = !isWhole(log) ? "the log waits for something" : lack ? `gone from the log: ${lack}` : is === shall ? null : `the log says ${is} instead of ${shall}`;
  log.destroy();
  return fault && `${documentId}: ${fault}`;
}

function differs(page: Page, log: Y.Doc, state: Uint8Array, content: string): string | null {
  const missing = lackOf(page.doc, state);
  if (missing) return `has not been shown ${missing}`;
  if (page.person.standing !== "writer") return null;
  const unstored = lackOf(log, Y.encodeStateAsUpdate(page.doc));
  if (unstored) return `wrote what was never stored: ${unstored}`;
  if (page.stored !== page.writes) return `was told ${page.stored} of ${page.writes} stored`;
  return contentOf(page.doc) === content ? null : `reads ${contentOf(page.doc)} where the log says ${content}`;
}

function sees(page: Page, pages: readonly Page[]): string | null {
  const others = pages.filter((each) => each !== page);
  for (const other of others) {
    const state = page.nearby.states.get(other.nearby.clientId);
    if (state === undefined) return `does not see ${other.person.name}`;
    const { user, place } = JSON.parse(state) as { user?: { name?: string }; place?: number };
    const own = JSON.parse(other.nearby.states.get(other.nearby.clientId) ?? "{}") as { place?: number };
    if (user?.name !== other.person.name) return `sees ${other.person.name} as ${user?.name}`;
    if (place !== own.place) return `sees ${other.person.name} at ${place} instead of ${own.place}`;
  }
  const there = new Set([page, ...others].map((each) => each.nearby.clientId));
  for (const [clientId, state] of page.nearby.states) if (!there.has(clientId)) return `sees somebody who is not there: ${state}`;
  return null;
}

/** The same text for the same content, however it is cut into pieces. */
function contentOf(doc: Y.Doc): string {
  const runs: [string, string][] = [];
  for (const { insert, attributes } of doc.getText("words").toDelta() as { insert: string; attributes?: object }[]) {
    const marks = JSON.stringify(attributes ?? {});
    const last = runs[runs.length - 1];
    if (last?.[1] === marks) last[0] += insert;
    else runs.push([insert, marks]);
  }
  const rows = [doc.getMap("fields").toJSON(), ...(doc.getArray("rows").toJSON() as object[])];
  return JSON.stringify([runs, rows.map((row) => Object.entries(row).sort())]);
}
