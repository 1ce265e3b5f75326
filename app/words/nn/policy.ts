// Nynorsk: how a project rests on the municipality's plan.
import type { PolicyWords } from "../nb/policy";

export const policy: PolicyWords = {
  title: "Forankring i planen til kommunen",
  lead: (plan, municipality) => `Prosjektet byggjer på «${plan}» i ${municipality}. Her står kva tiltak det svarar på, og kvifor.`,
  ownWords: "Planen til kommunen er skriven på bokmål.",
  commitment: (number, title) => `Satsing ${number}: ${title}`,
  valid: (from, to) => `Gjeld ${from}–${to}`,
  anchored: "Tiltak prosjektet svarar på",
  others: "Andre tiltak i satsinga",
  mandatory: "hovudforankring",
  why: "Kvifor prosjektet høyrer til her",
  use: "Kva prosjektet gjer med tiltaket",
  goals: "Mål og strategiar tiltaket støttar",
  workingTitle: "Titlane på tiltaka er arbeidstitlar, ikkje dei kommunen sjølv bruker.",
  noRight: (measure) => `${measure} seier at kommunen «kan» samarbeide. Det gir ingen rett, og difor får kvar milepæl ei datert godkjenning.`,
  notAnchored: "Prosjektet er ikkje knytt til noko tiltak enno",
  noPlan: (municipality) => `Det ligg ingen plan for ${municipality} her enno`,
  noPlanText: "Når bustadplanen til kommunen er lagd inn, kan de vise kva tiltak prosjektet svarar på.",
  write: "Skriv ei grunngiving",
  change: "Endre grunngivinga",
  justification: "Grunngiving",
  justificationHint: "Eit par setningar om kva prosjektet bidreg med. Ikkje skriv om enkeltpersonar.",
  save: "Lagre grunngivinga",
  saved: "Grunngivinga er lagra.",
};
