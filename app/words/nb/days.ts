// Bokmål: the page where the days of a milestone are changed.
export const days = {
  title: (code: string) => `Datoene for ${code}`,
  lead: "Når regner dere med å nå den? Alle som følger milepælen, ser datoene.",
  leadReached: "Den er nådd. Nå kan bare dagen noe gjelder til, endres.",
  plannedHint: "Datoen dere først satte.",
  expectedHint: "Datoen dere venter nå.",
  expiresHint: "Hvis noe her gjelder til en bestemt dag, for eksempel en opsjon eller et tilsagn.",
  save: "Lagre datoene",
  cancel: "Avbryt",
};

export type DaysWords = typeof days;
