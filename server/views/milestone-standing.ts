// Whether an approval still holds, and when it does not: what has changed in which document, by whom and when. Part of the milestone's page.
import { kindOf, type DocumentContent } from "../../app/domain/documents";
import type { Comparison } from "../../app/domain/documents/comparison";
import type { DocumentId, ProjectId } from "../../app/domain/ids";
import { may, type Actor } from "../../app/domain/permission";
import type { Language } from "../../app/domain/preference";
import { standingFrom, type StaleReason, type Standing } from "../../app/domain/staleness";
import { dayInOslo, type Instant } from "../../app/domain/time";
import type { StoredCondition } from "../../db/approval";
import { hasHeldAgain, listLastWriters } from "../../db/standing";
import type { StoredSubmission } from "../../db/submission";
import { findVersionById } from "../../db/version";
import { compareContent } from "../compare";
import { approvedIn, anotherNow, hashesNow, stalenessOf } from "../milestones-now";
import type { ReopenedGround } from "../../app/domain/grounds/reopened";
import { sheetOf } from "../../app/words/document-sheet";
import type { Office } from "../office";
import { contentNow } from "../sync/freeze";

export type MovedDocument = {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly versionNumber: number;
  /** null when the log no longer says. */
  readonly changedAt: Instant | null;
  readonly changedBy: string | null;
  /** From the approved version to what the document says now; null for whoever may not read it. */
  readonly comparison: Comparison | null;
};

export type StandingNow = {
  readonly value: Standing;
  /** Why it does not hold; documents the actor may not even see are among them without a name. */
  readonly reasons: readonly StaleReason[];
  readonly heldAgain: boolean;
  readonly moved: readonly MovedDocument[];
};

/** [M6, M33] `submission`: the newest one, which has been approved, with its `conditions` and what is `reopened` under it. A document the actor may not even see is not named. */
export async function standingNow(
  { db, now }: Pick<Office, "db" | "now">, projectId: ProjectId, actor: Actor, submission: StoredSubmission, conditions: readonly StoredCondition[],
  reopened: readonly ReopenedGround[], language: Language,
): Promise<StandingNow> {
  const { evidence } = submission;
  const hashes = await hashesNow(db, projectId, evidence.map((each) => each.documentId));
  const isReader = may(actor, "read", { thing: "milestones" });
  const another = await anotherNow(db, projectId, submission.milestoneId, submission.submittedAt);
  const found = stalenessOf(approvedIn(submission), hashes, conditions, reopened, dayInOslo(now()), another);
  // whoever sees a summary is told which role it was, and no name
  const reasons = found.map((each) => ((each.kind === "groundReopened" || each.kind === "fileRemoved") && !isReader ? { ...each, byName: "" } : each));
  const value = standingFrom(reasons);
  if (value === "holds") {
    const metLate = conditions.some((each) => each.missedAt !== null);
    return { value, reasons, heldAgain: metLate || (await hasHeldAgain(db, projectId, submission.id)), moved: [] };
  }
  const changed = evidence.filter((each) => hashes.get(each.documentId) !== each.hash && may(actor, "see", { thing: kindOf(each.documentKind).thing }));
  const writers = await listLastWriters(db, projectId, changed.map((each) => each.documentId));
  const moved: MovedDocument[] = [];
  for (const each of changed) {
    const writer = writers.find((one) => one.documentId === each.documentId);
    const readable = may(actor, "read", { thing: kindOf(each.documentKind).thing });
    const version = readable ? await findVersionById(db, projectId, each.versionId) : null;
    const current = readable ? await contentNow(db, each.documentId) : null;
    moved.push({
      documentId: each.documentId, title: each.documentTitle, versionNumber: each.versionNumber,
      changedAt: writer?.at ?? null, changedBy: writer?.name ?? null,
      comparison: version && current?.ok ? compareContent(sheetOf(JSON.parse(version.content) as DocumentContent, language), sheetOf(current.value.content, language)) : null,
    });
  }
  return { value, reasons, heldAgain: false, moved };
}
