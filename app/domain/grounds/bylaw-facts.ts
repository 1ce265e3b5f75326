// The points of the by-laws that people answer, each a fact of M21: who, when, and why it is not met or needs a lawyer.

export const byLawFacts = [
  "bylawsContent", "bylawsOwners", "bylawsNoDutyToSell", "bylawsPreemption", "bylawsVeto", "bylawsUse", "bylawsAdaptation", "bylawsCharges", "bylawsBoard",
  "bylawsDisqualification",
] as const;
export type ByLawFact = (typeof byLawFacts)[number];

export function isByLawFact(name: string): name is ByLawFact {
  return byLawFacts.some((each) => each === name);
}

/** Met, not met, or for a lawyer to say. */
export const byLawAnswers = ["met", "notMet", "legalReview"] as const;
export type ByLawAnswer = (typeof byLawAnswers)[number];
