// An approval (godkjenning): one role says yes, yes with conditions, or sends it back, about exactly the hashes that were shown.
import type { ApprovalId, ConditionId, Hash, MembershipId, SubmissionId } from "./ids";
import type { Role } from "./membership";
import { subjectOf, type Milestone, type MilestoneState, type Submission } from "./milestone";
import { may, type Actor } from "./permission";
import { ok, refuse, type Result } from "./result";
import type { Day, Instant } from "./time";

export const decisions = ["approved", "approvedWithConditions", "returned"] as const;
export type Decision = (typeof decisions)[number];

/** Vilkår: what must be done, whose it is, and by when. */
export type Condition = { readonly id: ConditionId; readonly text: string; readonly ownerRole: Role; readonly dueDay: Day };

export type Approval = {
  readonly id: ApprovalId;
  readonly submissionId: SubmissionId;
  readonly decision: Decision;
  readonly decidedBy: MembershipId;
  readonly decidedByRole: Role;
  readonly decidedAt: Instant;
  /** On what authority: delegation paragraph or case number, as the decider stated it. */
  readonly authority: string;
  readonly remark: string;
  readonly shown: readonly Hash[];
};

export type DecisionInput = {
  readonly decision: Decision;
  readonly authority: string;
  readonly remark: string;
  readonly conditions: readonly Omit<Condition, "id">[];
  /** The hashes on the page the person was looking at. */
  readonly shown: readonly Hash[];
};

/**
 * [M3, M4, M5] The next state of the milestone, or why not: notAllowed, wrongState, preparerCannotDecide, changedMeanwhile
 * (it has been decided, or this role has decided, while the page was open), shownContentDiffers, remarkMissing, conditionIncomplete, invalidInput.
 * `earlier`: the decisions already made on this submission.
 */
export function decide(
  milestone: Milestone,
  submission: Submission,
  earlier: readonly Pick<Approval, "decision" | "decidedByRole">[],
  actor: Actor,
  input: DecisionInput,
): Result<MilestoneState> {
  if (!may(actor, "decide", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  if (submission.milestoneId !== milestone.id) return refuse({ code: "wrongState" });
  if (milestone.state !== "submitted") return refuse({ code: earlier.length > 0 ? "changedMeanwhile" : "wrongState" });
  if (submission.submittedByUser === actor.userId) return refuse({ code: "preparerCannotDecide" });
  if (earlier.some((each) => each.decidedByRole === actor.role)) return refuse({ code: "changedMeanwhile" });
  const submitted = submission.evidence.map((each) => each.hash);
  if (!sameHashes(input.shown, submitted)) return refuse({ code: "shownContentDiffers", shown: input.shown, submitted });
  if (input.decision !== "approvedWithConditions" && input.conditions.length > 0) {
    // a condition somebody wrote is never dropped because another choice was ticked
    return refuse({ code: "invalidInput", fields: { decision: "conditionWithoutChoice" } });
  }
  if (input.decision === "returned") return input.remark.trim() === "" ? refuse({ code: "remarkMissing" }) : ok("returned");
  if (input.authority.trim() === "") return refuse({ code: "invalidInput", fields: { authority: "required" } });
  if (input.decision === "approvedWithConditions") {
    if (input.conditions.length === 0 || input.conditions.some((each) => each.text.trim() === "")) {
      return refuse({ code: "conditionIncomplete" });
    }
  }
  const decisionsSoFar = [...earlier.map((each) => each.decision), input.decision];
  const rolesSoFar = [...earlier.map((each) => each.decidedByRole), actor.role];
  const allIn = milestone.decidedBy.every((role) => rolesSoFar.includes(role));
  if (!allIn) return ok("submitted");
  return ok(decisionsSoFar.includes("approvedWithConditions") ? "approvedWithConditions" : "approved");
}

/** [M11] Who may say that a condition is met: the role that owns it, or one that decides the milestone. */
export function mayMeet(condition: Pick<Condition, "ownerRole">, milestone: Milestone, actor: Actor): boolean {
  return actor.role === condition.ownerRole || may(actor, "decide", subjectOf(milestone));
}

/** Whether what was approved is still what the documents say (rule M6). Computed at each look, never stored as truth. */
export type Standing = "holds" | "moved";

/** `current`: the hash each piece of evidence's document has now, in the order of the evidence; null when it cannot be read. */
export function standing(approved: readonly Hash[], current: readonly (Hash | null)[]): Standing {
  return approved.length === current.length && approved.every((hash, index) => hash === current[index]) ? "holds" : "moved";
}

function sameHashes(left: readonly Hash[], right: readonly Hash[]): boolean {
  return left.length === right.length && [...left].sort().every((hash, index) => hash === [...right].sort()[index]);
}
