// Bokmål: deputies for those who decide.

export const deputies = {
  title: "Stedfortredere",
  lead: "Når en som avgjør er borte, kan en stedfortreder svare i stedet. Da blir begge navnene stående ved avgjørelsen.",
  from: "Fra og med",
  to: "Til og med",
  holder: "Hvem skal ha en stedfortreder?",
  deputy: "Hvem er stedfortreder?",
  deputyHint: "En fra samme part.",
  name: "Utpek stedfortreder",
  named: "Stedfortrederen er utpekt.",
  end: "Avslutt",
  endOf: (name: string, holder: string) => `Avslutt at ${name} er stedfortreder for ${holder}`,
  ended: "Stedfortredelsen er avsluttet.",
  line: (deputy: string, holder: string) => `${deputy} for ${holder}`,
  days: (from: string, to: string) => `Fra ${from} til ${to}`,
  now: "nå",
  later: "senere",
  missing: (names: string) => `Har ingen stedfortreder: ${names}. Utpek en, så ingenting blir liggende når de er borte.`,
  allHave: "Alle som avgjør, har en stedfortreder.",
  none: "Ingen stedfortredere er utpekt.",
  link: "Stedfortredere for dem som avgjør",
};

export type DeputiesWords = typeof deputies;
