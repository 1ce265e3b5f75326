// Opens the server's port, and closes everything in order when the machine asks: what people wrote is on the disk before we leave.
import type { Server } from "node:http";
import type { Log } from "./log";

/** `leftMs`: how long until the process ends, closed or not. */
export type Step = readonly [name: string, close: (leftMs: number) => Promise<void>];

export type ClosingTimes = {
  /** How long to go on as before, only no longer ready: until load balancers have noticed. */
  readonly drainMs: number;
  /** How long everything after that may take. */
  readonly closeMs: number;
};

/** Together below the thirty seconds that container platforms give. */
const usualTimes: ClosingTimes = { drainMs: 0, closeMs: 10_000 };
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

/**
 * On SIGTERM or SIGINT: say so, go on for a while if wished, take no more connections, then the steps in order, then exit 0; exit 1
 * when a step failed or time ran out. The first step sends the sockets away while requests in hand are answered; the others come
 * when both is done. A second signal changes nothing: whoever presses Ctrl+C under npm sends two.
 */
export function shutDownOnce(server: Server, log: Log, announce: () => void, steps: readonly Step[], times: ClosingTimes = usualTimes): void {
  let begun = false;
  const begin = (signal: NodeJS.Signals): void => {
    if (begun) return;
    begun = true;
    announce();
    log.info({ signal, ...times }, "closing");
    // not unref'd: a step that waits for nothing at all would let the process end by itself, as if all were well
    setTimeout(() => {
      log.error({}, "closing took too long");
      process.exit(1);
    }, times.drainMs + times.closeMs);
    void shutDown(server, log, steps, times).then((whole) => process.exit(whole ? 0 : 1));
  };
  process.on("SIGTERM", begin);
  process.on("SIGINT", begin);
}

async function shutDown(server: Server, log: Log, steps: readonly Step[], { drainMs, closeMs }: ClosingTimes): Promise<boolean> {
  if (drainMs > 0) await new Promise((resolve) => setTimeout(resolve, drainMs));
  const end = performance.now() + closeMs;
  const answered = lastAnswers(server);
  let whole = true;
  for (const [name, close] of steps) {
    try {
      await close(Math.max(0, end - performance.now()));
    } catch (fault) {
      whole = false;
      log.error({ step: name, err: fault }, "could not be closed");
    }
    // what requests still need is open until the last one has been answered
    await answered;
  }
  log.info({}, "closed");
  return whole;
}

/** No new connections from here on; those in hand get their answer, in bounded time. */
function lastAnswers(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    setTimeout(() => {
      server.closeAllConnections();
      resolve();
    }, requestsGetMs).unref();
  });
}
