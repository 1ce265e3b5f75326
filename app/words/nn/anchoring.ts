// Nynorsk: what a milestone answers in the municipality's plan.
import type { AnchoringWords } from "../nb/anchoring";

export const anchoring: AnchoringWords = {
  title: (code) => `${code}: forankring i planen til kommunen`,
  lead: (plan, municipality) => `Kva tiltak og mål i «${plan}» i ${municipality} svarar milepælen på, og kvifor? Det blir skrive ut i saksframlegget.`,
  ownWords: "Namna på tiltak og mål er skrivne på bokmål.",
  now: "Milepælen svarar på dette",
  none: "Milepælen er ikkje knytt til noko i planen enno.",
  add: "Knyt til eit tiltak eller mål",
  change: "Endre grunngivinga",
  changeOf: (target) => `Endre grunngivinga for ${target}`,
  target: "Tiltak eller mål",
  measures: "Tiltak",
  goals: "Mål og prinsipp",
  answeredByProject: (title) => `${title} (prosjektet svarar på dette)`,
  justification: "Grunngiving",
  justificationHint: "Eit par setningar om kva akkurat denne milepælen bidreg med. Ikkje skriv om enkeltpersonar.",
  save: "Lagre grunngivinga",
  saved: "Grunngivinga er lagra.",
  remove: "Ta bort",
  removeOf: (target) => `Ta bort ${target}`,
  removed: (target) => `${target} er teken bort.`,
  noPlan: (municipality) => `Det ligg ingen plan for ${municipality} her enno`,
  noPlanText: "Når bustadplanen til kommunen er lagd inn, kan de vise kva milepælen svarar på.",
};
