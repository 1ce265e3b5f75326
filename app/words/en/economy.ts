// English: the page of a project's economy: what a home costs, whether it adds up, and what if.
import type { EconomyWords } from "../nb/economy";

const scenario: EconomyWords["scenario"] = {
  asPlanned: "As planned", bids: "Bids are 10% dearer", vatLost: "VAT compensation is refused", grantLost: "The grant is refused", grantLate: "The grant comes half a year late",
  baseRentLost: "The rent for the staff base is lost", unsold: "A home stands unsold for half a year", empty: "A home stands empty", rateLow: "Interest rises a little", rateHigh: "Interest rises much",
};

const rate: EconomyWords["rate"] = {
  vatRate: "VAT", grantRate: "Investment grant, part of the approved cost", grantCap: "Investment grant, highest cost of a home", debtCap: "Shared debt, at most", shareLeast: "Share, at least", shareMost: "Share, at most",
  municipalPart: "The municipality may own, at most", boundPart: "Binding agreements before building, at least", reservePart: "Reserve, at least", startLoanMonths: "Startlån, longest term in months", stressLow: "Interest up, low", stressHigh: "Interest up, high",
  lateRate: "Interest on money that comes late",
};

export const economy: EconomyWords = {
  scenario,
  rate,
  title: "Economy",
  lead: "What does it cost to live here, and does the plan add up?",
  write: "Write in the financing plan",
  follow: "See the financing plan",
  versions: "Versions",
  rateRises: (points) => `Interest rises by ${points} percentage points`,
  notYet: "The financing plan has not been begun",
  notYetText: "In it you write together what the homes cost, who pays, and what a month will be. The sums are computed as you write.",
  notYetReader: "The board can begin it.",
  begin: "Begin the financing plan",
  sums: "Does the plan add up?",
  whatIf: "What if …",
  whatIfLead: "Each line is the plan with one thing changed. Where money is missing, we put it on the joint loan as far as the law allows. The rest must be money of your own.",
  scenarioColumn: "If",
  price: "The cooperative pays",
  debt: "Shared debt",
  asOwnMoney: "Own money in addition",
  once: "Costs once",
  aMonth: (home) => `${home} a month`,
  holds: "Does it add up?",
  yes: "Yes",
  no: "No",
  private: "Only the group's economy stands here. No family's income, debt or means belong in the financing plan.",
  source: "Source",
  value: "Rate",
  rateColumn: "What",
};
