// The switch of model (kommunal regi, egen regi): proposed by one side, answered by the other, and what it makes of each milestone. Rules M74-M80.
import { changedFields, definedOf, definitionFields, mayShape, movedBy, type Defined, type Held, type MilestoneChange } from "./definition";
import type { Hash, MembershipId, ModelSwitchId, UserId } from "./ids";
import type { Role } from "./membership";
import { isApproved, isReached, type MilestoneState } from "./milestone";
import type { Actor } from "./permission";
import { isFresh, type Proof } from "./presence-proof";
import { otherModel, type ProjectModel } from "./project";
import { ok, refuse, type Result } from "./result";
import { wayIn, type TemplateMilestone } from "./template";
import type { Instant } from "./time";

/** bekreftet, avslått, trukket tilbake */
export const switchAnswers = ["confirmed", "declined", "withdrawn"] as const;
export type SwitchAnswer = (typeof switchAnswers)[number];

export type ModelSwitch = {
  readonly id: ModelSwitchId;
  readonly from: ProjectModel;
  readonly to: ProjectModel;
  readonly reason: string;
  readonly proposedBy: MembershipId;
  readonly proposedByRole: Role;
  readonly proposedAt: Instant;
  readonly proof: Proof;
};

export type SwitchReply = {
  readonly answer: SwitchAnswer;
  readonly reason: string;
  readonly answeredBy: MembershipId;
  readonly answeredByRole: Role;
  readonly answeredAt: Instant;
  /** Asked for when it is confirmed. */
  readonly proof: Proof | null;
  /** What was agreed to; null unless it was confirmed. */
  readonly previewHash: Hash | null;
};

/** Where the page of the switch stands among the milestones, and what its notices are filed under: no milestone has such a code. */
export const switchCode = "model";

/** What the switch makes of one milestone. */
export type Switched<One extends Held = Held> = {
  readonly milestone: One;
  readonly before: Defined;
  readonly after: Defined;
  /** What the template would change, and the project has chosen itself: it stays. */
  readonly kept: readonly ("preparedBy" | "decidedBy")[];
  /** It is approved, and the approval will not hold. */
  readonly isStale: boolean;
};

/**
 * [M77] Null when the switch has nothing to do with it: a milestone of the project's own (`byModel` is null), or the same in both models.
 * `returning`: the state it had when an earlier switch took it out.
 */
export function switched<One extends Held>(milestone: One, byModel: TemplateMilestone["byModel"] | null, to: ProjectModel, returning: MilestoneState | null): Switched<One> | null {
  if (!byModel) return null;
  const before = definedOf(milestone);
  const [from, next] = [wayFor(byModel, otherModel(to)), wayFor(byModel, to)];
  const { preparedBy, ...decided } = next;
  // what was recorded was so in the way it was then, and is corrected in that way
  const wasRecorded = milestone.state === "recorded" || milestone.state === "decidedElsewhere";
  const ownPreparers = differs(before, { ...before, preparedBy: from.preparedBy });
  const ownDeciders = differs(before, { ...before, ...from, preparedBy: before.preparedBy });
  const asked = { ...before, ...(wasRecorded ? {} : decided), preparedBy };
  const after: Defined = {
    ...before, ...(ownPreparers ? {} : { preparedBy }), ...(wasRecorded || ownDeciders ? {} : decided),
    state: stateIn(milestone, byModel[to] !== null, returning),
  };
  const kept = (["preparedBy", "decidedBy"] as const).filter((field) => (field === "preparedBy" ? ownPreparers : ownDeciders) && changedFields(after, asked).includes(field));
  if (kept.length === 0 && !changes({ before, after })) return null;
  return { milestone, before, after, kept, isStale: isApproved(milestone.state) && touches(before, after) };
}

function wayFor(byModel: TemplateMilestone["byModel"], model: ProjectModel) {
  const { kind, preparedBy, decidedBy, decideOrder = "together" } = wayIn(byModel, model);
  return { kind, preparedBy, decidedBy, decideOrder };
}

const differs = (one: Defined, other: Defined) => changedFields(one, other).length > 0;

/** What the other model lacks is not relevant there, unless it is reached; what somebody left out stays left out. */
function stateIn({ state, leftOutFrom }: Held, isThere: boolean, returning: MilestoneState | null): MilestoneState {
  if (!isThere) return isReached(state) ? state : "notRelevant";
  return state === "notRelevant" && leftOutFrom === null ? (returning ?? "notStarted") : state;
}

/** Whether anything becomes another; else it is only told that something stays. */
export function changes({ before, after }: Pick<Switched, "before" | "after">): boolean {
  return before.state !== after.state || differs(before, after);
}

/** [M79] The parts an approval was given of: how it is reached, and whose yes it takes. */
const touchedFields = ["kind", "decidedBy"] as const satisfies readonly (typeof definitionFields)[number][];

function touches(before: Defined, after: Defined): boolean {
  return changedFields(before, after).some((field) => touchedFields.some((each) => each === field));
}

/** [M78] What it would change, and somebody has to decide just now. */
export function lyingOpen(all: readonly Switched[]): string[] {
  return all.filter((each) => changes(each) && each.milestone.state === "submitted").map((each) => each.milestone.code);
}

type SwitchedChange = Pick<MilestoneChange, "kind" | "before" | "after" | "madeAt"> & { readonly models: { readonly from: ProjectModel; readonly to: ProjectModel } | null };

/** [M79] `all`: the changes since it was submitted, oldest first. The switch that made it another; null when none did, or it is back. */
export function switchedSince(all: readonly SwitchedChange[]): { readonly from: ProjectModel; readonly to: ProjectModel; readonly since: Instant } | null {
  const last = touchedFields.flatMap((field) => movedBy("switched", field, all) ?? []).sort((one, other) => (one.madeAt < other.madeAt ? -1 : 1)).at(-1);
  return last?.models ? { ...last.models, since: last.madeAt } : null;
}

/** [M74] Refuses: notAllowed, wrongState (it is that model already, or another proposal waits), invalidInput (no reason), proofMissing. */
export function propose(actor: Actor, model: ProjectModel, to: ProjectModel, isWaiting: boolean, reason: string, proof: Proof | null, now: Instant): Result<Proof> {
  if (!mayShape(actor)) return refuse({ code: "notAllowed" });
  if (to === model || isWaiting) return refuse({ code: "wrongState" });
  if (reason.trim() === "") return refuse({ code: "invalidInput", fields: { reason: "required" } });
  return isFresh(proof, now) ? ok(proof) : refuse({ code: "proofMissing" });
}

export type Proposed = Pick<ModelSwitch, "proposedByRole"> & { readonly proposedByUser: UserId };

/** [M75] Whether it waits for this person: the other side, and never whoever proposed it, in whatever role they have come back. */
export function mayAnswer(actor: Pick<Actor, "role" | "userId">, proposed: Proposed): boolean {
  return mayShape(actor) && actor.role !== proposed.proposedByRole && actor.userId !== proposed.proposedByUser;
}

/**
 * [M75] Refuses: notAllowed (only the side that proposed takes it back), wrongState (nothing waits), ownProposal, invalidInput (a no without a
 * reason), proofMissing (a yes without one).
 */
export function answerSwitch(actor: Actor, proposed: Proposed | null, answer: SwitchAnswer, reason: string, proof: Proof | null, now: Instant): Result<Proof | null> {
  if (!mayShape(actor)) return refuse({ code: "notAllowed" });
  if (!proposed) return refuse({ code: "wrongState" });
  if (answer === "withdrawn") return actor.role === proposed.proposedByRole ? ok(null) : refuse({ code: "notAllowed" });
  if (!mayAnswer(actor, proposed)) return refuse({ code: "ownProposal" });
  if (answer === "declined") return reason.trim() === "" ? refuse({ code: "invalidInput", fields: { answerReason: "required" } }) : ok(null);
  return isFresh(proof, now) ? ok(proof) : refuse({ code: "proofMissing" });
}
