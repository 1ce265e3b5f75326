// Bokmål: the page of what a milestone stands on: the rules, and what people know and have stated.
import type { FactSource, StatedName } from "../../domain/grounds/fact";

const label: Record<StatedName, string> = {
  householdsClarified: "Avklarte husholdninger",
  buyersBound: "Boliger med kjøper som har skrevet under",
  guardianConsents: "Samtykker fra Statsforvalteren",
  serviceDecisions: "Vedtak om heldøgns tjenester",
  coverageAllDay: "Dekker den signerte bemanningsplanen hele døgnet?",
  debtShare: "Andel fellesgjeld",
  equalSplit: "Er fordelingen den samme for alle andeler?",
  auditDay: "Revisors bekreftelse av åpningsbalansen",
  shareAmount: "Pålydende per andel",
  municipalHomes: "Boliger kommunen skal eie",
  registeredDay: "Registrert i Foretaksregisteret",
};
const hint: Record<StatedName, string> = {
  householdsClarified: "Hvor mange husholdninger har fått avklart at de har råd? Bare antallet, aldri hvem.",
  buyersBound: "Hvor mange boliger har en kjøper som har skrevet under en bindende avtale? Bare antallet.",
  guardianConsents: "Hvor mange av dem som har verge, har fått samtykke? Skriv 0 av 0 hvis ingen trenger det.",
  serviceDecisions: "Hvor mange har et vedtak der det står heldøgns tjenester? Vedtakene blir i kommunens eget system.",
  coverageAllDay: "Alle døgnets timer, alle dager. Ett kvarter uten dekning er et nei.",
  debtShare: "I prosent av kostnadene i finansieringsplanen, for eksempel 70 eller 70,5.",
  equalSplit: "Like mange prosent fellesgjeld for hver andel.",
  auditDay: "Dagen revisor skrev under. Den gjelder i 28 dager.",
  shareAmount: "I hele kroner, fra 5 000 til 20 000.",
  municipalHomes: "Høyst 30 prosent av boligene, og bare når vedtektene sier det.",
  registeredDay: "Innen tre måneder etter stiftelsen.",
};
const from: Record<FactSource, string> = { stated: "", financingPlan: "Hentet fra finansieringsplanen.", staffingPlan: "Hentet fra bemanningsplanen." };

export const grounds = {
  title: (code: string) => `Grunnlaget for ${code}`,
  lead: "Her står hva som må være på plass før denne kan godkjennes eller registreres, og hva vi vet.",
  rules: "Regler",
  noRules: "Ingen andre milepæler eller tall må være på plass først.",
  facts: "Det vi vet",
  bylaws: "Vedtektssjekken",
  factsLead: "Tall og datoer Samtun ikke kan regne ut selv. De som har ansvaret, fører dem opp. Hvem det gjelder, skal aldri stå her.",
  label,
  hint,
  from,
  usedBy: (codes: string) => `Trengs for ${codes}.`,
  notStated: "Ikke ført opp ennå",
  hidden: "Ført opp. Tallet vises bare for dem i kommunen som arbeider med det.",
  statedBy: (who: string, when: string) => `Ført opp av ${who}, ${when}.`,
  canState: (who: string) => `Kan føres opp av ${who}.`,
  countOf: (count: number, all: number) => `${count} av ${all}`,
  percent: (share: string) => `${share} prosent`,
  kroner: (amount: string) => `${amount} kroner`,
  yes: "Ja",
  no: "Nei",
  unknown: "Vet ikke",
  answer: "Svar",
  howMany: "Antall",
  outOf: "Av hvor mange",
  note: "Hvor kommer det fra?",
  noteHint: "For eksempel saksnummer eller dato for brevet. Ikke skriv navn, eller noe om helse.",
  open: "Før opp",
  change: "Endre",
  save: "Lagre",
  emptyHint: "Er det ikke kjent lenger, lar du feltet stå tomt.",
  saved: "Det er ført opp.",
};

export type GroundsWords = typeof grounds;
