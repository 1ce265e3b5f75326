// Bokmål: how a project rests on the municipality's plan.

export const policy = {
  title: "Forankring i kommunens plan",
  lead: (plan: string, municipality: string) => `Prosjektet bygger på «${plan}» i ${municipality}. Her står hvilke tiltak det svarer på, og hvorfor.`,
  ownWords: "Kommunens plan er skrevet på bokmål.",
  commitment: (number: number, title: string) => `Satsing ${number}: ${title}`,
  valid: (from: string, to: string) => `Gjelder ${from}–${to}`,
  anchored: "Tiltak prosjektet svarer på",
  others: "Andre tiltak i satsingen",
  mandatory: "hovedforankring",
  why: "Hvorfor prosjektet hører til her",
  use: "Hva prosjektet gjør med tiltaket",
  goals: "Mål og strategier tiltaket støtter",
  workingTitle: "Titlene på tiltakene er arbeidstitler, ikke kommunens egne.",
  noRight: (measure: string) => `${measure} sier at kommunen «kan» samarbeide. Det gir ingen rett, og derfor får hver milepæl en datert godkjenning.`,
  notAnchored: "Prosjektet er ikke knyttet til noe tiltak ennå",
  noPlan: (municipality: string) => `Det ligger ingen plan for ${municipality} her ennå`,
  noPlanText: "Når kommunens boligplan er lagt inn, kan dere vise hvilke tiltak prosjektet svarer på.",
  write: "Skriv en begrunnelse",
  change: "Endre begrunnelsen",
  justification: "Begrunnelse",
  justificationHint: "Et par setninger om hva prosjektet bidrar med. Ikke skriv om enkeltpersoner.",
  save: "Lagre begrunnelsen",
  saved: "Begrunnelsen er lagret.",
};

export type PolicyWords = typeof policy;
