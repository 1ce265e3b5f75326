// What turns a milestone outside its submissions: an approval withdrawn, a reached milestone reopened, a postponement and its end. Each has a reason.
import type { MembershipId, MilestoneId, SubmissionId, TurnId, UserId } from "./ids";
import { isApproved, isReached, subjectOf, type Milestone, type MilestoneState } from "./milestone";
import type { Role } from "./membership";
import { may, type Actor } from "./permission";
import { isFresh, type Proof } from "./presence-proof";
import { ok, refuse, type Result } from "./result";
import type { Seat } from "./seat";
import type { Instant } from "./time";

/** trukket tilbake, gjenåpnet, utsatt, gjenopptatt */
export const turnKinds = ["withdrawn", "reopened", "postponed", "resumed"] as const;
export type TurnKind = (typeof turnKinds)[number];

export type Turn = {
  readonly id: TurnId;
  readonly milestoneId: MilestoneId;
  readonly kind: TurnKind;
  readonly fromState: MilestoneState;
  /** The submission whose approval it touched; null where there was none. */
  readonly submissionId: SubmissionId | null;
  readonly reason: string;
  readonly madeBy: MembershipId;
  readonly madeByRole: Role;
  /** In whose place; null in one's own. */
  readonly madeFor: MembershipId | null;
  readonly madeAt: Instant;
  /** Asked for when an approval is withdrawn. */
  readonly proof: Proof | null;
};

/** What an approval is made of, as far as taking it back goes. */
type Answered = { readonly decidedByRole: Role; readonly decidedByUser: UserId };

/**
 * [M30] Refuses: notAllowed (only a role that decided it, in its own place or by its deputy), wrongState, invalidInput (no reason),
 * proofMissing. `answers`: the decisions the approval is made of. `seats`: the places the person may act from.
 */
export function withdraw(
  milestone: Milestone, answers: readonly Answered[], seats: readonly Seat[], reason: string, proof: Proof | null, now: Instant,
): Result<{ readonly state: "reopened"; readonly seat: Seat }> {
  const seat = seats.find((each) => may(each, "decide", subjectOf(milestone)) && answers.some((one) => one.decidedByRole === each.role));
  if (!seat) return refuse({ code: "notAllowed" });
  if (!isApproved(milestone.state)) return refuse({ code: "wrongState" });
  if (reason.trim() === "") return noReason();
  return isFresh(proof, now) ? ok({ state: "reopened", seat }) : refuse({ code: "proofMissing" });
}

/** [M31] What was reached or refused is worked on again. Refuses: notAllowed, disqualified, wrongState, invalidInput (no reason). */
export function reopen(milestone: Milestone, actor: Actor, isDisqualified: boolean, reason: string): Result<"reopened"> {
  const subject = subjectOf(milestone);
  if (!may(actor, "submit", subject) && !may(actor, "decide", subject)) return refuse({ code: "notAllowed" });
  if (isDisqualified) return refuse({ code: "disqualified" });
  if (!isReached(milestone.state) && milestone.state !== "refused") return refuse({ code: "wrongState" });
  return reason.trim() === "" ? noReason() : ok("reopened");
}

const postponable: readonly MilestoneState[] = ["notStarted", "underWay", "returned", "reopened"];

/** [M32] Nobody works on it for a while, and nobody waits for it. Refuses: notAllowed, wrongState, invalidInput (no reason). */
export function postpone(milestone: Milestone, actor: Actor, reason: string): Result<"postponed"> {
  if (!may(actor, "submit", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  if (!postponable.includes(milestone.state)) return refuse({ code: "wrongState" });
  return reason.trim() === "" ? noReason() : ok("postponed");
}

/** [M32] Refuses: notAllowed, wrongState, invalidInput (no reason). */
export function resume(milestone: Milestone, actor: Actor, reason: string): Result<"underWay"> {
  if (!may(actor, "submit", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  if (milestone.state !== "postponed") return refuse({ code: "wrongState" });
  return reason.trim() === "" ? noReason() : ok("underWay");
}

function noReason<T>(): Result<T> {
  return refuse({ code: "invalidInput", fields: { reason: "required" } });
}
