// The journal by itself: is each entry as it was written, does it follow from the one before, and is it still what was signed?
import { checkpointStatement, type Checkpoint } from "../../app/domain/checkpoint";
import type { Hash, ProjectId } from "../../app/domain/ids";
import type { JournalRow } from "../../app/domain/journal";
import { chainHash, hashOf } from "../../db/hash";
import type { StoredEntry } from "../../db/journal";
import type { Finding } from "./finding";
import type { KnownKeys } from "./signing-key";

export type ProvenChain = { readonly findings: readonly Finding[]; /** Those that can be read, also where they were changed. */ readonly rows: readonly JournalRow[]; readonly hashes: readonly Hash[] };

/** [P2, P31] Every place where it does not hold, not only the first. */
export function proveChain(stored: readonly StoredEntry[]): ProvenChain {
  const findings: Finding[] = [];
  const rows: JournalRow[] = [];
  let previous: Hash | null = null;
  let expected = 1;
  for (const each of stored) {
    for (; expected < each.seq; expected += 1) findings.push({ code: "entryMissing", seq: expected });
    expected = each.seq + 1;
    const row = each.read();
    if (!row) findings.push({ code: "entryUnreadable", seq: each.seq });
    else {
      const { hash, ...unsealed } = row;
      if (hashOf(unsealed) !== hash || each.kind !== row.entry.kind) findings.push({ code: "entryChanged", seq: each.seq });
      if (row.previous !== previous) findings.push({ code: "entryUnchained", seq: each.seq });
      rows.push(row);
    }
    previous = each.hash;
  }
  return { findings, rows, hashes: stored.map((each) => each.hash) };
}

export type Witnesses = { readonly database: readonly Checkpoint[]; readonly file: readonly Checkpoint[] };

/** [P32] What was signed, held against the journal as it is. `good`: checkpoints that are ours and say what stands there. */
export function proveCheckpoints(hashes: readonly Hash[], witnesses: Witnesses, keys: KnownKeys): { readonly findings: readonly Finding[]; readonly good: readonly Checkpoint[] } {
  const findings: Finding[] = [];
  const good: Checkpoint[] = [];
  const chains = new Map<number, Hash>();
  const chainTo = (seq: number) => chains.get(seq) ?? chains.set(seq, chainHash(hashes.slice(0, seq))).get(seq);
  for (const where of ["database", "file"] as const) {
    for (const checkpoint of witnesses[where]) {
      const { seq, keyId, signature } = checkpoint;
      const verdict = keys.check(keyId, checkpointStatement(checkpoint), signature);
      if (verdict === "forged") findings.push({ code: "checkpointForged", seq, where });
      else if (verdict === "unknown") findings.push({ code: "checkpointOfUnknownKey", seq, keyId, where });
      else if (seq > hashes.length) findings.push({ code: "journalCut", seq, entries: hashes.length, where });
      else if (hashes[seq - 1] !== checkpoint.hash || chainTo(seq) !== checkpoint.chain) findings.push({ code: "journalRewritten", seq, where });
      else good.push(checkpoint);
    }
  }
  const there = new Set(witnesses.database.map((each) => each.signature));
  for (const each of witnesses.file) if (!there.has(each.signature)) findings.push({ code: "checkpointMissing", seq: each.seq });
  return { findings, good };
}

/** By project, with those that only the file knows. */
export function byProject(checkpoints: readonly Checkpoint[]): Map<ProjectId, Checkpoint[]> {
  const found = new Map<ProjectId, Checkpoint[]>();
  for (const each of checkpoints) found.set(each.projectId, [...(found.get(each.projectId) ?? []), each]);
  return found;
}
