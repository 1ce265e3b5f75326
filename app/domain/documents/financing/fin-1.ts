// The worked example FIN-1 of the domain (3.7), which the demo shows and the tests reckon with. All amounts are invented.
import { emptyFinancing, type FinancingContent } from "./content";

/** Whole kroner as a cell keeps them. */
export const kroner = (amount: number): string => String(BigInt(Math.round(amount)) * 100n);

/** Domain 3.7: ten homes, municipality-led, balanced to the øre. */
export const fin1: FinancingContent = {
  ...emptyFinancing,
  terms: { share: kroner(5_000), buildingRate: "6000", takeover: "2029-05" },
  uses: [
    { id: "land", name: "Tomt", kind: "land", amount: kroner(4_000_000), from: "2027-12" },
    { id: "build", name: "Entreprise", kind: "construction", amount: kroner(26_000_000), vat: "yes", from: "2028-01", to: "2029-05" },
    { id: "design", name: "Prosjektering, byggeledelse", kind: "design", amount: kroner(3_000_000), vat: "yes", from: "2027-06", to: "2029-05" },
    { id: "equip", name: "Utstyr fellesareal, velferdsteknologi", kind: "equipment", amount: kroner(600_000), vat: "yes", from: "2029-03", to: "2029-05" },
    { id: "fees", name: "Gebyr, tilknytning, forsikring", kind: "fees", amount: kroner(980_000), from: "2027-11", to: "2028-02" },
    { id: "interest", name: "Byggelånsrenter", kind: "interest", amount: kroner(1_100_000), from: "2028-01", to: "2029-05" },
    { id: "founding", name: "Stiftelse, tinglysing, revisor, jus", kind: "founding", amount: kroner(300_000), from: "2027-06" },
    { id: "reserve", name: "Reserve", kind: "reserve", amount: kroner(2_960_000), vat: "yes", from: "2028-01", to: "2029-05" },
  ],
  sources: [
    { id: "vat", name: "Momskompensasjon", kind: "vatCompensation", status: "planned", applicant: "Kommunen" },
    { id: "grant", name: "Investeringstilskudd", kind: "investmentGrant", status: "planned", applicant: "Kommunen" },
    { id: "start", name: "Startlån", kind: "startLoan", amount: kroner(4_742_000), status: "planned" },
    { id: "saved", name: "Sparing", kind: "savings", amount: kroner(850_000), status: "planned" },
    { id: "gifts", name: "Gaver og forskudd på arv", kind: "gift", amount: kroner(960_000), status: "planned" },
  ],
  units: Array.from({ length: 10 }, (_, at) => ({
    id: `u${at + 1}`, number: `A${String(at + 1).padStart(2, "0")}`, weight: at < 8 ? "50" : "60", area: at < 8 ? "50" : "60", ...(at < 8 ? { bound: "yes" } : {}),
  })),
  loans: [{ id: "joint", name: "Felleslån", kind: "annuity", amount: kroner(15_288_000), rate: "5000", months: "360" }],
  operating: [
    ...([
      ["Kommunale avgifter", 120_000], ["Eiendomsskatt", 30_000], ["Forsikring", 80_000], ["Forretningsfører", 55_000], ["Revisjon", 18_000], ["Styrehonorar", 24_000],
      ["Vaktmester, renhold, brøyting", 105_000], ["Energi felles", 95_000], ["Bredbånd", 42_000], ["Sikringsordning", 11_000], ["Diverse", 30_000],
    ] as const).map(([name, amount], at) => ({ id: `o${at + 1}`, name, kind: "cost", amount: kroner(amount) })),
    { id: "keep", name: "Vedlikeholdsavsetning", kind: "maintenance", amount: kroner(110_000) },
    { id: "base", name: "Leie for personalbasen", kind: "baseRent", amount: kroner(174_000) },
  ],
};
