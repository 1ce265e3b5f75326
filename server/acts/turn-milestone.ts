// Turns a milestone outside its submissions: withdraws an approval, reopens what was reached, postpones, resumes; each with a reason.
import { isDisqualified } from "../../app/domain/disqualification";
import type { TurnId } from "../../app/domain/ids";
import { journalActor, type Entry } from "../../app/domain/journal";
import type { MilestoneState } from "../../app/domain/milestone";
import type { Actor } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import type { Seat } from "../../app/domain/seat";
import { postpone, reopen, resume, withdraw, type Turn, type TurnKind } from "../../app/domain/turn";
import { appendEntry } from "../../db/journal";
import { moveMilestone, type StoredMilestone } from "../../db/milestone";
import { setAsideRecord } from "../../db/outside-record";
import { listSubmissions } from "../../db/submission";
import { addTurn, turnHash } from "../../db/turn";
import { inTransaction } from "../../db/transaction";
import { decisionGround, type StoredGround } from "../decision-ground";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdMilestone, type MilestoneName } from "./hold-milestone";
import { noteMissed } from "./note-missed";

export type TurnInput = MilestoneName & { readonly turn: TurnKind; readonly reason: string };

/** [M30-M32] Refuses: signInNeeded, notFound, and what the domain's function of that turn refuses. */
export async function turnMilestone(office: Office, visitor: Visitor | null, input: TurnInput): Promise<Result<MilestoneState>> {
  return inTransaction(office.db, async (db) => {
    const held = await holdMilestone(db, visitor, input);
    if (!held.ok) return held;
    const { actor, milestone } = held.value;
    const now = office.now();
    const [submission] = await listSubmissions(db, input.projectId, milestone.id);
    const ground = await decisionGround(db, visitor, actor, milestone, submission?.id ?? null, now);
    const next = nextOf(input, milestone, actor, ground);
    if (!next.ok) return next;
    await noteMissed(db, milestone, now);
    const { state, seat } = next.value;
    const turn: Turn = {
      id: office.newId<TurnId>(), milestoneId: milestone.id, kind: input.turn, fromState: milestone.state, submissionId: submission?.id ?? null,
      reason: input.reason.trim(), madeBy: actor.membershipId, madeByRole: seat?.role ?? actor.role, madeFor: seat?.inPlaceOf?.membershipId ?? null,
      madeAt: now, proof: input.turn === "withdrawn" ? ground.proof : null,
    };
    await addTurn(db, input.projectId, turn);
    // a record that was wrong stays to be read; the milestone gets a new one when it is registered again
    if (state === "reopened") await setAsideRecord(db, input.projectId, milestone.id, now);
    if (!(await moveMilestone(db, milestone, state, now, null))) return refuse({ code: "changedMeanwhile" });
    await appendEntry(db, input.projectId, now, journalActor(actor), entryOf(turn, milestone));
    return ok(state);
  });
}

type Next = { readonly state: MilestoneState; readonly seat: Seat | null };

function nextOf({ turn, reason }: TurnInput, milestone: StoredMilestone, actor: Actor, ground: StoredGround): Result<Next> {
  if (turn === "withdrawn") return withdraw(milestone, ground.answered, ground.seats, reason, ground.proof, ground.now);
  const next = turn === "reopened" ? reopen(milestone, actor, isDisqualified(actor, ground.declared), reason)
    : turn === "postponed" ? postpone(milestone, actor, reason)
    : resume(milestone, actor, reason);
  return next.ok ? ok({ state: next.value, seat: null }) : next;
}

function entryOf(turn: Turn, { id: milestoneId, code }: StoredMilestone): Entry {
  const named = { milestoneId, code, turnId: turn.id, turnHash: turnHash(turn) };
  switch (turn.kind) {
    case "withdrawn":
      if (turn.submissionId === null) throw new Error("an approval without a submission was withdrawn");
      return { kind: "approvalWithdrawn", ...named, submissionId: turn.submissionId, role: turn.madeByRole, ...(turn.madeFor ? { inPlaceOf: turn.madeFor } : {}) };
    case "reopened":
      return { kind: "milestoneReopened", ...named, from: turn.fromState };
    case "postponed":
      return { kind: "milestonePostponed", ...named };
    case "resumed":
      return { kind: "milestoneResumed", ...named };
  }
}
