// Opens the server's port, and closes everything in order when the machine asks: what people wrote is on the disk before we leave.
import type { Server } from "node:http";
import type { Log } from "./log";

export type Step = readonly [name: string, close: () => Promise<void>];

/** Below the thirty seconds that container platforms give. */
const hardLimitMs = 10_000;
const requestsGetMs = 3000;

/** Rejects with EADDRINUSE and its kin. */
export function listen(server: Server, port: number, host: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, ...(host === null ? {} : { host }) }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** On SIGTERM or SIGINT: say so, take no more connections, then the steps in order, then exit 0. A second signal changes nothing. */
export function shutDownOnce(server: Server, log: Log, announce: () => void, steps: readonly Step[]): void {
  let begun = false;
  const begin = (signal: NodeJS.Signals): void => {
    if (begun) return;
    begun = true;
    announce();
    log.info({ signal }, "closing");
    setTimeout(() => {
      log.error({}, "closing took too long");
      process.exit(1);
    }, hardLimitMs).unref();
    void shutDown(server, log, steps).then((whole) => process.exit(whole ? 0 : 1));
  };
  process.on("SIGTERM", begin);
  process.on("SIGINT", begin);
}

async function shutDown(server: Server, log: Log, steps: readonly Step[]): Promise<boolean> {
  const answered = new Promise<void>((resolve) => {
    server.close(() => resolve());
    setTimeout(() => {
      server.closeAllConnections();
      resolve();
    }, requestsGetMs).unref();
  });
  let whole = true;
  for (const [name, close] of steps) {
    // the database goes last, and not before the last request has been answered
    if (name === "database") await answered;
    try {
      await close();
    } catch (fault) {
      whole = false;
      log.error({ step: name, err: fault }, "could not be closed");
    }
  }
  log.info({}, "closed");
  return whole;
}
