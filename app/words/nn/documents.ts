// Nynorsk: documents as they are read: their text, versions and differences.
import type { BlockChange, ComparedUnit } from "../../domain/documents/comparison";
import type { DocumentKindName } from "../../domain/documents/kind";
import type { VersionReason } from "../../domain/version";
import type { DocumentsWords } from "../nb/documents";

const kinds: Readonly<Record<DocumentKindName, string>> = {
  plan: "Prosjektplan", minutes: "Referat", agreement: "Avtale", financing: "Finansieringsplan", staffing: "Bemanningsplan",
};

const reasons: Readonly<Record<VersionReason, string>> = {
  named: "Teken vare på av ein av dykk",
  automatic: "Teken vare på av seg sjølv etter at nokon skreiv",
  submitted: "Send til godkjenning",
  broughtBack: "Henta tilbake frå ein eldre versjon",
};

const units: Readonly<Record<ComparedUnit, readonly [one: string, many: string]>> = {
  heading: ["overskrift", "overskrifter"], paragraph: ["avsnitt", "avsnitt"], quote: ["sitat", "sitat"], list: ["liste", "lister"],
  listItem: ["punkt", "punkt"], table: ["tabell", "tabellar"], tableRow: ["tabellrad", "tabellrader"], rule: ["skiljelinje", "skiljelinjer"],
};

const changes: Readonly<Record<Exclude<BlockChange, "same"> | "moved", string>> = {
  changed: "endra", added: "lagt til", removed: "teke bort", moved: "flytta", restyled: "med ny utforming, men dei same orda",
};

export const documents: DocumentsWords = {
  kinds,
  title: (part, title) => `${part} – ${title}`,
  read: {
    lastChangedBy: (name, when) => `Sist endra av ${name}, ${when}`,
    lastChanged: (when) => `Sist endra ${when}`,
    write: "Skriv saman",
    follow: "Følg med direkte",
    versions: "Versjonar",
    outline: "Innhald",
    untitled: "Utan tekst",
    tableLabel: "Tabell",
    taskDone: "Gjort:",
    taskOpen: "Ikkje gjort:",
    empty: "Her står det ikkje noko enno.",
    emptyAdvice: "Vel «Skriv saman», så kan du byrje.",
    frozen: (number, when) => `Du les versjon ${number}, slik han blei send til godkjenning. Han blei teken vare på ${when}.`,
    frozenNothing: "Ingen versjon er send til godkjenning enno.",
    frozenNothingAdvice: "Du kan lese teksten her så snart ein versjon er send til godkjenning.",
    summary: "Du kan sjå kva teksten handlar om, men ikkje lese han.",
    summaryHeadings: (number) => `Overskriftene i versjon ${number}, den siste som blei send til godkjenning:`,
    summaryWords: (count) => `Teksten er på ${count} ord.`,
  },
  versions: {
    title: "Versjonar",
    pageTitle: (title) => `Versjonar av ${title}`,
    lead: "Ein versjon er teksten slik han var på eit bestemt tidspunkt. Han kan ikkje endrast.",
    none: "Ingen versjon er teken vare på enno.",
    noneAdvice: "Det skjer av seg sjølv når nokon har skrive, og når teksten blir send til godkjenning.",
    noneFrozen: "Du kan sjå versjonar når dei er sende til godkjenning.",
    number: (number) => `Versjon ${number}`,
    numbered: (number, name) => `Versjon ${number}: ${name}`,
    reasons,
    bySystem: "Samtun",
    evidence: (code) => `Grunnlag for ${code}`,
    evidenceState: { submitted: "til godkjenning", approved: "godkjend", approvedWithConditions: "godkjend med vilkår", returned: "send tilbake" },
    sameAsNow: "Lik teksten no",
    compareWithNow: "Kva er endra sidan?",
    compareWithNowOf: (number) => `Kva er endra sidan versjon ${number}?`,
    compareTwo: "Samanlikn to versjonar",
    name: "Ta vare på teksten slik han er no",
    nameLead: "Gi versjonen eit namn de kjenner att seinare.",
    nameField: "Namn på versjonen",
    nameHint: "Til dømes «Til foreldremøtet i desember»",
    nameSubmit: "Ta vare på versjonen",
    named: (number) => `Versjon ${number} er teken vare på.`,
    backToText: "Til teksten",
  },
  files: { label: "Last ned teksten", pdf: "PDF", docx: "Word", handOver: "Send over til kommunen" },
  version: {
    fingerprint: "Fingeravtrykk",
    fingerprintLead: "Fingeravtrykket (SHA-256) er rekna ut frå innhaldet. Blir eitt ord endra, blir fingeravtrykket eit heilt anna. Ei godkjenning gjeld akkurat dette fingeravtrykket.",
    copy: "Kopier",
    copied: "Kopiert",
    compareBefore: (number) => `Kva er endra sidan versjon ${number}?`,
    compareNow: "Kva er endra etter denne?",
    bringBack: "Hent tilbake denne versjonen",
    bringBackTitle: (number) => `Hente tilbake versjon ${number}?`,
    bringBackLead: (number) =>
      `Teksten blir slik han var i versjon ${number}, og alle som skriv no, ser det med ein gong. Ingenting går tapt: teksten slik han er no, blir teken vare på som ein eigen versjon først.`,
    bringBackSubmit: (number) => `Ja, hent tilbake versjon ${number}`,
    bringBackCancel: "Nei, behald teksten slik han er",
    broughtBack: (number) => `Teksten er no slik han var i versjon ${number}.`,
  },
  compare: {
    title: "Kva er endra?",
    pageTitle: (title) => `Kva er endra i ${title}?`,
    from: "Frå",
    to: "Til",
    now: "Teksten slik han er no",
    show: "Vis skilnaden",
    identical: "Ingenting er endra. Teksten er den same ord for ord.",
    summaryTitle: "Oppsummert",
    textTitle: "Teksten med endringane",
    line: (unit, change, count) => `${count} ${units[unit][count === 1 ? 0 : 1]} ${changes[change]}`,
    places: "Gå til:",
    place: (heading) => (heading === "" ? "øvst" : heading),
    legend: "Slik les du han:",
    legendAdded: "understreka eller merkt «Nytt» er lagt til",
    legendRemoved: "gjennomstreka er teke bort",
    addedStart: "Lagt til:",
    addedEnd: "Slutt på tillegget.",
    removedStart: "Teke bort:",
    removedEnd: "Slutt på det som er teke bort.",
    marks: { added: "Nytt", removed: "Teke bort", changed: "Endra", restyled: "Ny utforming", movedHere: "Flytta hit", movedAway: "Flytta herifrå" },
    unchanged: (count) => (count === 1 ? "Vis eitt uendra avsnitt" : `Vis ${count} uendra avsnitt`),
    noVersions: "Det finst ingen versjon å samanlikne med enno.",
  },
};
