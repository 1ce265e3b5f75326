// What the engine counts while it works, for whoever watches over it. Never about a person or what they wrote.
import type { CloseCode } from "../../app/domain/documents/live";

export type Meter = {
  received(bytes: number): void;
  /** Bytes handed to one socket. */
  sent(bytes: number): void;
  /** A write that was not taken: from somebody who may only read, or too early and too much. The socket may stay. */
  dropped(reason: "reader" | "early"): void;
  /** A socket we closed, or would not let in. */
  closed(code: CloseCode): void;
  /** One transaction: from the moment its first edit waited until it was on disk. */
  committed(seconds: number, edits: number, documents: number): void;
  commitFailed(): void;
  compacted(seconds: number, outcome: "done" | "failed"): void;
  /** Edits of other servers that had to be fetched from the log because nobody told us of them. */
  caughtUp(edits: number): void;
};

export const noMeter: Meter = {
  received: () => undefined, sent: () => undefined, dropped: () => undefined, closed: () => undefined,
  committed: () => undefined, commitFailed: () => undefined, compacted: () => undefined, caughtUp: () => undefined,
};
