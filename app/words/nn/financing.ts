// Nynorsk: the financing plan's tables, columns and choices.
import type { FinancingWords } from "../nb/financing";

const name = "Namn";
const amount = "Beløp";

const tables: FinancingWords["tables"] = {
  terms: "Føresetnader", uses: "Kva det kostar", sources: "Kven som betaler", units: "Bustadene", loans: "Felleslån", operating: "Drift av huset", paydowns: "Individuell nedbetaling",
  scenarios: "Eigne kva-om",
};

export const financing: FinancingWords = {
  tables,
  columns: {
    terms: {
      share: "Andel per bustad", costEstimate: "Kostnadsoverslag", compensableShare: "Del av momsen som kan kompenserast", grantUnits: "Bustader det blir søkt tilskot for", approvedPerUnit: "Godkjend kostnad per bustad",
      operatingKey: "Drifta blir fordelt etter", takeover: "Overtaking", buildingRate: "Rente på byggelånet", buildingLimit: "Ramme for byggelånet",
    },
    uses: { name, kind: "Slag", amount: "Beløp utan moms", vat: "Med moms", from: "Frå månad", to: "Til månad", note: "Merknad" },
    sources: { name, kind: "Slag", amount, status: "Status", applicant: "Søkjar", conditions: "Vilkår", expires: "Gjeld til", evidence: "Dokumentasjon", month: "Kjem i månad" },
    units: { number: "Bustad", weight: "Vekt", area: "Areal (m²)", municipal: "Kommunen eig", bound: "Bindende avtale", debt: "Eiga fellesgjeld" },
    loans: {
      name, lender: "Långjevar", kind: "Type", amount, rate: "Rente", months: "Månader", interestOnly: "Avdragsfrie månader", fixedPart: "Del med fast rente", fixedRate: "Fast rente", fixedUntil: "Fast til",
    },
    operating: { name, kind: "Slag", amount: "Beløp per år", key: "Blir fordelt etter", note: "Merknad" },
    paydowns: { unit: "Bustad", loan: "Lån", amount },
    scenarios: {
      name, bids: "Dyrare anbod", vatLost: "Utan momskompensasjon", grantLost: "Utan tilskot", grantLate: "Tilskot så mange månader for seint", baseRentLost: "Utan leige for basen", unsold: "Usold bustad",
      unsoldMonths: "Usold i månader", empty: "Tom bustad", rateUp: "Rente opp",
    },
  },
  choices: {
    uses: {
      land: "Tomt", construction: "Bygging", design: "Prosjektering", equipment: "Utstyr", fees: "Gebyr og tilknytning", interest: "Byggelånsrenter", founding: "Skiping", reserve: "Reserve", other: "Anna",
    },
    sources: {
      vatCompensation: "Momskompensasjon", investmentGrant: "Investeringstilskot", establishmentGrant: "Tilskot til etablering", otherGrant: "Anna tilskot", startLoan: "Startlån", savings: "Oppsparte midlar",
      gift: "Gåver og forskot på arv", municipality: "Kommunen", other: "Anna",
    },
    status: {
      planned: "Planlagd", applied: "Søkt", committed: "Tilsegn", granted: "Innvilga", partlyGranted: "Delvis innvilga", refused: "Avslått", withdrawn: "Trekt", paid: "Utbetalt",
    },
    operating: { cost: "Kostnad", maintenance: "Vedlikehold", baseRent: "Leige for personalbasen", income: "Anna inntekt" },
    key: { weight: "Vekt", equal: "Likt", area: "Areal" },
    loans: { annuity: "Annuitet", serial: "Serielån" },
  },
  yes: "Ja",
  unreadable: (typed: string) => `«${typed}» kan ikkje lesast`,
  sum: "Sum",
  nothingYet: "Ingenting er skrive enno.",
};
