// The workshop in threads of their own: two benches, so that somebody who comes back never waits for a document that is made small.
import type { Log } from "../log";
import { Bench, type BenchLimits } from "./workshop-bench";
import type { Compacted, Workshop } from "./workshop";

const usual: BenchLimits = { timeLimitMs: 60_000, memoryMb: 1024, idleMs: 60_000 };

/** `script` is the built workshop-worker. No thread is started before there is something to do. */
export function threadWorkshop(script: URL | string, log: Log, limits: Partial<BenchLimits> = {}): Workshop {
  const [compacting, diffing] = [new Bench(script, log, { ...usual, ...limits }), new Bench(script, log, { ...usual, ...limits })];
  return {
    compact: (pieces) => compacting.order(pieces, null) as Promise<Compacted | null>,
    diff: (pieces, stateVector) => diffing.order(pieces, stateVector) as Promise<Uint8Array>,
    async close() {
      await Promise.all([compacting.close(), diffing.close()]);
    },
  };
}
