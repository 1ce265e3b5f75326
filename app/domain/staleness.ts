// Why an approval no longer holds, as a list of reasons computed from facts at each look and never stored as truth. Rules M6, M33.
import type { ApprovedField } from "./definition";
import type { ConditionId, DocumentId, Hash } from "./ids";
import type { Role } from "./membership";
import type { ProjectModel } from "./project";
import type { Day, Instant } from "./time";

export type StaleReason =
  /** A document it stands on says something else now, or cannot be read. */
  | { readonly kind: "contentMoved"; readonly documentId: DocumentId }
  /** A condition was not met when its day had passed. */
  | { readonly kind: "conditionMissed"; readonly conditionId: ConditionId; readonly ownerRole: Role; readonly dueDay: Day }
  /** Another milestone it stands on was reopened, or the approval of it withdrawn. */
  | { readonly kind: "groundReopened"; readonly code: string; readonly turn: GroundTurn; readonly since: Instant; readonly byName: string; readonly byRole: Role }
  /** What the milestone is was changed after it was approved. */
  | { readonly kind: "definitionChanged"; readonly fields: readonly ApprovedField[]; readonly since: Instant }
  /** A file it stands on was taken away, or another came in its place. `number`: within the milestone. */
  | { readonly kind: "fileRemoved"; readonly number: number; readonly replaced: boolean; readonly since: Instant; readonly byName: string; readonly byRole: Role }
  /** The project went over to the other model after it was approved. */
  | { readonly kind: "modelSwitched"; readonly from: ProjectModel; readonly to: ProjectModel; readonly since: Instant };
export type StaleReasonKind = StaleReason["kind"];

export type GroundTurn = "reopened" | "withdrawn";

/** A submitted file that has been taken away since. */
export type RemovedFile = { readonly number: number; readonly replaced: boolean; readonly since: Instant; readonly byName: string; readonly byRole: Role };

/** What is looked at. `grounds` and `modelSwitch` come from whoever knows what stands on what. */
export type StalenessFacts = {
  /** Each piece of evidence, with the hash its document has now; null when it cannot be read. */
  readonly evidence: readonly { readonly documentId: DocumentId; readonly approved: Hash; readonly now: Hash | null }[];
  readonly conditions: readonly { readonly id: ConditionId; readonly ownerRole: Role; readonly dueDay: Day; readonly metAt: Instant | null }[];
  readonly files?: readonly RemovedFile[];
  readonly grounds?: readonly { readonly code: string; readonly turn: GroundTurn; readonly since: Instant; readonly byName: string; readonly byRole: Role }[];
  /** What has been changed in the milestone itself since, when it is another now. */
  readonly definition?: { readonly fields: readonly ApprovedField[]; readonly at: Instant } | null;
  readonly modelSwitch?: { readonly from: ProjectModel; readonly to: ProjectModel; readonly since: Instant } | null;
};

/** [M6, M33] Every reason why the approval does not hold now; none when it does. `today`: the day it is in Oslo. */
export function staleness(facts: StalenessFacts, today: Day): StaleReason[] {
  const { evidence, conditions, files = [], grounds = [], definition = null, modelSwitch = null } = facts;
  return [
    ...evidence.filter((each) => each.now !== each.approved).map(({ documentId }): StaleReason => ({ kind: "contentMoved", documentId })),
    ...conditions.filter((each) => isMissed(each, today)).map(({ id, ownerRole, dueDay }): StaleReason => ({ kind: "conditionMissed", conditionId: id, ownerRole, dueDay })),
    ...files.map((each): StaleReason => ({ kind: "fileRemoved", ...each })),
    ...grounds.map((each): StaleReason => ({ kind: "groundReopened", ...each })),
    ...(definition ? [{ kind: "definitionChanged", fields: definition.fields, since: definition.at } as const] : []),
    ...(modelSwitch ? [{ kind: "modelSwitched", ...modelSwitch } as const] : []),
  ];
}

/** [M33] The whole due day is there to meet it; the approval is without it from the day after, until it is met. */
export function isMissed(condition: { readonly dueDay: Day; readonly metAt: Instant | null }, today: Day): boolean {
  return condition.metAt === null && condition.dueDay < today;
}

/** Whether what was approved still counts. The reasons say why not. */
export type Standing = "holds" | "moved";

export function standingFrom(reasons: readonly StaleReason[]): Standing {
  return reasons.length === 0 ? "holds" : "moved";
}
