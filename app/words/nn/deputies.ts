// Nynorsk: deputies for those who decide.
import type { DeputiesWords } from "../nb/deputies";

export const deputies: DeputiesWords = {
  title: "Stedfortredarar",
  lead: "Når ein som avgjer er borte, kan ein stedfortredar svare i staden. Då blir begge namna ståande ved avgjerda.",
  from: "Frå og med",
  to: "Til og med",
  holder: "Kven skal ha ein stedfortredar?",
  deputy: "Kven er stedfortredar?",
  deputyHint: "Ein frå same part.",
  name: "Peik ut stedfortredar",
  named: "Stedfortredaren er peika ut.",
  end: "Avslutt",
  endOf: (name, holder) => `Avslutt at ${name} er stedfortredar for ${holder}`,
  ended: "Stedfortredinga er avslutta.",
  line: (deputy, holder) => `${deputy} for ${holder}`,
  days: (from, to) => `Frå ${from} til ${to}`,
  now: "no",
  later: "seinare",
  missing: (names) => `Har ingen stedfortredar: ${names}. Peik ut ein, så ingenting blir liggjande når dei er borte.`,
  allHave: "Alle som avgjer, har ein stedfortredar.",
  none: "Ingen stedfortredarar er peika ut.",
  link: "Stedfortredarar for dei som avgjer",
};
