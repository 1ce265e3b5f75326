// A stored document brought to life in a throw-away Yjs document.
import * as Y from "yjs";
import type { StoredDocument } from "../../db/document-log";

/** Everything in it belongs to the caller, who destroys it. */
export function replay(stored: StoredDocument): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const bytes of [...(stored.snapshot ? [stored.snapshot.bytes] : []), ...stored.edits.map((edit) => edit.bytes)]) {
      try {
        Y.applyUpdate(doc, bytes);
      } catch {
        // an edit that Yjs itself cannot apply says nothing to anybody; a document must always be possible to open (the room has logged it)
      }
    }
  });
  return doc;
}

/** Whether parts of somebody's edit have not arrived: what is shown is not all that was written. */
export function isIncomplete(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}
