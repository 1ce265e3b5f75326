// The truth about saving, in the few words the page has for it.

/**
 * opening: neither the server nor this device has shown the document yet. stored: everything is on the server's disk.
 * storing: on its way. unstored: the server has had it for a while and has not said that it is on disk.
 * offline: no connection; edits stay on this device. When the server sent us away to come back, `waiting` says why. closed: for good, for `reason`.
 */
export type SaveState = {
  readonly kind: "opening" | "stored" | "storing" | "unstored" | "offline" | "closed";
  readonly reason: ClosedReason | null;
  readonly waiting: WaitingReason | null;
  /** The content is here, from the server or from this device: the editor may be shown. */
  readonly isReady: boolean;
  /** There are edits of this person that the server has not called stored, also from before the page was loaded. */
  readonly hasUnstored: boolean;
  /** Those edits would survive closing the page. */
  readonly isOnDevice: boolean;
};

export type ClosedReason = "accessEnded" | "signedOut" | "notFound" | "reload" | "tooLarge" | "fault";

/** Why the server sent us away for now; we come back by ourselves. */
export type WaitingReason = "restarting" | "tooManyOpen" | "tooFast";

/** What is known of the line and of the edits; from this the state follows. */
export type Facts = {
  readonly closed: ClosedReason | null;
  /** Stands until the server has let us in again, not only opened its door. */
  readonly waiting: WaitingReason | null;
  readonly isConnected: boolean;
  /** Has everything the server had when it was asked. */
  readonly isSynced: boolean;
  readonly hasBeenSynced: boolean;
  readonly hasFailedToConnect: boolean;
  readonly hasLocalContent: boolean;
  readonly hasUnstored: boolean;
  readonly isOnDevice: boolean;
  /** Edits have waited for the server's word longer than patience lasts. */
  readonly isOverdue: boolean;
};

export function saveStateOf(facts: Facts): SaveState {
  const { closed: reason, hasUnstored, isOnDevice } = facts;
  return { kind: kindOf(facts), reason, waiting: reason ? null : facts.waiting, isReady: facts.hasBeenSynced || facts.hasLocalContent, hasUnstored, isOnDevice };
}

function kindOf(facts: Facts): SaveState["kind"] {
  if (facts.closed) return "closed";
  if (facts.waiting) return "offline";
  const isOpening = !facts.hasBeenSynced && !facts.hasLocalContent;
  if (!facts.isConnected) return isOpening && !facts.hasFailedToConnect ? "opening" : "offline";
  if (isOpening) return "opening";
  if (!facts.hasUnstored) return facts.hasBeenSynced ? "stored" : "storing";
  return facts.isOverdue ? "unstored" : "storing";
}
