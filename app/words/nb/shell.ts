// Bokmål: the frame around every page, the front page for strangers, and the pages that say what went wrong.
import type { ColourScheme, Language } from "../../domain/preference";

const languageName: Record<Language, string> = { nb: "Bokmål", nn: "Nynorsk", en: "English" };
const colourSchemeName: Record<ColourScheme, string> = { auto: "Som enheten", light: "Lyst", dark: "Mørkt" };

export const shell = {
  name: "Samtun",
  pageTitle: (title: string) => `${title} – Samtun`,
  skipToContent: "Hopp til innholdet",
  toFrontPage: "Samtun, til forsiden",
  mainNavigation: "Hovedmeny",
  projects: "Prosjekter",
  administration: "Administrasjon",
  account: "Min konto",
  signIn: "Logg inn",
  signOut: "Logg ut",
  signedInAs: (name: string) => `Logget inn som ${name}`,
  language: "Språk",
  languageName,
  colourScheme: "Farger",
  colourSchemeName,
  choices: "Språk og farger",
  footer: {
    about: "Samtun er et arbeidsrom der foreldre, kommune og tjenester planlegger et borettslag sammen.",
    accessibility: "Tilgjengelighetserklæring",
    accessibilityContact: "Er noe vanskelig å bruke? Si fra til koordinatoren i kommunen din.",
    privacy: "Samtun setter bare de informasjonskapslene som trengs, og sender ingenting til andre.",
  },
  forms: {
    optional: "valgfritt",
    choose: "Velg …",
    faultsHeading: "Dette må rettes",
    saved: "Lagret.",
  },
  landing: {
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
  },
  demo: {
    label: "Om demoen",
    heading: "Prøv Samtun med et prosjekt som allerede er i gang",
    lead: (project: string) => `${project} er oppdiktet. Velg hvem du vil være. Åpne gjerne et privat vindu og vær en annen der, så ser du dem skrive sammen.`,
    signInAs: (name: string) => `Gå inn som ${name}`,
    others: (count: number) => `Vis de andre (${count})`,
    nobody: "Det er ingen å velge ennå: demoprosjektet er ikke lagt inn.",
    note: "Dette er en demo. Ikke skriv ekte opplysninger her.",
    mail: "E-posten demoen har sendt",
  },
  faults: {
    code: (status: number) => `Feil ${status}`,
    toFrontPage: "Til forsiden",
    toProjects: "Til prosjektene dine",
    toSignIn: "Logg inn",
    again: "Prøv siden på nytt",
    signInNeeded: { title: "Du må logge inn", text: "Denne siden er for dem som er med i prosjektet. Logg inn, så kommer du rett hit." },
    notAllowed: { title: "Du har ikke tilgang til dette", text: "Du er med i prosjektet, men rollen din gir ikke rett til denne siden. Trenger du den, kan du spørre koordinatoren eller styret." },
    notFound: { title: "Vi finner ikke siden", text: "Adressen kan være feil, siden kan være flyttet, eller den hører til et prosjekt du ikke er med i. Fikk du en lenke, kan du spørre den som sendte den." },
    changed: { title: "Noen andre kom først", text: "Saken ble endret mens du holdt på, så vi har ikke lagret det du sendte. Gå tilbake, last siden på nytt og se hva som er nytt." },
    tooMany: { title: "Vent litt", text: "Det kom for mange forespørsler på kort tid. Vent et minutt og prøv igjen." },
    refused: { title: "Dette gikk ikke", text: "Vi forsto ikke det som ble sendt, og har ikke endret noe. Gå tilbake og prøv igjen." },
    tooLarge: { title: "Dette er for stort", text: "Det du sendte, er større enn vi kan ta imot i et skjema. Gå tilbake, kort det ned og prøv igjen." },
    broken: { title: "Noe gikk galt hos oss", text: "Feilen er notert. Det dere har skrevet og lagret tidligere, er trygt. Prøv igjen om litt, og si fra til koordinatoren hvis det fortsetter." },
  },
};

export type ShellWords = typeof shell;
