// The copy of a document on this device: edits made without a connection survive closing the page, and so does knowing that they wait.
import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

const waitingKey = "unstored";
const openingMs = 3_000;

export type DeviceCopy = {
  /** Whether edits from before still wait for the server's word. */
  readonly hadUnstored: boolean;
  readonly hadContent: boolean;
  /** Resolves when everything written to the document until now is on the device. */
  keep(hasUnstored: boolean): Promise<void>;
  /** Takes the copy off the device for good. */
  remove(): Promise<void>;
  close(): void;
};

/** Loads the copy into `doc`. Answers null when this browser keeps nothing (private windows, full disks). */
export async function openDeviceCopy(userId: string, documentId: string, doc: Y.Doc): Promise<DeviceCopy | null> {
  if (!(await keepsThings())) return null;
  const store = new IndexeddbPersistence(`samtun ${userId} ${documentId}`, doc);
  const isOpen = await Promise.race([store.whenSynced.then(() => true), new Promise<false>((resolve) => setTimeout(() => resolve(false), openingMs))]);
  if (!isOpen) return null;
  return {
    hadUnstored: (await store.get(waitingKey)) === "yes",
    hadContent: doc.store.clients.size > 0,
    // a later transaction of the same database: when it is done, those before it are
    keep: async (hasUnstored) => void (await store.set(waitingKey, hasUnstored ? "yes" : "no")),
    remove: () => store.clearData(),
    close: () => void store.destroy(),
  };
}

function keepsThings(): Promise<boolean> {
  if (typeof indexedDB === "undefined") return Promise.resolve(false);
  return new Promise((resolve) => {
    try {
      const trial = indexedDB.open("samtun trial");
      trial.onerror = () => resolve(false);
      trial.onblocked = () => resolve(false);
      trial.onsuccess = () => {
        trial.result.close();
        indexedDB.deleteDatabase("samtun trial");
        resolve(true);
      };
    } catch {
      resolve(false);
    }
  });
}
