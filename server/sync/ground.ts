// What the engine stands on: time, the disk, the worker, the other servers. A simulation puts its own ground under the same engine.
import type { DocumentId } from "../../app/domain/ids";
import type { LoggedEdit, Snapshot, StoredDocument } from "../../db/document-log";
import type { Appended, Appending } from "../../db/ledger";
import type { Log } from "../log";
import type { Clock } from "./clock";
import type { Courier } from "./courier";
import type { Meter } from "./meter";
import type { Workshop } from "./workshop";

export type { Appended, Appending };

export type Ground = {
  readonly clock: Clock;
  readonly store: Store;
  readonly workshop: Workshop;
  readonly courier: Courier;
  readonly meter: Meter;
  readonly log: Log;
};

/** The logs of all documents. Every method throws when the disk or the database fails; then nothing was written. */
export type Store = {
  /** The whole document as it lies on disk. Throws when it does not exist. */
  load(documentId: DocumentId): Promise<StoredDocument>;
  /** One transaction, synced to disk when it answers. Never waits for another writer. */
  append(batch: readonly Appending[]): Promise<ReadonlyMap<DocumentId, Appended>>;
  /** The same for one document, and waits for whoever is writing to it. Throws when the document is not there. */
  appendAlone(appending: Appending): Promise<number>;
  /** Edits after `seq`, in order; null when they are no longer all there because a snapshot has taken their place. */
  editsAfter(documentId: DocumentId, seq: number): Promise<readonly LoggedEdit[] | null>;
  /** The seq of the newest edit of each. */
  heads(documentIds: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, number>>;
  /** Puts a snapshot in the place of the edits it covers, when it has been read back. Does nothing when there is a newer one. */
  shorten(documentId: DocumentId, snapshot: Snapshot): Promise<void>;
};
