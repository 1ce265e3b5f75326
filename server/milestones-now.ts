// The milestones of a project as they stand at this moment, with a number of queries that does not grow with the milestones.
import { kindOf } from "../app/domain/documents";
import { reopenedUnder, type ReopenedGround, type ReopenedTurn } from "../app/domain/grounds/reopened";
import type { DocumentId, Hash, MilestoneId, ProjectId } from "../app/domain/ids";
import type { Role } from "../app/domain/membership";
import { changedSince } from "../app/domain/definition";
import { isApproved } from "../app/domain/milestone";
import { switchedSince } from "../app/domain/model-switch";
import { staleness, standingFrom, type RemovedFile, type StalenessFacts, type StaleReason, type Standing } from "../app/domain/staleness";
import { addDays, type Day, type Instant } from "../app/domain/time";
import type { TurnKind } from "../app/domain/turn";
import { listDecidedRoles, listUnmet, type StoredCondition } from "../db/approval";
import type { Db } from "../db/connect";
import { listMilestones, type StoredMilestone } from "../db/milestone";
import { listChanges, listChangesSinceSubmission, type StoredChange } from "../db/milestone-change";
import { listKeptHashes, listMovedSince } from "../db/standing";
import { listNewestEvidence, listRemovedFiles, type StoredEvidence, type StoredSubmission } from "../db/submission";
import type { Tx } from "../db/transaction";
import { listLastTurns } from "../db/turn";
import { networkOf } from "./move-in";
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

/** `today`: the day it is in Oslo. */
export async function milestonesNow(db: Db | Tx, projectId: ProjectId, today: Day): Promise<MilestoneNow[]> {
  const milestones = await listMilestones(db, projectId);
  const evidence = await listNewestEvidence(db, projectId);
  const removed = await listRemovedFiles(db, projectId);
  const decidedRoles = await listDecidedRoles(db, projectId);
  const openConditions = await listUnmet(db, projectId);
  const lastTurns = await listLastTurns(db, projectId);
  const grounds = milestones.flatMap((each) => (isApproved(each.state) ? (evidence.get(each.id) ?? []) : []));
  const hashes = await hashesNow(db, projectId, grounds.map((each) => each.documentId));
  const another = await othersNow(db, projectId);
  const movedSince = await listMovedSince(db, projectId);
  const reopened = reopenedBy(milestones, lastTurns.reopened);
  return milestones.map((each) => {
    const open = isApproved(each.state) ? (openConditions.get(each.id) ?? []) : [];
    const reasons = isApproved(each.state) ? stalenessOf({ evidence: evidence.get(each.id) ?? [], removed: removed.get(each.id) ?? [] }, hashes, open, reopened(each), today, another.get(each.id)) : [];
    return {
      ...each, reasons,
      standing: isApproved(each.state) ? standingFrom(reasons) : null,
      stateSince: staleSince(reasons, movedSince.get(each.id)) ?? each.stateSince,
      decidedRoles: decidedRoles.get(each.id) ?? [],
      openConditions: open.length,
      lastTurn: lastTurns.last.get(each.id) ?? null,
    };
  });
}

/** [M58] What the approval of one milestone builds on, and is open again: two queries. */
export async function reopenedGrounds(db: Db | Tx, projectId: ProjectId, milestone: Pick<StoredMilestone, "code" | "stateSince">): Promise<ReopenedGround[]> {
  return reopenedBy(await listMilestones(db, projectId), (await listLastTurns(db, projectId)).reopened)(milestone);
}

function reopenedBy(milestones: readonly StoredMilestone[], turns: readonly ReopenedTurn[]): (milestone: Pick<StoredMilestone, "code" | "stateSince">) => ReopenedGround[] {
  const network = networkOf(milestones);
  const laid = new Map(milestones.map((each) => [each.code, { code: each.code, state: each.state, after: network.get(each.code) ?? [] }]));
  return ({ code, stateSince }) => reopenedUnder(code, stateSince, laid, turns);
}

/** What was approved, as the tables have it now. */
export type Approved = { readonly evidence: readonly StoredEvidence[]; readonly removed: readonly RemovedFile[] };

/** A submission as what may have moved. */
export function approvedIn(submission: StoredSubmission | undefined): Approved {
  return { evidence: submission?.evidence ?? [], removed: submission?.files.flatMap((each) => each.removed ?? []) ?? [] };
}

/** [M6, M33, M58, E9] Why what was approved does not hold now: what documents say, which files are gone, which conditions are not met, what is open again under it. */
export function stalenessOf(
  { evidence, removed }: Approved, hashes: ReadonlyMap<DocumentId, Hash | null>, conditions: readonly StoredCondition[],
  grounds: readonly ReopenedGround[], today: Day, another: AnotherNow = {},
): StaleReason[] {
  return staleness({ ...another, evidence: evidence.map(({ documentId, hash }) => ({ documentId, approved: hash, now: hashes.get(documentId) ?? null })), files: removed, conditions, grounds }, today);
}

/** What the milestone itself has become since it was submitted, when it is another now. */
export type AnotherNow = Pick<StalenessFacts, "definition" | "modelSwitch">;

/** [M68, M79] Of each milestone that was changed since it was last submitted: one query. It cannot be changed while it lies with somebody. */
async function othersNow(db: Db | Tx, projectId: ProjectId): Promise<Map<MilestoneId, AnotherNow>> {
  const later = await listChangesSinceSubmission(db, projectId);
  return new Map([...new Set(later.map((each) => each.milestoneId))].map((id) => [id, anotherBy(later.filter((each) => each.milestoneId === id))]));
}

/** The same for one milestone. */
export async function anotherNow(db: Db | Tx, projectId: ProjectId, milestoneId: MilestoneId, submittedAt: Instant | undefined): Promise<AnotherNow> {
  return submittedAt === undefined ? {} : anotherBy((await listChanges(db, projectId, milestoneId)).filter((each) => each.madeAt > submittedAt));
}

function anotherBy(changes: readonly StoredChange[]): AnotherNow {
  return { definition: changedSince(changes), modelSwitch: switchedSince(changes) };
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
