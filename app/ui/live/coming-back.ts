// How long a connection that ended waits before it comes back, so that not everybody does in the same moment.
import type { WebsocketProvider } from "y-websocket";
import { closeCodes } from "../../domain/documents/live";

const longestMs = 4_000;

/**
 * `failures`: connections that ended since the document was last in step, this one included. Whoever was told to come back soon is spread
 * over the first second, whatever came before; there is room, or the server has caught up, only after a while.
 */
export function returnAfterMs(code: number | undefined, failures: number, random: () => number = Math.random): number {
  if (code === closeCodes.restarting) return random() * 1_000;
  if (code === closeCodes.tooFast) return 1_000 + random() * 2_000;
  if (code === closeCodes.tooManyOpen) return 5_000 + random() * 5_000;
  const most = Math.min(2 ** failures * 100, longestMs);
  return most / 2 + (random() * most) / 2;
}

/** The provider waits min(2^failures · 100, maxBackoffTime) and reads both right after it has said `connection-close`. */
export function spreadReturns(provider: WebsocketProvider): void {
  let failures = 0;
  provider.on("sync", (isSynced) => {
    if (isSynced) failures = 0;
  });
  provider.on("connection-close", (event) => {
    failures += 1;
    provider.maxBackoffTime = returnAfterMs(event?.code, failures);
    // so that maxBackoffTime is always the lesser
    provider.wsUnsuccessfulReconnects = 10;
  });
}
