// Bokmål: the financing plan's tables, columns and choices.
import type { FinancingRule } from "../../domain/documents/financing/checks";
import type { TableName } from "../../domain/documents/financing/content";

const name = "Navn";
const amount = "Beløp";

const tables: Record<TableName, string> = {
  terms: "Forutsetninger", uses: "Hva det koster", sources: "Hvem som betaler", units: "Boligene", loans: "Felleslån", operating: "Drift av huset", paydowns: "Individuell nedbetaling",
  scenarios: "Egne hva-om",
};

/** Values stand as they are read: amounts with "kr", counts, months, the numbers of homes. */
const rules: Record<FinancingRule, (value: Readonly<Record<string, string>>) => string> = {
  unreadable: () => "Det som står her, kan ikke leses. Det teller som null til det er rettet.",
  debtCap: ({ debt, most, over }) => `Felleslånet er ${debt}. Loven tillater ${most}: det som er over (${over}), er ugyldig.`,
  equalSplit: ({ unit, equal }) => `${unit} må ha samme del fellesgjeld som de andre: ${equal}.`,
  shareRange: ({ least, most }) => `Andelen må være fra ${least} til ${most}.`,
  municipalPart: ({ most, have }) => `Kommunen kan eie ${most} av boligene. Her er det krysset av for ${have}.`,
  boundPart: ({ have, least }) => `${have} boliger har en bindende avtale. Minst ${least} må ha det før dere bygger.`,
  unbalanced: ({ lacking, over }) => (lacking ? `Det mangler ${lacking} før kildene dekker kostnaden.` : `Kildene er ${over} mer enn kostnaden.`),
  liquidity: ({ drawn, month, limit }) => `I ${month} må byggelånet bære ${drawn}. Rammen er ${limit}.`,
  combination: () => "Investeringstilskudd og tilskudd til etablering kan som regel ikke gis sammen. Be kommunen bekrefte.",
  roundTheClockGrant: ({ have, need }) => `Tilskuddet regnes for ${need} boliger, men bare ${have} har vedtak om heldøgns tjenester.`,
  roundTheClockVat: () => "Momskompensasjonen forutsetter heldøgns tjenester, og bemanningsplanen viser det ikke.",
  grantToMunicipality: () => "Investeringstilskudd gis bare til kommunen. Bygger gruppa selv, kan dere ikke regne med det.",
  reserve: ({ least }) => `Reserven er lav. Vanlig er minst ${least}.`,
  unlikeExpected: ({ expected }) => `Satsene gir ${expected}. Her står det mer.`,
  expires: ({ month }) => `Løper ut før pengene kommer i ${month}.`,
  noWeights: () => "Ingen bolig har vekt, så ingenting kan fordeles.",
  twoAlike: ({ unit }) => `To boliger heter ${unit}.`,
  noMaintenance: () => "Det er ikke satt av noe til vedlikehold.",
  notAUnit: () => "Ingen bolig har dette nummeret.",
};

export const financing = {
  tables,
  rules,
  columns: {
    terms: {
      share: "Andel per bolig", costEstimate: "Kostnadsoverslag", compensableShare: "Del av momsen som kan kompenseres", grantUnits: "Boliger det søkes tilskudd for", approvedPerUnit: "Godkjent kostnad per bolig",
      operatingKey: "Driften fordeles etter", takeover: "Overtakelse", buildingRate: "Rente på byggelånet", buildingLimit: "Ramme for byggelånet",
    },
    uses: { name, kind: "Slag", amount: "Beløp uten moms", vat: "Med moms", from: "Fra måned", to: "Til måned", note: "Merknad" },
    sources: { name, kind: "Slag", amount, status: "Status", applicant: "Søker", conditions: "Vilkår", expires: "Gjelder til", evidence: "Dokumentasjon", month: "Kommer i måned" },
    units: { number: "Bolig", weight: "Vekt", area: "Areal (m²)", municipal: "Kommunen eier", bound: "Bindende avtale", debt: "Egen fellesgjeld" },
    loans: {
      name, lender: "Långiver", kind: "Type", amount, rate: "Rente", months: "Måneder", interestOnly: "Avdragsfrie måneder", fixedPart: "Del med fast rente", fixedRate: "Fast rente", fixedUntil: "Fast til",
    },
    operating: { name, kind: "Slag", amount: "Beløp per år", key: "Fordeles etter", note: "Merknad" },
    paydowns: { unit: "Bolig", loan: "Lån", amount },
    scenarios: {
      name, bids: "Dyrere anbud", vatLost: "Uten momskompensasjon", grantLost: "Uten tilskudd", grantLate: "Tilskudd så mange måneder for sent", baseRentLost: "Uten leie for basen", unsold: "Usolgt bolig",
      unsoldMonths: "Usolgt i måneder", empty: "Tom bolig", rateUp: "Rente opp",
    },
  },
  choices: {
    uses: {
      land: "Tomt", construction: "Bygging", design: "Prosjektering", equipment: "Utstyr", fees: "Gebyr og tilknytning", interest: "Byggelånsrenter", founding: "Stiftelse", reserve: "Reserve", other: "Annet",
    },
    sources: {
      vatCompensation: "Momskompensasjon", investmentGrant: "Investeringstilskudd", establishmentGrant: "Tilskudd til etablering", otherGrant: "Annet tilskudd", startLoan: "Startlån", savings: "Oppsparte midler",
      gift: "Gaver og forskudd på arv", municipality: "Kommunen", other: "Annet",
    },
    status: {
      planned: "Planlagt", applied: "Søkt", committed: "Tilsagn", granted: "Innvilget", partlyGranted: "Delvis innvilget", refused: "Avslått", withdrawn: "Trukket", paid: "Utbetalt",
    },
    operating: { cost: "Kostnad", maintenance: "Vedlikehold", baseRent: "Leie for personalbasen", income: "Annen inntekt" },
    key: { weight: "Vekt", equal: "Likt", area: "Areal" },
    loans: { annuity: "Annuitet", serial: "Serielån" },
  },
  yes: "Ja",
  unreadable: (typed: string) => `«${typed}» kan ikke leses`,
  sum: "Sum",
  nothingYet: "Ingenting er skrevet ennå.",
  page: {
    undo: "Angre",
    redo: "Gjør om",
    keys: "Enter og piltastene flytter mellom cellene. Escape tar tilbake det du holder på å skrive. Lim inn en blokk fra Excel der den skal begynne.",
    cell: (column: string, row: string) => `${column}, ${row}`,
    rowNumber: (number: number) => `rad ${number}`,
    isHere: (name: string) => `${name} er her`,
    addRow: "Legg til en rad",
    takeRow: (row: string) => `Ta bort ${row}`,
    taken: (row: string) => `${row} er tatt bort. Angre henter den tilbake.`,
    full: "Tabellen er full.",
    pasted: (cells: number, leftOut: number) => (leftOut === 0 ? `${cells} celler er limt inn.` : `${cells} celler er limt inn. ${leftOut} fikk ikke plass.`),
    copy: "Kopier tabellen",
    copied: "Tabellen er kopiert. Den kan limes inn i Excel.",
    couldNotCopy: "Nettleseren ga ikke lov til å kopiere.",
    choose: "Velg",
    tableOf: (title: string) => `Tabell: ${title}`,
    computed: (amount: string) => `${amount} regnet ut`,
    actions: "Handlinger",
    results: "Slik blir det",
    cost: "Kostnad med moms",
    support: "Tilskudd og kompensasjon",
    price: "Borettslaget betaler",
    debt: "Fellesgjeld",
    own: "Boligene betaler selv",
    balance: "Balanse",
    balanced: "Går opp",
    lacking: (amount: string) => `Mangler ${amount}`,
    over: (amount: string) => `${amount} for mye`,
    month: "Hva koster en bolig i måneden?",
    monthNote: "Første måned etter overtakelse. Strøm, innboforsikring og eget lån kommer i tillegg.",
    homes: "Boliger",
    interest: "Renter",
    principal: "Avdrag",
    operation: "Drift",
    total: "I alt",
    noHomes: "Skriv inn boligene, så ser dere hva en måned koster.",
    findings: "Dette bør dere se på",
    noFindings: "Alle regler er fulgt.",
    error: "Må rettes",
    warning: "Vær klar over",
    toCell: "Gå til cellen",
    rates: "Satsene regnestykket bruker",
    ratesLead: "Bekreft det som er antatt, før dere søker om penger.",
    assumed: "antatt",
  },
};

export type FinancingWords = typeof financing;
