// The worked example FIN-1, and plans nobody would write: for tests and the benchmark. All amounts are invented.
import fc from "fast-check";
import type { Day } from "../../time";
import { emptyFinancing, parseFinancing, tableNames, tables, type FinancingContent } from "./content";
import type { Ground } from "./figures";
import type { Rates } from "./rates";

export const kroner = (amount: number): string => String(BigInt(Math.round(amount)) * 100n);

export const fin1Rates: Rates = {
  vatRate: 25_000, grantRate: 45_000, grantCap: 380_000_000n, debtCap: 75_000, shareLeast: 500_000n, shareMost: 2_000_000n, municipalPart: 30_000, boundPart: 70_000,
  reservePart: 10_000, startLoanMonths: 600, stressLow: 1_000, stressHigh: 3_000, lateRate: 6_000,
};
export const fin1Ground: Ground = { model: "municipalLed", rates: fin1Rates };
export const today = "2026-11-22" as Day;

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

/** The same content with cells changed: `change(fin1, "units", "u9", { debt: … })`. */
export function changed(content: FinancingContent, table: Exclude<keyof FinancingContent, "terms">, id: string, cells: Readonly<Record<string, string>>): FinancingContent {
  return { ...content, [table]: content[table].map((row) => (row.id === id ? { ...row, ...cells } : row)) };
}

const oddText = fc.oneof(
  fc.constantFrom("", "0", "-1", "1", "50", "5000", "100000", "99999999999999", "100000000000001", "yes", "no", "annuity", "serial", "weight", "A01", "A1", "2028-01", "2029-13", "1e9", "NaN", "Infinity", "٣", "½"),
  fc.string({ maxLength: 12 }), fc.integer({ min: 0, max: 10 ** 9 }).map(String),
);

/** Any content two clients could merge into: any text in any cell, rows half written, the same number twice. */
export const anyContent: fc.Arbitrary<FinancingContent> = fc
  .record(Object.fromEntries(tableNames.map((table) => {
    const cells = fc.record(Object.fromEntries(Object.entries(tables[table]).map(([column, kind]) => [column, kind.kind === "choice" ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom<string>(...kind.among) }, { weight: 1, arbitrary: oddText }) : oddText])), { requiredKeys: [] });
    return [table, table === "terms" ? cells : fc.array(cells, { maxLength: 6 }).map((rows) => rows.map((row, at) => ({ ...row, id: `r${at}` })))];
  })))
  .map((json) => {
    const parsed = parseFinancing(json);
    if (!parsed.ok) throw new Error("a content that is no content");
    return parsed.value;
  });
