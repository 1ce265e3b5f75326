// Bokmål: documents as they are read: their text, versions and differences.
import type { BlockChange, ComparedUnit } from "../../domain/documents/comparison";
import type { DocumentKindName } from "../../domain/documents/kind";
import type { VersionReason } from "../../domain/version";

const kinds: Readonly<Record<DocumentKindName, string>> = {
  plan: "Prosjektplan", minutes: "Referat", agreement: "Avtale", financing: "Finansieringsplan", staffing: "Bemanningsplan",
};

const reasons: Readonly<Record<VersionReason, string>> = {
  named: "Tatt vare på av en av dere",
  automatic: "Tatt vare på av seg selv etter at noen skrev",
  submitted: "Sendt til godkjenning",
  broughtBack: "Hentet tilbake fra en eldre versjon",
};

const units: Readonly<Record<ComparedUnit, readonly [one: string, many: string]>> = {
  heading: ["overskrift", "overskrifter"], paragraph: ["avsnitt", "avsnitt"], quote: ["sitat", "sitater"], list: ["liste", "lister"],
  listItem: ["punkt", "punkter"], table: ["tabell", "tabeller"], tableRow: ["tabellrad", "tabellrader"], rule: ["skillelinje", "skillelinjer"],
};

const changes: Readonly<Record<Exclude<BlockChange, "same"> | "moved", string>> = {
  changed: "endret", added: "lagt til", removed: "fjernet", moved: "flyttet", restyled: "med ny utforming, men de samme ordene",
};

export const documents = {
  kinds,
  /** "Versjon 3 – Prosjektplan" */
  title: (part: string, title: string) => `${part} – ${title}`,
  read: {
    lastChangedBy: (name: string, when: string) => `Sist endret av ${name}, ${when}`,
    lastChanged: (when: string) => `Sist endret ${when}`,
    write: "Skriv sammen",
    follow: "Følg med direkte",
    versions: "Versjoner",
    outline: "Innhold",
    untitled: "Uten tekst",
    tableLabel: "Tabell",
    taskDone: "Gjort:",
    taskOpen: "Ikke gjort:",
    empty: "Her står det ikke noe ennå.",
    emptyAdvice: "Velg «Skriv sammen», så kan du begynne.",
    frozen: (number: number, when: string) => `Du leser versjon ${number}, slik den ble sendt til godkjenning. Den ble tatt vare på ${when}.`,
    frozenNothing: "Ingen versjon er sendt til godkjenning ennå.",
    frozenNothingAdvice: "Du kan lese teksten her så snart en versjon er sendt til godkjenning.",
    summary: "Du kan se hva teksten handler om, men ikke lese den.",
    summaryHeadings: (number: number) => `Overskriftene i versjon ${number}, den siste som ble sendt til godkjenning:`,
    summaryWords: (count: string) => `Teksten er på ${count} ord.`,
  },
  versions: {
    title: "Versjoner",
    pageTitle: (title: string) => `Versjoner av ${title}`,
    lead: "En versjon er teksten slik den var på et bestemt tidspunkt. Den kan ikke endres.",
    none: "Ingen versjon er tatt vare på ennå.",
    noneAdvice: "Det skjer av seg selv når noen har skrevet, og når teksten blir sendt til godkjenning.",
    noneFrozen: "Du kan se versjoner når de er sendt til godkjenning.",
    number: (number: number) => `Versjon ${number}`,
    numbered: (number: number, name: string) => `Versjon ${number}: ${name}`,
    reasons,
    bySystem: "Samtun",
    evidence: (code: string) => `Grunnlag for ${code}`,
    evidenceState: { submitted: "til godkjenning", approved: "godkjent", approvedWithConditions: "godkjent med vilkår", returned: "sendt tilbake" },
    sameAsNow: "Lik teksten nå",
    compareWithNow: "Hva er endret siden?",
    compareWithNowOf: (number: number) => `Hva er endret siden versjon ${number}?`,
    compareTwo: "Sammenlign to versjoner",
    name: "Ta vare på teksten slik den er nå",
    nameLead: "Gi versjonen et navn dere kjenner igjen senere.",
    nameField: "Navn på versjonen",
    nameHint: "For eksempel «Til foreldremøtet i desember»",
    nameSubmit: "Ta vare på versjonen",
    named: (number: number) => `Versjon ${number} er tatt vare på.`,
    backToText: "Til teksten",
  },
  files: { label: "Last ned teksten", pdf: "PDF", docx: "Word", handOver: "Oversend til kommunen" },
  version: {
    fingerprint: "Fingeravtrykk",
    fingerprintLead: "Fingeravtrykket (SHA-256) er regnet ut fra innholdet. Blir ett ord endret, blir fingeravtrykket et helt annet. En godkjenning gjelder akkurat dette fingeravtrykket.",
    copy: "Kopier",
    copied: "Kopiert",
    compareBefore: (number: number) => `Hva er endret siden versjon ${number}?`,
    compareNow: "Hva er endret etter denne?",
    bringBack: "Hent tilbake denne versjonen",
    bringBackTitle: (number: number) => `Hente tilbake versjon ${number}?`,
    bringBackLead: (number: number) =>
      `Teksten blir slik den var i versjon ${number}, og alle som skriver nå, ser det med én gang. Ingenting går tapt: teksten slik den er nå, blir tatt vare på som en egen versjon først.`,
    bringBackSubmit: (number: number) => `Ja, hent tilbake versjon ${number}`,
    bringBackCancel: "Nei, behold teksten slik den er",
    broughtBack: (number: number) => `Teksten er nå slik den var i versjon ${number}.`,
  },
  compare: {
    title: "Hva er endret?",
    pageTitle: (title: string) => `Hva er endret i ${title}?`,
    from: "Fra",
    to: "Til",
    now: "Teksten slik den er nå",
    show: "Vis forskjellen",
    identical: "Ingenting er endret. Teksten er den samme ord for ord.",
    summaryTitle: "Oppsummert",
    textTitle: "Teksten med endringene",
    line: (unit: ComparedUnit, change: keyof typeof changes, count: number) => `${count} ${units[unit][count === 1 ? 0 : 1]} ${changes[change]}`,
    places: "Gå til:",
    place: (heading: string) => (heading === "" ? "øverst" : heading),
    legend: "Slik leser du den:",
    legendAdded: "understreket eller merket «Nytt» er lagt til",
    legendRemoved: "gjennomstreket er fjernet",
    addedStart: "Lagt til:",
    addedEnd: "Slutt på tillegget.",
    removedStart: "Fjernet:",
    removedEnd: "Slutt på det fjernede.",
    marks: { added: "Nytt", removed: "Fjernet", changed: "Endret", restyled: "Ny utforming", movedHere: "Flyttet hit", movedAway: "Flyttet herfra" },
    unchanged: (count: number) => (count === 1 ? "Vis ett uendret avsnitt" : `Vis ${count} uendrede avsnitt`),
    noVersions: "Det finnes ingen versjon å sammenligne med ennå.",
  },
};

export type DocumentsWords = typeof documents;
