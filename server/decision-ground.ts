// What a decision on a milestone hangs on besides its submission: who has answered, who stands in for whom, who declared what, and the proof.
import type { DecisionGround } from "../app/domain/approval";
import type { SubmissionId } from "../app/domain/ids";
import type { Actor } from "../app/domain/permission";
import { seatsOf } from "../app/domain/seat";
import { dayInOslo, type Instant } from "../app/domain/time";
import { listApprovals, type StoredApproval } from "../db/approval";
import type { Db } from "../db/connect";
import { listDeputies, type StoredDeputy } from "../db/deputy";
import { listDisqualifications, type StoredDisqualification } from "../db/disqualification";
import type { StoredMilestone } from "../db/milestone";
import type { Tx } from "../db/transaction";
import { freshProof } from "./auth-presence";
import { groundsNow } from "./grounds-now";
import type { Visitor } from "./visitor";

export type StoredGround = Omit<DecisionGround, "declared"> & {
  readonly declared: readonly StoredDisqualification[];
  readonly deputies: readonly StoredDeputy[];
  /** Every decision on the milestone, oldest first; `answered` are those on this submission. */
  readonly approvals: readonly StoredApproval[];
};

/** `submissionId`: the newest submission; null where there is none. */
export async function decisionGround(
  db: Db | Tx, visitor: Visitor | null, actor: Actor, milestone: Pick<StoredMilestone, "id" | "code">, submissionId: SubmissionId | null, now: Instant,
): Promise<StoredGround> {
  const { projectId } = actor;
  const today = dayInOslo(now);
  const approvals = await listApprovals(db, projectId, milestone.id);
  const deputies = await listDeputies(db, projectId, today);
  const declared = await listDisqualifications(db, projectId, milestone.id);
  return {
    approvals, deputies, declared, now,
    answered: approvals.filter((each) => each.submissionId === submissionId),
    seats: seatsOf(actor, deputies, declared, today),
    stands: await groundsNow(db, projectId, milestone.code, today),
    proof: visitor ? await freshProof(db, visitor, now) : null,
  };
}
