// English: the financing plan's tables, columns and choices.
import type { FinancingWords } from "../nb/financing";

const name = "Name";
const amount = "Amount";

export const financing: FinancingWords = {
  tables: {
    terms: "Assumptions", uses: "What it costs", sources: "Who pays", units: "The homes", loans: "Joint loans", operating: "Running the house", paydowns: "Individual pay-down", scenarios: "What-ifs of our own",
  },
  columns: {
    terms: {
      share: "Share per home", costEstimate: "Cost estimate", compensableShare: "Part of the VAT that can be compensated", grantUnits: "Homes a grant is applied for", approvedPerUnit: "Approved cost of a home",
      operatingKey: "Running costs are shared by", takeover: "Takeover", buildingRate: "Interest on the building loan", buildingLimit: "Limit of the building loan",
    },
    uses: { name, kind: "Kind", amount: "Amount before VAT", vat: "With VAT", from: "From month", to: "To month", note: "Note" },
    sources: { name, kind: "Kind", amount, status: "Status", applicant: "Applicant", conditions: "Conditions", expires: "Valid until", evidence: "Evidence", month: "Comes in month" },
    units: { number: "Home", weight: "Weight", area: "Area (m²)", municipal: "Municipality owns", bound: "Binding agreement", debt: "Shared debt of its own" },
    loans: {
      name, lender: "Lender", kind: "Type", amount, rate: "Interest", months: "Months", interestOnly: "Months of interest only", fixedPart: "Part at a fixed rate", fixedRate: "Fixed rate", fixedUntil: "Fixed until",
    },
    operating: { name, kind: "Kind", amount: "Amount a year", key: "Shared by", note: "Note" },
    paydowns: { unit: "Home", loan: "Loan", amount },
    scenarios: {
      name, bids: "Dearer bids", vatLost: "Without VAT compensation", grantLost: "Without the grant", grantLate: "The grant so many months late", baseRentLost: "Without rent for the base", unsold: "Unsold home",
      unsoldMonths: "Unsold for months", empty: "Empty home", rateUp: "Interest up",
    },
  },
  choices: {
    uses: {
      land: "Site", construction: "Construction", design: "Design", equipment: "Equipment", fees: "Fees and connections", interest: "Interest while building", founding: "Founding", reserve: "Reserve", other: "Other",
    },
    sources: {
      vatCompensation: "VAT compensation", investmentGrant: "Investment grant", establishmentGrant: "Grant to set up a home", otherGrant: "Other grant", startLoan: "Startlån", savings: "Savings",
      gift: "Gifts and advances on inheritance", municipality: "The municipality", other: "Other",
    },
    status: {
      planned: "Planned", applied: "Applied for", committed: "Committed", granted: "Granted", partlyGranted: "Partly granted", refused: "Refused", withdrawn: "Withdrawn", paid: "Paid out",
    },
    operating: { cost: "Cost", maintenance: "Maintenance", baseRent: "Rent for the staff base", income: "Other income" },
    key: { weight: "Weight", equal: "Equally", area: "Area" },
    loans: { annuity: "Annuity", serial: "Serial" },
  },
  yes: "Yes",
  unreadable: (typed) => `“${typed}” cannot be read`,
  sum: "Sum",
  nothingYet: "Nothing has been written yet.",
};
