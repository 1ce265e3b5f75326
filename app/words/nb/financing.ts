// Bokmål: the financing plan's tables, columns and choices.
import type { TableName } from "../../domain/documents/financing/content";

const name = "Navn";
const amount = "Beløp";

const tables: Record<TableName, string> = {
  terms: "Forutsetninger", uses: "Hva det koster", sources: "Hvem som betaler", units: "Boligene", loans: "Felleslån", operating: "Drift av huset", paydowns: "Individuell nedbetaling",
  scenarios: "Egne hva-om",
};

export const financing = {
  tables,
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
};

export type FinancingWords = typeof financing;
