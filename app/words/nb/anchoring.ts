// Bokmål: what a milestone answers in the municipality's plan.

export const anchoring = {
  title: (code: string) => `${code}: forankring i kommunens plan`,
  lead: (plan: string, municipality: string) => `Hvilke tiltak og mål i «${plan}» i ${municipality} svarer milepælen på, og hvorfor? Det skrives ut i saksframlegget.`,
  ownWords: "Navnene på tiltak og mål er skrevet på bokmål.",
  now: "Milepælen svarer på dette",
  none: "Milepælen er ikke knyttet til noe i planen ennå.",
  add: "Knytt til et tiltak eller mål",
  change: "Endre begrunnelsen",
  changeOf: (target: string) => `Endre begrunnelsen for ${target}`,
  target: "Tiltak eller mål",
  measures: "Tiltak",
  goals: "Mål og prinsipper",
  answeredByProject: (title: string) => `${title} (prosjektet svarer på dette)`,
  justification: "Begrunnelse",
  justificationHint: "Et par setninger om hva akkurat denne milepælen bidrar med. Ikke skriv om enkeltpersoner.",
  save: "Lagre begrunnelsen",
  saved: "Begrunnelsen er lagret.",
  remove: "Ta bort",
  removeOf: (target: string) => `Ta bort ${target}`,
  removed: (target: string) => `${target} er tatt bort.`,
  noPlan: (municipality: string) => `Det ligger ingen plan for ${municipality} her ennå`,
  noPlanText: "Når kommunens boligplan er lagt inn, kan dere vise hva milepælen svarer på.",
};

export type AnchoringWords = typeof anchoring;
