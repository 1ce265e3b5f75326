// English: what a milestone answers in the municipality's plan.
import type { AnchoringWords } from "../nb/anchoring";

export const anchoring: AnchoringWords = {
  title: (code) => `${code}: anchoring in the municipality’s plan`,
  lead: (plan, municipality) => `Which measures and goals of “${plan}” in ${municipality} does the milestone answer, and why? It is printed in the case paper.`,
  ownWords: "The names of measures and goals are written in Norwegian bokmål.",
  now: "The milestone answers this",
  none: "The milestone is not tied to anything in the plan yet.",
  add: "Tie it to a measure or a goal",
  change: "Change the justification",
  changeOf: (target) => `Change the justification for ${target}`,
  target: "Measure or goal",
  measures: "Measures",
  goals: "Goals and principles",
  answeredByProject: (title) => `${title} (the project answers this)`,
  justification: "Justification",
  justificationHint: "A sentence or two about what this very milestone contributes. Write nothing about single people.",
  save: "Save the justification",
  saved: "The justification is saved.",
  remove: "Take away",
  removeOf: (target) => `Take ${target} away`,
  removed: (target) => `${target} is taken away.`,
  noPlan: (municipality) => `There is no plan for ${municipality} here yet`,
  noPlanText: "When the municipality’s housing plan has been put in, you can show what the milestone answers.",
};
