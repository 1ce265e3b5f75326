// What an archive shows of the journal: the entries about what was handed over, the hashes of all, and the checkpoint that binds them.
import type { Checkpoint } from "../../app/domain/checkpoint";
import type { Hash, HandoverId } from "../../app/domain/ids";
import type { Entry, JournalRow } from "../../app/domain/journal";
import { findCheckpoint } from "../../db/checkpoint";
import type { Db } from "../../db/connect";
import type { StoredHandover } from "../../db/handover";
import { readChain } from "../../db/journal";

export type JournalExtract = {
  readonly statement: "samtun journal 1";
  readonly projectId: string;
  /** Whole entries, first to last: only those about what was handed over. */
  readonly entries: readonly JournalRow[];
  /** The hash of every entry up to the checkpoint, in order; those above stand among them. */
  readonly hashes: readonly Hash[];
  readonly checkpoint: Checkpoint;
};

/** Throws when the hand-over is not in the journal, or was not sealed: then the archive would prove nothing. */
export async function journalExtract(db: Db, handover: StoredHandover): Promise<JournalExtract> {
  const chain = await readChain(db, handover.projectId);
  const rows = chain.flatMap((each) => each.read() ?? []);
  const own = rows.find(({ entry }) => entry.kind === "handedOver" && entry.handoverId === handover.id);
  const checkpoint = own && (await findCheckpoint(db, handover.projectId, own.seq));
  if (!own || !checkpoint) throw new Error(`hand-over ${handover.number} is not sealed in the journal`);
  const until = rows.filter((row) => row.seq <= own.seq);
  const versions = new Set(handover.parts.flatMap((part) => part.versionId ?? []));
  const submissions = new Set(until.flatMap(({ entry }) => (entry.kind === "milestoneSubmitted" && (entry.evidence.some((each) => versions.has(each.versionId)) || entry.submissionId === handover.submissionId) ? [entry.submissionId] : [])));
  const files = new Set(handover.parts.flatMap((part) => (part.file ? [part.hash] : [])));
  const documents = new Set(handover.parts.flatMap((part) => part.documentId ?? []));
  const isAbout = (entry: Entry): boolean => {
    switch (entry.kind) {
      case "documentStarted":
        return documents.has(entry.documentId);
      case "versionMade":
      case "versionBroughtBack":
        return versions.has(entry.versionId);
      case "attachmentAdded":
        return files.has(entry.fileHash);
      case "milestoneSubmitted":
      case "milestoneDecided":
        return submissions.has(entry.submissionId);
      case "handedOver":
        return entry.handoverId === (handover.id satisfies HandoverId);
      default:
        return false;
    }
  };
  return {
    statement: "samtun journal 1", projectId: handover.projectId, entries: until.filter((row) => isAbout(row.entry)),
    hashes: chain.filter((each) => each.seq <= own.seq).map((each) => each.hash), checkpoint,
  };
}
