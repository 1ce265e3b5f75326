// Bokmål: the switch of model.
import type { MilestoneKind } from "../../domain/milestone";
import type { SwitchAnswer } from "../../domain/model-switch";

export const switching = {
  title: "Bytt modell",
  back: "Tilpass milepælene",
  lead: (from: string, to: string) => `Nå: ${from}. Den andre modellen: ${to}. Styret eller koordinatoren foreslår, og den andre siden svarer. Ingenting endres før begge har sagt ja.`,
  changes: "Dette ville byttet endre",
  changesLead: (count: number, stale: number) =>
    `${count === 0 ? "Ingen milepæler endres." : count === 1 ? "Én milepæl endres." : `${count} milepæler endres.`} ${stale === 0 ? "Alle godkjenninger gjelder fortsatt." : stale === 1 ? "Én godkjenning må gis på nytt." : `${stale} godkjenninger må gis på nytt.`}`,
  prepared: "Forberedes av",
  decided: "Avgjøres",
  approvedBy: (who: string) => `her, av ${who}`,
  how: {
    recordedEvent: (who) => `ikke her: det skjer, og blir registrert (${who})`,
    externalDecision: (who) => `utenfor Samtun (${who})`,
  } satisfies Record<Exclude<MilestoneKind, "approval">, (who: string) => string>,
  before: (what: string) => `nå ${what}.`,
  after: (what: string) => `Etter byttet ${what}.`,
  relevance: { in: "Blir aktuell i prosjektet.", out: "Blir ikke lenger aktuell." },
  stale: "Den er godkjent, men godkjenningen vil ikke gjelde etter byttet.",
  staleDocuments: (titles: string) => `Den gjaldt ${titles}.`,
  staleTag: "Må godkjennes på nytt",
  liesOpen: "Ligger til avgjørelse",
  kept: "Dette blir stående slik dere har valgt",
  keptLead: "Her ville malen vært en annen, men dere har valgt selv. Passer valget ikke lenger, endrer dere det på milepælen.",
  keptField: { preparedBy: "hvem som forbereder", decidedBy: "hvem som avgjør" },
  untouched: "Egne milepæler, egne navn og datoer, dokumenter og alt som er nådd, blir stående.",
  propose: "Foreslå å bytte",
  proposeLead: "Den andre siden får en oppgave om å svare. De ser grunnen og den samme oversikten som du ser nå.",
  reason: "Hvorfor skal prosjektet bytte?",
  reasonHint: "Styret og koordinatoren ser grunnen, og den står ved hver milepæl som endres. Ikke skriv om helse eller enkeltpersoner.",
  proposeButton: (to: string) => `Foreslå: ${to}`,
  proposed: (to: string) => `Forslag: ${to}.`,
  because: (reason: string) => `Grunn: ${reason}`,
  by: (name: string, role: string, day: string) => `${name}, ${role}, ${day}`,
  notAsProposed: "Prosjektet har endret seg siden forslaget kom, så oversikten under er en annen enn den som ble foreslått. Det er den under som gjelder.",
  waitsForOthers: "Forslaget venter på svar fra den andre siden.",
  notYours: "Du har selv foreslått dette, så en annen må svare.",
  confirm: "Si ja",
  confirmLead: "Da går prosjektet over med en gang, slik oversikten viser.",
  confirmButton: (to: string) => `Bekreft: ${to}`,
  openFirst: (codes: string) => `Byttet kan ikke bekreftes ennå: ${codes} ligger til avgjørelse. Vent til det er avgjort eller sendt tilbake.`,
  decline: "Si nei",
  declineLead: "Da blir alt som det er.",
  answerReason: "Hvorfor ikke?",
  answerReasonHint: "Styret og koordinatoren ser grunnen. Ikke skriv om helse eller enkeltpersoner.",
  withdraw: "Trekk forslaget tilbake",
  withdrawLead: "Det kan dere gjøre til den andre siden har svart.",
  earlier: "Tidligere forslag",
  answered: { confirmed: "Bekreftet.", declined: "Avslått.", withdrawn: "Trukket tilbake." } satisfies Record<SwitchAnswer, string>,
  done: {
    proposed: "Forslaget er sendt til den andre siden.", confirmed: "Prosjektet har byttet modell.", declined: "Du har sagt nei. Alt er som før.", withdrawn: "Forslaget er trukket tilbake.",
  } satisfies Record<SwitchAnswer | "proposed", string>,
};

export type SwitchingWords = typeof switching;
