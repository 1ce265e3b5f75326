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

/** forankring: why this project answers that measure. */
export type Anchoring = { readonly measureId: string; readonly justification: string };
