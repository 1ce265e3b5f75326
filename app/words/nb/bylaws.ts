// Bokmål: the check of the by-laws against burettslagslova.
import type { ByLawAnswer } from "../../domain/grounds/bylaw-facts";
import type { ByLawFlag, ByLawPoint } from "../../domain/grounds/bylaws";

const point: Record<ByLawPoint, { readonly name: string; readonly law: string }> = {
  bylawsContent: { name: "Det som må stå der", law: "Navnet har «borettslag» i seg. Kommunen, pålydende, hvor mange som sitter i styret, og hva generalforsamlingen behandler, står der." },
  shares: { name: "Andelene", law: "Alle andeler har samme pålydende, fra 5 000 til 20 000 kroner." },
  municipality: { name: "Kommunens andeler", law: "Kommunen kan eie én av ti boliger, og to til av ti når vedtektene sier det." },
  bylawsOwners: { name: "Hvem som kan eie", law: "Vilkår for å eie må ha en saklig grunn. De kan ikke bygge på funksjonsnedsettelse, diagnose eller alder." },
  bylawsNoDutyToSell: { name: "Ingen må selge", law: "Den som eier lovlig, kan ikke pålegges å selge." },
  bylawsPreemption: { name: "Forkjøpsrett", law: "Bare laget kan gjøre den gjeldende, innen 20 dager, eller 5 hverdager når salget er varslet. Den gjelder ikke når barn, foreldre eller søsken overtar." },
  bylawsVeto: { name: "Pris og kommunens samtykke", law: "Prisklausul, og at kommunen må godta endringer i vedtektene, krever ja fra alle eiere. Det må inn før andelene er solgt." },
  bylawsUse: { name: "Når andre bor der", law: "Nær familie kan bruke boligen når styret godkjenner det. Er søknaden ikke besvart etter én måned, er den godkjent." },
  bylawsAdaptation: { name: "Tilpasninger i boligen", law: "Styret kan ikke nekte tilpasninger som trengs på grunn av funksjonsnedsettelse, uten saklig grunn." },
  bylawsCharges: { name: "Felleskostnader og pant", law: "Felleskostnadene fordeles etter verdi, eller slik planen sier. Laget har pant i andelen for to ganger folketrygdens grunnbeløp." },
  bylawsBoard: { name: "Styret og flertallet", law: "Minst tre myndige i styret. Pantsetting foran innskuddene, kjøp og salg av fast eiendom, og tiltak over 5 prosent av felleskostnadene krever to tredels flertall." },
  bylawsDisqualification: { name: "Inhabilitet i styret", law: "Den som selv, eller hvis nærmeste, har en tydelig personlig eller økonomisk særinteresse, er ikke med på å avgjøre saken." },
};
const choice: Record<ByLawAnswer, string> = { met: "I orden", notMet: "Ikke i orden", legalReview: "Bør vurderes av jurist" };
const choiceHint: Record<ByLawAnswer, string> = {
  met: "Det står riktig i vedtektene.", notMet: "Da kan vedtektene ikke godkjennes. Skriv hva som mangler.", legalReview: "Da kan de godkjennes, men den som avgjør, ser det. Skriv hva juristen må se på.",
};
const flag: Record<ByLawFlag["kind"], string> = {
  condition: "Vilkår kan ikke bygge på funksjonsnedsettelse, diagnose, alder og lignende (burettslagslova §§ 1-5 og 4-4). Bygg heller på et vedtak om tjenester.",
  dutyToSell: "Den som eier lovlig, kan ikke pålegges å selge (burettslagslova § 4-7).",
};

export const bylaws = {
  title: "Vedtektssjekken",
  lead: "Vedtektene holdes opp mot burettslagslova, punkt for punkt. Alt må være besvart og i orden før de kan godkjennes.",
  grounds: "Grunnlaget",
  points: "Punktene",
  left: (count: number) => (count === 1 ? "Ett punkt er ikke besvart." : `${count} punkter er ikke besvart.`),
  noneLeft: "Alle punktene er besvart.",
  whose: (who: string) => `Besvares av ${who}.`,
  statute: (section: string) => `Burettslagslova ${section}`,
  unanswered: "Ikke besvart",
  by: (who: string, when: string) => `Besvart av ${who}, ${when}.`,
  noShare: "Pålydende er ikke ført opp ennå.",
  share: (kroner: string, least: string, most: string) => `Pålydende er ${kroner} kroner. Lovlig er fra ${least} til ${most}.`,
  noHomes: "Hvor mange boliger kommunen skal eie, er ikke ført opp ennå.",
  homes: (count: number, all: number, most: number) => `Kommunen skal eie ${count} av ${all} boliger. Høyst ${most} er lov.`,
  open: "Svar",
  change: "Endre svaret",
  answer: "Hvordan er det i vedtektene?",
  note: "Hva mangler, eller hva må vurderes?",
  noteHint: "Kreves når det ikke er i orden, eller bør vurderes. Ikke skriv om enkeltpersoner.",
  save: "Lagre svaret",
  saved: "Svaret er lagret.",
  choice,
  choiceHint,
  point,
  look: "Se gjennom teksten",
  lookLead: "Lim inn vedtektene, så finner Samtun ord en jurist bør se på. Teksten blir ikke lagret.",
  text: "Teksten i vedtektene",
  textHint: "Et utkast holder.",
  lookSend: "Se gjennom",
  noFlags: "Ingen av ordene vi ser etter, står i teksten. Det betyr ikke at alt er lovlig.",
  flags: (count: number) => (count === 1 ? "Ett sted bør en jurist se på:" : `${count} steder bør en jurist se på:`),
  flag,
};

export type BylawsWords = typeof bylaws;
