// A milestone's life as pure functions: submit, decide, record; facts in, decision out. Rules M1-M9 of docs/rules.md.
import { blocked, type Ground } from "./grounds/ground";
import type { AttachmentId, Hash, MembershipId, MilestoneId, ProjectId, SubmissionId, UserId, VersionId } from "./ids";
import type { Role } from "./membership";
import { may, type Actor } from "./permission";
import type { Phase } from "./project";
import { ok, refuse, type Result } from "./result";
import type { Day, Instant } from "./time";

/** domain.md 2.6. "outdated" is computed from the evidence (rule M6), never stored. */
export const milestoneStates = [
  "notStarted", // ikke startet
  "underWay", // pågår
  "submitted", // til godkjenning
  "returned", // returnert med merknad
  "approved", // godkjent
  "approvedWithConditions", // godkjent med vilkår
  "recorded", // registrert hendelse
  "decidedElsewhere", // avgjort av noen utenfor
  "reopened", // gjenåpnet
  "postponed", // utsatt
  "refused", // avslått
  "notRelevant", // ikke aktuelt for denne modellen
] as const;
export type MilestoneState = (typeof milestoneStates)[number];

/** The three things that are often confused (domain.md 2.6): only "approval" is decided by a click here. */
export const milestoneKinds = ["recordedEvent", "approval", "externalDecision"] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

/** Where several roles decide: side by side, or one after the other in the order of `decidedBy`. */
export const decideOrders = ["together", "inTurn"] as const;
export type DecideOrder = (typeof decideOrders)[number];

export type Milestone = {
  readonly id: MilestoneId;
  readonly projectId: ProjectId;
  /** "M15": from the template; unique in its project. */
  readonly code: string;
  readonly phase: Phase;
  readonly kind: MilestoneKind;
  readonly state: MilestoneState;
  readonly preparedBy: readonly Role[];
  readonly decidedBy: readonly Role[];
  readonly decideOrder: DecideOrder;
  /** The date first planned, the date now expected, and the date it happened. */
  readonly plannedDay: Day | null;
  readonly expectedDay: Day | null;
  readonly reachedDay: Day | null;
  /** Something here runs out on this day (an option, a commitment). */
  readonly expiresDay: Day | null;
  /** Since when it has been in this state: "hos kommunen, 23 dager". */
  readonly stateSince: Instant;
};

export type Evidence = { readonly versionId: VersionId; readonly hash: Hash };
/** A file that goes along, by the SHA-256 of its bytes. */
export type SubmittedFile = { readonly attachmentId: AttachmentId; readonly hash: Hash };

export type Submission = {
  readonly id: SubmissionId;
  readonly milestoneId: MilestoneId;
  /** 1, 2, 3 … within the milestone. */
  readonly number: number;
  readonly submittedBy: MembershipId;
  /** The person behind that membership: who leaves and comes back is still the same pair of eyes. */
  readonly submittedByUser: UserId;
  /** Those who prepared it beside the one who sent it in, as that one named them. */
  readonly preparers: readonly { readonly membershipId: MembershipId; readonly userId: UserId }[];
  readonly submittedAt: Instant;
  readonly evidence: readonly Evidence[];
  readonly files: readonly SubmittedFile[];
  /** Of what goes along beside them (app/domain/annex.ts); null where nothing does. */
  readonly annexHash: Hash | null;
};

/** The hashes a decision about it must name: all that was sent in. */
export function contentOf({ evidence, files, annexHash }: Pick<Submission, "evidence" | "files" | "annexHash">): Hash[] {
  return [...[...evidence, ...files].map((each) => each.hash), ...(annexHash ? [annexHash] : [])];
}

/** States from which it can be submitted: also an approved one whose ground has moved ("ask again", rule M7). */
const submittable: readonly MilestoneState[] = ["notStarted", "underWay", "returned", "reopened"];
const approvedStates: readonly MilestoneState[] = ["approved", "approvedWithConditions"];

export function isApproved(state: MilestoneState): boolean {
  return approvedStates.includes(state);
}

/** Nothing more is waited for: it happened, was approved, was decided elsewhere, or does not apply. */
export function isReached(state: MilestoneState): boolean {
  return isApproved(state) || state === "recorded" || state === "decidedElsewhere";
}

export function subjectOf(milestone: Pick<Milestone, "preparedBy" | "decidedBy">) {
  return { thing: "milestone", preparedBy: milestone.preparedBy, decidedBy: milestone.decidedBy } as const;
}

/** [M1] Somebody has begun. Refuses: notAllowed, wrongState. */
export function start(milestone: Milestone, actor: Actor): Result<"underWay"> {
  if (!may(actor, "submit", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  return milestone.state === "notStarted" ? ok("underWay") : refuse({ code: "wrongState" });
}

/** The days somebody plans with; what runs out on a day (an option, a commitment) does so also after the milestone is reached. */
export type Days = Pick<Milestone, "plannedDay" | "expectedDay" | "expiresDay">;

/** [M9] New days. Refuses: notAllowed, wrongState (once reached, only the day it runs out can change). */
export function schedule(milestone: Milestone, actor: Actor, days: Days): Result<Days> {
  if (!may(actor, "submit", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  if (milestone.state === "notRelevant") return refuse({ code: "wrongState" });
  const planMoves = days.plannedDay !== milestone.plannedDay || days.expectedDay !== milestone.expectedDay;
  return isReached(milestone.state) && planMoves ? refuse({ code: "wrongState" }) : ok(days);
}

/**
 * [M2, M7, M39] Refuses: notAllowed, disqualified (the person, or one they name as preparer), wrongState (wrong kind too), evidenceMissing.
 * `evidence`: what is to be frozen; asked before it is. `holds`: whether the latest approval still holds.
 */
export function submit(
  milestone: Milestone, actor: Actor, evidence: readonly unknown[], holds: boolean, isDisqualified = false,
): Result<"submitted"> {
  if (!may(actor, "submit", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  if (isDisqualified) return refuse({ code: "disqualified" });
  if (milestone.kind !== "approval") return refuse({ code: "wrongState" });
  const again = isApproved(milestone.state) && !holds;
  if (!again && !submittable.includes(milestone.state)) return refuse({ code: "wrongState" });
  if (evidence.length === 0) return refuse({ code: "evidenceMissing" });
  return ok("submitted");
}

/** An event that somebody records as having happened. Refuses: notAllowed, wrongState, groundsMissing. [M8, M50] */
export function record(milestone: Milestone, actor: Actor, grounds: readonly Ground[] = []): Result<"recorded"> {
  if (!may(actor, "submit", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  if (milestone.kind !== "recordedEvent" || isReached(milestone.state) || milestone.state === "notRelevant") {
    return refuse({ code: "wrongState" });
  }
  return blocked<"recorded">(grounds) ?? ok("recorded");
}

/** A decision made elsewhere, kept here. Refuses: notAllowed, wrongState, groundsMissing. [M8, M50] */
export function recordDecision(milestone: Milestone, actor: Actor, grounds: readonly Ground[] = []): Result<"decidedElsewhere"> {
  if (!may(actor, "submit", subjectOf(milestone))) return refuse({ code: "notAllowed" });
  if (milestone.kind !== "externalDecision" || isReached(milestone.state) || milestone.state === "notRelevant") {
    return refuse({ code: "wrongState" });
  }
  return blocked<"decidedElsewhere">(grounds) ?? ok("decidedElsewhere");
}
