// Nynorsk: the page of a project's economy: what a home costs, whether it adds up, and what if.
import type { EconomyWords } from "../nb/economy";

const scenario: EconomyWords["scenario"] = {
  asPlanned: "Som planlagt", bids: "Anboda blir 10\u00a0% dyrare", vatLost: "Momskompensasjonen blir avslått", grantLost: "Tilskotet blir avslått", grantLate: "Tilskotet kjem eit halvt år for seint",
  baseRentLost: "Leiga for personalbasen fell bort", unsold: "Ein bustad står usold i eit halvt år", empty: "Ein bustad står tom", rateLow: "Renta går opp litt", rateHigh: "Renta går opp mykje",
};

const rate: EconomyWords["rate"] = {
  vatRate: "Moms", grantRate: "Investeringstilskot, del av godkjend kostnad", grantCap: "Investeringstilskot, høgste kostnad per bustad", debtCap: "Fellesgjeld, høgst", shareLeast: "Andel, minst", shareMost: "Andel, høgst",
  municipalPart: "Kommunen kan eige, høgst", boundPart: "Bindande avtalar før bygging, minst", reservePart: "Reserve, minst", startLoanMonths: "Startlån, lengste løpetid i månader", stressLow: "Rente opp, låg", stressHigh: "Rente opp, høg",
  lateRate: "Rente på pengar som kjem seint",
};

export const economy: EconomyWords = {
  scenario,
  rate,
  title: "Økonomi",
  lead: "Kva kostar det å bu her, og går planen opp?",
  write: "Skriv i finansieringsplanen",
  follow: "Sjå finansieringsplanen",
  versions: "Versjonar",
  rateRises: (points) => `Renta går opp ${points} prosentpoeng`,
  notYet: "Finansieringsplanen er ikkje påbyrja",
  notYetText: "I han skriv de saman kva bustadene kostar, kven som betaler, og kva ein månad blir. Summane blir rekna ut medan de skriv.",
  notYetReader: "Styret kan byrje på han.",
  begin: "Byrj på finansieringsplanen",
  sums: "Går planen opp?",
  whatIf: "Kva om …",
  whatIfLead: "Kvar linje er planen med éin ting endra. Manglar det pengar, reknar vi dei inn i felleslånet så langt lova tillèt. Resten må vere eigne pengar.",
  scenarioColumn: "Dersom",
  price: "Burettslaget betaler",
  debt: "Fellesgjeld",
  asOwnMoney: "Eigne pengar i tillegg",
  once: "Kostar éin gong",
  aMonth: (home) => `${home} i månaden`,
  holds: "Går det opp?",
  yes: "Ja",
  no: "Nei",
  private: "Her står berre økonomien til gruppa. Inntekta, gjelda eller formuen til ein familie høyrer ikkje heime i finansieringsplanen.",
  source: "Kjelde",
  value: "Sats",
  rateColumn: "Kva",
};
