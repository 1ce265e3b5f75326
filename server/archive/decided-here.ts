// The decisions about a frozen version as papers and archives show them: what was decided, by whom, and the hash that the journal keeps of it.
import type { Approval, Condition } from "../../app/domain/approval";
import type { Hash, VersionId } from "../../app/domain/ids";
import type { Language } from "../../app/domain/preference";
import type { Project } from "../../app/domain/project";
import type { Instant } from "../../app/domain/time";
import { decisionHash, listApprovals } from "../../db/approval";
import type { Db } from "../../db/connect";
import { listMilestones } from "../../db/milestone";
import { listSubmissionsOf } from "../../db/submission";
import type { Tx } from "../../db/transaction";
import { milestoneText } from "../milestone-text";

export type DecidedHere = Approval & {
  /** "M10 Intensjonsavtale" */
  readonly milestone: string;
  readonly decidedByName: string;
  readonly conditions: readonly Condition[];
  readonly decisionHash: Hash;
};

/** Oldest first. `until`: only those made by then; null for all. */
export async function decisionsAbout(db: Db | Tx, project: Project, versionId: VersionId, language: Language, until: Instant | null): Promise<DecidedHere[]> {
  const uses = await listSubmissionsOf(db, project.id, versionId);
  if (uses.length === 0) return [];
  const milestones = new Map((await listMilestones(db, project.id)).map((each) => [each.id, each]));
  const found: DecidedHere[] = [];
  for (const { milestoneId, submissionId } of uses) {
    const milestone = milestones.get(milestoneId);
    if (!milestone) continue;
    const name = `${milestone.code} ${milestoneText(milestone, project.model, language).title}`;
    for (const each of await listApprovals(db, project.id, milestoneId)) {
      if (each.submissionId !== submissionId || (until !== null && each.decidedAt > until)) continue;
      found.push({ ...each, milestone: name, decisionHash: decisionHash(each, each.conditions) });
    }
  }
  return found.sort((one, other) => (one.decidedAt < other.decidedAt ? -1 : 1));
}
