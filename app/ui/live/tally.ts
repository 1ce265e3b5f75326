// Counts the edits that left this browser on the present socket, and hears how many of them are on the server's disk.

const sync = 0, step2 = 1, update = 2;

type Line = { sent: number; stored: number; hasAnswered: boolean };

export type Tally = {
  /** Hand this to the provider: every socket it opens begins a new count, as the server does. */
  readonly Socket: typeof WebSocket;
  hear(count: number): void;
  /** Every edit that left on this socket is on disk, and what was here before it has been sent too. */
  isEven(): boolean;
  /** The server has asked for, and been sent, all that was here before: it asks whoever may write. */
  hasAnswered(): boolean;
};

export function makeTally(Base: typeof WebSocket, onSent: () => void): Tally {
  let line: Line = { sent: 0, stored: 0, hasAnswered: false };
  class CountingSocket extends Base {
    readonly #line: Line = { sent: 0, stored: 0, hasAnswered: false };

    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols);
      line = this.#line;
    }

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
      super.send(data as ArrayBuffer);
      if (!(data instanceof Uint8Array) || data[0] !== sync || (data[1] !== step2 && data[1] !== update)) return;
      this.#line.sent += 1;
      if (data[1] === step2) this.#line.hasAnswered = true;
      onSent();
    }
  }
  return {
    Socket: CountingSocket,
    hear(count) {
      line.stored = Math.max(line.stored, count);
    },
    isEven: () => line.hasAnswered && line.stored >= line.sent,
    hasAnswered: () => line.hasAnswered,
  };
}
