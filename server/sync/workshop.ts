// Heavy work on whole documents, away from the thread that serves people. A document is given as the pieces it lies in: snapshot, then edits.
import { compactPieces, diffPieces } from "./compaction";

/** A whole document made as small as it gets. */
export type Compacted = {
  /** The state as one Yjs update, deleted text let go of; read back into an empty document and found equal before it is handed out. */
  readonly bytes: Uint8Array;
  readonly stateVector: Uint8Array;
  /** What was deleted, as a Yjs update without any content: all that somebody whose state vector is the same may lack. */
  readonly deletions: Uint8Array;
};

export type Workshop = {
  /** Null when the pieces cannot be made one without losing something: a part has not come, or Yjs cannot take one in. Throws when it took too long or too much memory. */
  compact(pieces: readonly Uint8Array[]): Promise<Compacted | null>;
  /** What somebody with this state vector lacks, as one Yjs update. */
  diff(pieces: readonly Uint8Array[], stateVector: Uint8Array): Promise<Uint8Array>;
  close(): Promise<void>;
};

/** In this thread: for tests and simulations, which own every turn. */
export function inlineWorkshop(): Workshop {
  return {
    compact: async (pieces) => compactPieces(pieces),
    diff: async (pieces, stateVector) => diffPieces(pieces, stateVector),
    close: async () => undefined,
  };
}
