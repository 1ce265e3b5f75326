// How the demo's plan is written: one edit at a time in the living document, each by its author, with the versions people named.
import * as Y from "yjs";
import type { RichNode, RichText } from "../app/domain/documents/rich-text";
import type { DocumentId, ProjectId } from "../app/domain/ids";
import { nameVersion } from "../server/acts/name-version";
import { settleDocument } from "../server/acts/settle-document";
import type { Office } from "../server/office";
import { writeContent } from "../server/sync/content";
import { replay } from "../server/sync/replay";
import type { Visitor } from "../server/visitor";
import { appendEdits, readStored } from "./document-log";
import { solknattenGrowth, solknattenPlan } from "./reference";
import { inTransaction } from "./transaction";

/** Writes what the plan says after edit number `stage`, as somebody typing it would have, and leaves the room. */
export async function growPlan(office: Office, by: Visitor, projectId: ProjectId, documentId: DocumentId, stage: number): Promise<void> {
  await inTransaction(office.db, async (db) => {
    const doc = replay(await readStored(db, documentId));
    const before = Y.encodeStateVector(doc);
    writeContent(doc, planAfter(stage));
    await appendEdits(db, documentId, [{ bytes: Y.encodeStateAsUpdate(doc, before), authorId: by.userId }], office.now());
    doc.destroy();
  });
  const name = solknattenGrowth[stage]?.name;
  if (name) {
    const named = await nameVersion(office, by, { projectId, documentId, name });
    if (!named.ok) throw new Error(`the demo's plan could not be named: ${named.refusal.code}`);
  }
  await settleDocument(office, documentId, "empty");
}

/** Every chapter's heading, and under it what it had got by then. */
export function planAfter(stage: number): RichText {
  const chapters = chaptersOf(solknattenPlan);
  const texts = new Map<number, readonly RichNode[]>();
  for (const edit of solknattenGrowth.slice(0, stage + 1)) {
    for (const [number, text] of Object.entries(edit.chapters)) texts.set(Number(number), text ?? chapters[Number(number) - 1]?.text ?? []);
  }
  const content = chapters.flatMap(({ heading }, index) => [heading, ...(texts.get(index + 1) ?? [{ type: "paragraph" as const }])]);
  const last = content.at(-1);
  // an empty paragraph at the end says nothing
  return { type: "doc", content: last && last.type === "paragraph" && !last.content ? content.slice(0, -1) : content };
}

function chaptersOf(plan: RichText): { readonly heading: RichNode; readonly text: RichNode[] }[] {
  const chapters: { heading: RichNode; text: RichNode[] }[] = [];
  for (const node of plan.content) {
    if (node.type === "heading") chapters.push({ heading: node, text: [] });
    else chapters.at(-1)?.text.push(node);
  }
  return chapters;
}
