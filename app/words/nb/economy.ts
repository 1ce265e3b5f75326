// Bokmål: the page of a project's economy: what a home costs, whether it adds up, and what if.
import type { RateName } from "../../domain/documents/financing/rates";
import type { BuiltInScenario } from "../../domain/documents/financing/scenarios";

const scenario: Record<BuiltInScenario, string> = {
  asPlanned: "Som planlagt", bids: "Anbudene blir 10\u00a0% dyrere", vatLost: "Momskompensasjonen blir avslått", grantLost: "Tilskuddet blir avslått", grantLate: "Tilskuddet kommer et halvt år for sent",
  baseRentLost: "Leia for personalbasen faller bort", unsold: "En bolig står usolgt i et halvt år", empty: "En bolig står tom", rateLow: "Renta går opp litt", rateHigh: "Renta går opp mye",
};

const rate: Record<RateName, string> = {
  vatRate: "Moms", grantRate: "Investeringstilskudd, del av godkjent kostnad", grantCap: "Investeringstilskudd, høyeste kostnad per bolig", debtCap: "Fellesgjeld, høyest", shareLeast: "Andel, minst", shareMost: "Andel, høyest",
  municipalPart: "Kommunen kan eie, høyest", boundPart: "Bindende avtaler før bygging, minst", reservePart: "Reserve, minst", startLoanMonths: "Startlån, lengste løpetid i måneder", stressLow: "Rente opp, lav", stressHigh: "Rente opp, høy",
  lateRate: "Rente på penger som kommer sent",
};

export const economy = {
  scenario,
  rate,
  title: "Økonomi",
  lead: "Hva koster det å bo her, og går planen opp?",
  write: "Skriv i finansieringsplanen",
  follow: "Se finansieringsplanen",
  versions: "Versjoner",
  rateRises: (points: string) => `Renta går opp ${points} prosentpoeng`,
  notYet: "Finansieringsplanen er ikke begynt",
  notYetText: "I den skriver dere sammen hva boligene koster, hvem som betaler, og hva en måned blir. Summene regnes ut mens dere skriver.",
  notYetReader: "Styret kan begynne på den.",
  begin: "Begynn på finansieringsplanen",
  sums: "Går planen opp?",
  whatIf: "Hva om …",
  whatIfLead: "Hver linje er planen med én ting endret. Mangler det penger, regner vi dem inn i felleslånet så langt loven tillater. Resten må være egne penger.",
  scenarioColumn: "Hvis",
  price: "Borettslaget betaler",
  debt: "Fellesgjeld",
  asOwnMoney: "Egne penger i tillegg",
  once: "Koster én gang",
  aMonth: (home: string) => `${home} i måneden`,
  holds: "Går det opp?",
  yes: "Ja",
  no: "Nei",
  private: "Her står bare gruppas økonomi. Ingen families inntekt, gjeld eller formue hører hjemme i finansieringsplanen.",
  source: "Kilde",
  value: "Sats",
  rateColumn: "Hva",
};

export type EconomyWords = typeof economy;
