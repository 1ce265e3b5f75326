// What servers tell each other about open documents. Nothing here is relied on: what is lost is found again in the log (rule D19).
import type { DocumentId } from "../../app/domain/ids";
import type { PresenceEntry } from "./wire";

/** Presence of somebody connected to another server. */
export type RemotePresence = PresenceEntry & { /** Whose it is: an id belongs to the person who brought it first. */ readonly userId: string };

export type Parcel =
  /** Edits on disk, in order from `first` on. */
  | { readonly kind: "edits"; readonly first: number; readonly edits: readonly Uint8Array[] }
  /** Who of the sender's people is here or has gone. `isAll`: nobody else of the sender's is here. */
  | { readonly kind: "presence"; readonly entries: readonly RemotePresence[]; readonly isAll: boolean }
  /** The sender has just opened the document and asks everybody for their presence; the courier itself asks so when it has been away. */
  | { readonly kind: "whoIsHere" }
  /** The sender closes down: its people are on their way to another server. */
  | { readonly kind: "leaving" };

export type Courier = {
  /** While the document is open here. Answers the function that ends it. `from` names the sending server; never our own. */
  listen(documentId: DocumentId, hear: (parcel: Parcel, from: string) => void): () => void;
  send(documentId: DocumentId, parcel: Parcel): void;
  /** False while parcels are lost: heads must be compared more often. */
  isUp(): boolean;
  close(): Promise<void>;
};

/** One server alone: nobody to tell. */
export const noCourier: Courier = { listen: () => () => undefined, send: () => undefined, isUp: () => false, close: () => Promise.resolve() };
