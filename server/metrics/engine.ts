// What the engine of living documents counts, as Prometheus reads it. No label says who, which document, or what.
import { Histogram, type Registry } from "prom-client";
import { closeCodes, type CloseCode } from "../../app/domain/documents/live";
import type { Meter } from "../sync/meter";
import { counter, countersBy } from "./read-at-scrape";

/** Twenty milliseconds is a bound of its own: above it a disk is too slow to write to together. */
const commitBuckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const compactionBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function engineMeter(registry: Registry): Meter {
  let [frames, bytesIn, writes, bytesOut] = [0, 0, 0, 0];
  let [stored, documentsStored, failures, caughtUp] = [0, 0, 0, 0];
  const dropped: Record<Parameters<Meter["dropped"]>[0], number> = { reader: 0, early: 0 };
  const closed = new Map<CloseCode, number>(Object.values(closeCodes).map((code) => [code, 0]));

  counter(registry, "samtun_sync_received_frames_total", "Frames that came from open pages.", () => frames);
  counter(registry, "samtun_sync_received_bytes_total", "Bytes of the frames that came from open pages.", () => bytesIn);
  counter(registry, "samtun_sync_sent_writes_total", "Times bytes were handed to a socket.", () => writes);
  counter(registry, "samtun_sync_sent_bytes_total", "Bytes handed to sockets.", () => bytesOut);
  countersBy(registry, "samtun_sync_dropped_writes_total", "Writes that were not taken: from a reader, or early and too many.", "reason", () => Object.entries(dropped));
  countersBy(registry, "samtun_sync_closed_sockets_total", "Sockets the server closed or did not let in, by close code.", "code", () => [...closed].map(([code, count]) => [String(code), count] as const));
  counter(registry, "samtun_sync_edits_stored_total", "Edits put on disk.", () => stored);
  counter(registry, "samtun_sync_documents_stored_total", "Documents written to, summed over all transactions.", () => documentsStored);
  counter(registry, "samtun_sync_commit_failures_total", "Transactions that failed and are tried again.", () => failures);
  counter(registry, "samtun_sync_caught_up_edits_total", "Edits of other servers that were found in the log because nobody had told of them.", () => caughtUp);
  const commits = new Histogram({
    name: "samtun_sync_commit_seconds", help: "From the first edit of a transaction that waits until it is on disk.", registers: [registry], buckets: commitBuckets,
  });
  const compactions = new Histogram({
    name: "samtun_sync_compaction_seconds", help: "How long it took to make a long log short.", registers: [registry], buckets: compactionBuckets, labelNames: ["outcome"],
  });
  for (const outcome of ["done", "failed"]) compactions.zero({ outcome });

  return {
    received(bytes) {
      frames += 1;
      bytesIn += bytes;
    },
    sent(bytes) {
      writes += 1;
      bytesOut += bytes;
    },
    dropped: (reason) => void (dropped[reason] += 1),
    closed: (code) => void closed.set(code, (closed.get(code) ?? 0) + 1),
    committed(seconds, edits, documents) {
      stored += edits;
      documentsStored += documents;
      // a clock may be set back
      commits.observe(Math.max(0, seconds));
    },
    commitFailed: () => void (failures += 1),
    compacted: (seconds, outcome) => compactions.observe({ outcome }, Math.max(0, seconds)),
    caughtUp: (edits) => void (caughtUp += edits),
  };
}
