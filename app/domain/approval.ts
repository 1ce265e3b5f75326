// An approval (godkjenning): one role says yes, yes with conditions, sends it back or says no, about exactly the hashes that were shown.
import { blocked, type Ground } from "./grounds/ground";
import { isDisqualified, type Disqualification } from "./disqualification";
import type { ApprovalId, ConditionId, Hash, MembershipId, SubmissionId, UserId } from "./ids";
import type { Role } from "./membership";
import { contentOf, subjectOf, type Milestone, type MilestoneState, type Submission } from "./milestone";
import { may, type Actor } from "./permission";
import { isFresh, type Proof } from "./presence-proof";
import { ok, refuse, type Result } from "./result";
import type { Seat } from "./seat";
import type { Day, Instant } from "./time";

export const decisions = ["approved", "approvedWithConditions", "returned", "refused"] as const;
export type Decision = (typeof decisions)[number];

/** Vilkår: what must be done, whose it is, and by when. */
export type Condition = { readonly id: ConditionId; readonly text: string; readonly ownerRole: Role; readonly dueDay: Day };

export type Approval = {
  readonly id: ApprovalId;
  readonly submissionId: SubmissionId;
  readonly decision: Decision;
  readonly decidedBy: MembershipId;
  /** The role whose answer it is. */
  readonly decidedByRole: Role;
  /** In whose place it was decided; null in one's own. */
  readonly decidedFor: MembershipId | null;
  readonly decidedAt: Instant;
  /** On what authority: delegation paragraph or case number, as the decider stated it. */
  readonly authority: string;
  readonly remark: string;
  readonly shown: readonly Hash[];
  /** What the rules said when it was decided; null where none was asked. Its hash is among what was shown. */
  readonly grounds: readonly Ground[] | null;
  /** How the decider proved who they were; null only where it was decided before that was asked. */
  readonly proof: Proof | null;
};

export type DecisionInput = {
  readonly decision: Decision;
  readonly authority: string;
  readonly remark: string;
  readonly conditions: readonly Omit<Condition, "id">[];
  /** The hashes on the page the person was looking at. */
  readonly shown: readonly Hash[];
};

/** What has been answered on this submission so far. */
export type Answered = Pick<Approval, "decision" | "decidedByRole"> & { readonly decidedByUser: UserId };

/** What a decision hangs on besides the milestone and its submission. */
export type DecisionGround = {
  readonly answered: readonly Answered[];
  /** The places the person may decide from (seatsOf). */
  readonly seats: readonly Seat[];
  /** What has been declared about this milestone. */
  readonly declared: readonly Disqualification[];
  readonly proof: Proof | null;
  readonly now: Instant;
  /** What the rules say at this moment; null where none asks. */
  readonly stands: Stands | null;
};

/** `statedBy`: those who have said something of it, and so have prepared it. */
export type Stands = { readonly grounds: readonly Ground[]; readonly hash: Hash; readonly statedBy: readonly UserId[] };

/**
 * Where this person could answer from now, or why not: notAllowed, wrongState, changedMeanwhile (it has been decided, or this role has
 * answered, while the page was open), disqualified, preparerCannotDecide, alreadyAnswered, notYourTurn. [M3, M4, M36, M38, M39]
 */
export function seatToDecide(milestone: Milestone, submission: Submission, actor: Actor, ground: DecisionGround): Result<Seat> {
  const { answered, declared } = ground;
  const subject = subjectOf(milestone);
  const seats = ground.seats.filter((each) => may(each, "decide", subject));
  if (seats.length === 0) return refuse({ code: isDisqualified(actor, declared) && may(actor, "decide", subject) ? "disqualified" : "notAllowed" });
  if (submission.milestoneId !== milestone.id) return refuse({ code: "wrongState" });
  if (milestone.state !== "submitted") return refuse({ code: answered.length > 0 ? "changedMeanwhile" : "wrongState" });
  const prepared = preparedBy(submission, ground.stands);
  if (prepared.includes(actor.userId)) return refuse({ code: "preparerCannotDecide" });
  // in the place of one who prepared it nobody sits either: that would be their own yes by another hand
  const free = seats.filter((each) => each.inPlaceOf === null || !prepared.includes(each.inPlaceOf.userId));
  if (free.length === 0) return refuse({ code: "preparerCannotDecide" });
  if (answered.some((each) => each.decidedByUser === actor.userId)) return refuse({ code: "alreadyAnswered" });
  const open = free.filter((each) => !answered.some((one) => one.decidedByRole === each.role));
  if (open.length === 0) return refuse({ code: "changedMeanwhile" });
  const first = (seat: Seat) => rolesBefore(milestone, seat.role, answered);
  const seat = open.find((each) => first(each).length === 0);
  return seat ? ok(seat) : refuse({ code: "notYourTurn", first: first(open[0] as Seat) });
}

/** [M36] The roles that must have answered before this one does and have not yet; none where roles decide side by side. */
export function rolesBefore(milestone: Pick<Milestone, "decidedBy" | "decideOrder">, role: Role, answered: readonly Pick<Answered, "decidedByRole">[]): Role[] {
  if (milestone.decideOrder === "together") return [];
  return milestone.decidedBy.slice(0, milestone.decidedBy.indexOf(role)).filter((each) => !answered.some((one) => one.decidedByRole === each));
}

/**
 * [M3, M4, M5, M34, M50] The next state of the milestone and the place it was decided from, or why not: as seatToDecide, shownContentDiffers,
 * groundsChanged, remarkMissing, conditionIncomplete, invalidInput, groundsMissing (only a yes needs them), proofMissing (the last to be asked: all else is right by then).
 */
export function decide(
  milestone: Milestone, submission: Submission, actor: Actor, ground: DecisionGround, input: DecisionInput,
): Result<{ readonly state: MilestoneState; readonly seat: Seat; readonly proof: Proof }> {
  const seat = seatToDecide(milestone, submission, actor, ground);
  if (!seat.ok) return seat;
  const { stands } = ground;
  const submitted = contentOf(submission);
  const standing = stands ? [stands.hash] : [];
  if (!sameHashes(input.shown, [...submitted, ...standing])) {
    // the same texts, and something else under them
    const onlyGrounds = stands !== null && submitted.every((hash) => input.shown.includes(hash)) && input.shown.length <= submitted.length + 1;
    return refuse(onlyGrounds ? { code: "groundsChanged" } : { code: "shownContentDiffers", shown: input.shown, submitted });
  }
  const whole = checkInput(input);
  if (!whole.ok) return whole;
  const says = input.decision === "approved" || input.decision === "approvedWithConditions";
  const no = says && stands ? blocked<never>(stands.grounds) : null;
  if (no) return no;
  const { proof, now } = ground;
  if (!isFresh(proof, now)) return refuse({ code: "proofMissing" });
  return ok({ state: stateAfter(milestone, ground.answered, seat.value.role, input.decision), seat: seat.value, proof });
}

/** [M4] Everybody who has had a hand in it. */
export function preparedBy(submission: Pick<Submission, "submittedByUser" | "preparers">, stands: Pick<Stands, "statedBy"> | null): readonly UserId[] {
  return [submission.submittedByUser, ...submission.preparers.map((each) => each.userId), ...(stands?.statedBy ?? [])];
}

/** Whether the answer says all it must. */
function checkInput({ decision, authority, remark, conditions }: DecisionInput): Result<null> {
  if (decision !== "approvedWithConditions" && conditions.length > 0) {
    // a condition somebody wrote is never dropped because another choice was ticked
    return refuse({ code: "invalidInput", fields: { decision: "conditionWithoutChoice" } });
  }
  if ((decision === "returned" || decision === "refused") && remark.trim() === "") return refuse({ code: "remarkMissing" });
  if (decision !== "returned" && authority.trim() === "") return refuse({ code: "invalidInput", fields: { authority: "required" } });
  const incomplete = decision === "approvedWithConditions" && (conditions.length === 0 || conditions.some((each) => each.text.trim() === ""));
  return incomplete ? refuse({ code: "conditionIncomplete" }) : ok(null);
}

/** One that sends back or says no ends it; it is approved when all roles have said yes. */
function stateAfter(milestone: Milestone, answered: readonly Answered[], role: Role, decision: Decision): MilestoneState {
  if (decision === "returned" || decision === "refused") return decision;
  const roles = [...answered.map((each) => each.decidedByRole), role];
  if (!milestone.decidedBy.every((each) => roles.includes(each))) return "submitted";
  return [...answered.map((each) => each.decision), decision].includes("approvedWithConditions") ? "approvedWithConditions" : "approved";
}

/** [M11] Who may say that a condition is met: the role that owns it, or one that decides the milestone. */
export function mayMeet(condition: Pick<Condition, "ownerRole">, milestone: Milestone, actor: Actor): boolean {
  return actor.role === condition.ownerRole || may(actor, "decide", subjectOf(milestone));
}

function sameHashes(left: readonly Hash[], right: readonly Hash[]): boolean {
  return left.length === right.length && [...left].sort().every((hash, index) => hash === [...right].sort()[index]);
}
