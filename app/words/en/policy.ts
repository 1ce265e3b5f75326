// English: how a project rests on the municipality's plan.
import type { PolicyWords } from "../nb/policy";

export const policy: PolicyWords = {
  title: "How the project rests on policy",
  lead: (plan, municipality) => `The project builds on “${plan}” of ${municipality}. Here you see which measures it answers, and why.`,
  ownWords: "The municipality's plan is written in Norwegian (bokmål).",
  commitment: (number, title) => `Commitment ${number}: ${title}`,
  valid: (from, to) => `Valid ${from}–${to}`,
  anchored: "Measures the project answers",
  others: "Other measures of the commitment",
  mandatory: "main basis",
  why: "Why the project belongs here",
  use: "What the project does with the measure",
  goals: "Goals and strategies the measure supports",
  workingTitle: "The titles of the measures are working titles, not the municipality's own.",
  noRight: (measure) => `${measure} says that the municipality “may” cooperate. That gives no right, and so each milestone gets a dated approval.`,
  notAnchored: "The project is not tied to any measure yet",
  noPlan: (municipality) => `There is no plan for ${municipality} here yet`,
  noPlanText: "Once the municipality's housing plan is here, you can show which measures the project answers.",
  write: "Write a justification",
  change: "Change the justification",
  justification: "Justification",
  justificationHint: "A sentence or two on what the project contributes. Do not write about single persons.",
  save: "Save the justification",
  saved: "The justification is saved.",
};
