// The milestones of a project as they stand at this moment, with a number of queries that does not grow with the milestones.
import { kindOf } from "../app/domain/documents";
import type { DocumentId, Hash, ProjectId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import { isApproved } from "../app/domain/milestone";
import { staleness, standingFrom, type StaleReason, type Standing } from "../app/domain/staleness";
import { addDays, type Day, type Instant } from "../app/domain/time";
import type { TurnKind } from "../app/domain/turn";
import { listDecidedRoles, listUnmet, type StoredCondition } from "../db/approval";
import type { Db } from "../db/connect";
import { listMilestones, type StoredMilestone } from "../db/milestone";
import { listKeptHashes, listMovedSince } from "../db/standing";
import { listNewestEvidence, type StoredEvidence } from "../db/submission";
import type { Tx } from "../db/transaction";
import { listLastTurns } from "../db/turn";
import { contentNow } from "./sync/freeze";

/** `stateSince` is since when it is as it is now: for an approval that has moved, since it moved. */
export type MilestoneNow = StoredMilestone & {
  /** Roles that have decided the submission that lies there. */
  readonly decidedRoles: readonly Role[];
  /** null unless it is approved. */
  readonly standing: Standing | null;
  /** Why it does not hold; empty while it does, and unless it is approved. */
  readonly reasons: readonly StaleReason[];
  readonly openConditions: number;
  /** What last turned it outside its submissions (withdrawn, reopened, postponed, resumed), and when. */
  readonly lastTurn: { readonly kind: TurnKind; readonly at: Instant } | null;
};

/** `today`: the day it is in Oslo. What other milestones do to one (groundReopened) and the switch of model are for their own files to add. */
export async function milestonesNow(db: Db | Tx, projectId: ProjectId, today: Day): Promise<MilestoneNow[]> {
  const milestones = await listMilestones(db, projectId);
  const evidence = await listNewestEvidence(db, projectId);
  const decidedRoles = await listDecidedRoles(db, projectId);
  const openConditions = await listUnmet(db, projectId);
  const lastTurns = await listLastTurns(db, projectId);
  const grounds = milestones.flatMap((each) => (isApproved(each.state) ? (evidence.get(each.id) ?? []) : []));
  const hashes = await hashesNow(db, projectId, grounds.map((each) => each.documentId));
  const movedSince = await listMovedSince(db, projectId);
  return milestones.map((each) => {
    const open = isApproved(each.state) ? (openConditions.get(each.id) ?? []) : [];
    const reasons = isApproved(each.state) ? stalenessOf(evidence.get(each.id) ?? [], hashes, open, today) : [];
    return {
      ...each, reasons,
      standing: isApproved(each.state) ? standingFrom(reasons) : null,
      stateSince: staleSince(reasons, movedSince.get(each.id)) ?? each.stateSince,
      decidedRoles: decidedRoles.get(each.id) ?? [],
      openConditions: open.length,
      lastTurn: lastTurns.get(each.id) ?? null,
    };
  });
}

/** [M6, M33] Why what was approved does not hold now, from what the documents say and which conditions are not met; empty when it does. */
export function stalenessOf(
  evidence: readonly StoredEvidence[], hashes: ReadonlyMap<DocumentId, Hash | null>, conditions: readonly StoredCondition[], today: Day,
): StaleReason[] {
  return staleness({ evidence: evidence.map(({ documentId, hash }) => ({ documentId, approved: hash, now: hashes.get(documentId) ?? null })), conditions }, today);
}

/** Since when it does not hold: the first of its reasons; undefined when it holds, or nobody noted when. */
export function staleSince(reasons: readonly StaleReason[], movedAt: Instant | undefined): Instant | undefined {
  const since = reasons.flatMap((each) => {
    if (each.kind === "contentMoved") return movedAt ?? [];
    return each.kind === "conditionMissed" ? (`${addDays(each.dueDay, 1)}T00:00:00.000Z` as Instant) : each.since;
  });
  return since.sort()[0];
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
