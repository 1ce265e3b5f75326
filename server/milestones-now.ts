// The milestones of a project as they stand at this moment, with a number of queries that does not grow with the milestones.
import { standing, type Standing } from "../app/domain/approval";
import { kindOf } from "../app/domain/documents";
import type { DocumentId, Hash, ProjectId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import { isApproved } from "../app/domain/milestone";
import { countOpenConditions, listDecidedRoles } from "../db/approval";
import type { Db } from "../db/connect";
import { listMilestones, type StoredMilestone } from "../db/milestone";
import { listKeptHashes, listMovedSince } from "../db/standing";
import { listNewestEvidence, type StoredEvidence } from "../db/submission";
import type { Tx } from "../db/transaction";
import { contentNow } from "./sync/freeze";

/** `stateSince` is since when it is as it is now: for an approval that has moved, since it moved. */
export type MilestoneNow = StoredMilestone & {
  /** Roles that have decided the submission that lies there. */
  readonly decidedRoles: readonly Role[];
  /** null unless it is approved. */
  readonly standing: Standing | null;
  readonly openConditions: number;
};

export async function milestonesNow(db: Db | Tx, projectId: ProjectId): Promise<MilestoneNow[]> {
  const milestones = await listMilestones(db, projectId);
  const evidence = await listNewestEvidence(db, projectId);
  const decidedRoles = await listDecidedRoles(db, projectId);
  const openConditions = await countOpenConditions(db, projectId);
  const grounds = milestones.flatMap((each) => (isApproved(each.state) ? (evidence.get(each.id) ?? []) : []));
  const hashes = await hashesNow(db, projectId, grounds.map((each) => each.documentId));
  const movedSince = await listMovedSince(db, projectId);
  return milestones.map((each) => {
    const standing = isApproved(each.state) ? standingOf(evidence.get(each.id) ?? [], hashes) : null;
    return {
      ...each, standing,
      stateSince: standing === "moved" ? (movedSince.get(each.id) ?? each.stateSince) : each.stateSince,
      decidedRoles: decidedRoles.get(each.id) ?? [],
      openConditions: isApproved(each.state) ? (openConditions.get(each.id) ?? 0) : 0,
    };
  });
}

/** [M6] Whether what was approved is what the documents say now. */
export function standingOf(evidence: readonly StoredEvidence[], hashes: ReadonlyMap<DocumentId, Hash | null>): Standing {
  return standing(evidence.map((each) => each.hash), evidence.map((each) => hashes.get(each.documentId) ?? null));
}

/** The hash each document has now; null when it cannot be read (parts of an edit are missing). Reads again only what has moved. */
export async function hashesNow(db: Db | Tx, projectId: ProjectId, wanted: readonly DocumentId[]): Promise<Map<DocumentId, Hash | null>> {
  const hashes = new Map<DocumentId, Hash | null>();
  if (wanted.length === 0) return hashes;
  for (const { documentId, kind, schemaVersion, hash } of await listKeptHashes(db, projectId)) {
    if (!wanted.includes(documentId)) continue;
    const known = hash !== null && schemaVersion === kindOf(kind).schemaVersion;
    if (known) hashes.set(documentId, hash);
    else {
      const read = await contentNow(db, documentId);
      hashes.set(documentId, read.ok ? read.value.hash : null);
    }
  }
  return hashes;
}
