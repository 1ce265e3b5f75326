// Bokmål: the frame around every page, and the pages that say what went wrong.
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
    verify: "Kontroller en pakke eller et fingeravtrykk",
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
  demo: {
    label: "Om demoen",
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
