// The decisions about a frozen version as papers and archives show them: what was decided, by whom, and the hash that the journal keeps of it.
import type { Annex } from "../../app/domain/annex";
import type { Approval, Condition } from "../../app/domain/approval";
import type { Hash, MilestoneId, SubmissionId, VersionId } from "../../app/domain/ids";
import type { Language } from "../../app/domain/preference";
import type { Project } from "../../app/domain/project";
import type { Instant } from "../../app/domain/time";
import { decisionHash, listApprovals } from "../../db/approval";
import type { Db } from "../../db/connect";
import { listMilestones } from "../../db/milestone";
import { findSubmissionMilestone, listAnnexes, listSubmissionsOf } from "../../db/submission";
import type { Tx } from "../../db/transaction";
import { milestoneText } from "../milestone-text";

export type DecidedHere = Approval & {
  /** "M10 Intensjonsavtale" */
  readonly milestone: string;
  readonly decidedByName: string;
  readonly conditions: readonly Condition[];
  readonly decisionHash: Hash;
  /** What went along with the submission beside its texts and files; its hash is among what was shown. */
  readonly annex: Annex | null;
};

/** Oldest first. `until`: only those made by then; null for all. */
export async function decisionsAbout(db: Db | Tx, project: Project, versionId: VersionId, language: Language, until: Instant | null): Promise<DecidedHere[]> {
  return decisionsIn(db, project, await listSubmissionsOf(db, project.id, versionId), language, until);
}

/** The same, about one submission. */
export async function decisionsOn(db: Db | Tx, project: Project, submissionId: SubmissionId, language: Language, until: Instant | null): Promise<DecidedHere[]> {
  const row = await findSubmissionMilestone(db, project.id, submissionId);
  return row ? decisionsIn(db, project, [{ submissionId, milestoneId: row }], language, until) : [];
}

type Use = { readonly submissionId: SubmissionId; readonly milestoneId: MilestoneId };

async function decisionsIn(db: Db | Tx, project: Project, uses: readonly Use[], language: Language, until: Instant | null): Promise<DecidedHere[]> {
  if (uses.length === 0) return [];
  const milestones = new Map((await listMilestones(db, project.id)).map((each) => [each.id, each]));
  const annexes = await listAnnexes(db, project.id, uses.map((each) => each.submissionId));
  const found: DecidedHere[] = [];
  for (const { milestoneId, submissionId } of uses) {
    const milestone = milestones.get(milestoneId);
    if (!milestone) continue;
    const name = `${milestone.code} ${milestoneText(milestone, project.model, language).title}`;
    for (const each of await listApprovals(db, project.id, milestoneId)) {
      if (each.submissionId !== submissionId || (until !== null && each.decidedAt > until)) continue;
      found.push({ ...each, milestone: name, decisionHash: decisionHash(each, each.conditions), annex: annexes.get(submissionId) ?? null });
    }
  }
  return found.sort((one, other) => (one.decidedAt < other.decidedAt ? -1 : 1));
}
