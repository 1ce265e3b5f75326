// One open socket as the engine sees it: whole frames out, and how much of what was sent has not been read.
import type { CloseCode } from "../../app/domain/documents/live";

export type Line = {
  /** Bytes that are already whole WebSocket frames (`framed`), shared between lines: nobody may change them. */
  write(frames: Uint8Array): void;
  /** Bytes written that the other end has not taken. */
  readonly unread: number;
  /** Nothing more is read from the socket until `resume`. */
  pause(): void;
  resume(): void;
  ping(): void;
  close(code: CloseCode, reason: string): void;
  /** At once, without a goodbye. */
  terminate(): void;
};
