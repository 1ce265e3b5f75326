// A municipality's housing policy plan (temaplan): the goals, and the measures a project can be anchored in.
import type { Day } from "./time";

/** mål, strategi eller prinsipp in kommuneplanens samfunnsdel, with the municipality's own code. */
export type PolicyGoal = { readonly code: string; readonly title: string };

/** tiltak. `workingTitle` is ours; `officialTitle` is null until an administrator has it from the plan itself. */
export type PolicyMeasure = {
  readonly id: string;
  readonly workingTitle: string;
  readonly officialTitle: string | null;
  readonly goals: readonly string[];
  readonly principles: readonly string[];
  readonly summary: string;
  /** What a project does with the measure. */
  readonly projectUse: string;
  /** The measure every such project must be anchored in. */
  readonly anchor?: boolean;
};

export type PolicyContent = {
  /** satsing */
  readonly commitment: { readonly number: number; readonly title: string; readonly note: string };
  readonly goals: readonly PolicyGoal[];
  readonly principles: readonly PolicyGoal[];
  readonly measures: readonly PolicyMeasure[];
};

export type PolicyPlan = {
  readonly id: string;
  readonly municipality: string;
  readonly title: string;
  readonly validFrom: Day;
  readonly validTo: Day;
  readonly content: PolicyContent;
};

/** What a milestone can be anchored in: a measure of the plan, or one of its goals, strategies or principles. */
export const anchorKinds = ["measure", "goal"] as const;
export type AnchorKind = (typeof anchorKinds)[number];
/** forankring of one milestone. */
export type MilestoneAnchoring = { readonly kind: AnchorKind; readonly target: string; readonly justification: string };

/** forankring: why this project answers that measure. */
export type Anchoring = { readonly measureId: string; readonly justification: string };

/** What a milestone can be anchored in, in the plan's own order: its measures, then its goals, strategies and principles. */
export function anchorTargets({ measures, goals, principles }: PolicyContent): { readonly kind: AnchorKind; readonly target: string; readonly title: string }[] {
  return [
    ...measures.map((each) => ({ kind: "measure" as const, target: each.id, title: each.officialTitle ?? each.workingTitle })),
    ...[...goals, ...principles].map((each) => ({ kind: "goal" as const, target: each.code, title: each.title })),
  ];
}
