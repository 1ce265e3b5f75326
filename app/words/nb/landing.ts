// Bokmål: the front page for strangers, and in the demo whom one may be.

export const landing = {
  heading: "Et eget hjem, planlagt sammen",
  lead: "Samtun er arbeidsrommet der foreldre, kommune og tjenester planlegger et borettslag sammen – fra det første møtet til nøkkelen i døra.",
  pictureText: "Små hus rundt et felles tun, med et tre i midten.",
  pointsHeading: "Slik hjelper Samtun dere",
  points: {
    plan: {
      heading: "Én plan, skrevet av alle",
      text: "Foreldre og kommune skriver i det samme dokumentet, samtidig. Det blir lagret mens du skriver, og ingen versjon går tapt.",
    },
    path: {
      heading: "Alle ser hva som er neste",
      text: "Veien er delt i milepæler. Ved hver av dem står det hvem dere venter på, hvor lenge dere har ventet, og hva som mangler.",
    },
    approval: {
      heading: "Et ja som står seg",
      text: "En godkjenning gjelder nøyaktig det som ble vist. Blir teksten endret etterpå, ser alle det, og dere kan spørre på nytt.",
    },
    privacy: {
      heading: "Et hjem planlegges, ikke et menneske",
      text: "Helseopplysninger og vedtak blir i kommunens egne systemer. Her står det som er felles for huset.",
    },
  },
  partiesHeading: "For dem som sitter rundt bordet",
  parties: {
    parents: { heading: "For foreldre", text: "Se på ett minutt hvor prosjektet står. Skriv med når du har tid, fra mobilen eller kjøkkenbordet. Når noen slutter, blir det dere har gjort, stående." },
    municipality: { heading: "For kommunen", text: "Ett sted for planen, sakene og beslutningene. Du ser hva du godkjenner, med hvilken myndighet, og journalen viser det siden." },
    services: { heading: "For tjenestene", text: "Vær med fra starten, der bemanning og bygg henger sammen. Du ser det rollen din trenger, og ikke mer." },
  },
  begin: {
    heading: "Slik kommer du med",
    steps: [
      "Kommunen oppretter prosjektet.",
      "Styret i foreldregruppa og koordinatoren inviterer hver sine.",
      "Du får en e-post, lager et passord og er inne.",
    ] as readonly string[],
  },
  demo: {
    heading: "Prøv Samtun med et prosjekt som allerede er i gang",
    lead: (project: string) => `${project} er oppdiktet. Velg hvem du vil være. Åpne gjerne et privat vindu og vær en annen der, så ser du dem skrive sammen.`,
    signInAs: (name: string) => `Gå inn som ${name}`,
    others: (count: number) => `Vis de andre (${count})`,
  },
};

export type LandingWords = typeof landing;
