// Nynorsk: the page where the days of a milestone are changed.
import type { DaysWords } from "../nb/days";

export const days: DaysWords = {
  title: (code: string) => `Datoane for ${code}`,
  lead: "Når reknar de med å nå ho? Alle som følgjer milepælen, ser datoane.",
  leadReached: "Ho er nådd. No kan berre dagen noko gjeld til, endrast.",
  plannedHint: "Datoen de først sette.",
  expectedHint: "Datoen de ventar no.",
  expiresHint: "Om noko her gjeld til ein bestemt dag, til dømes ein opsjon eller ei tilsegn.",
  save: "Lagre datoane",
  cancel: "Avbryt",
};
