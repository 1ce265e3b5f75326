// Bokmål: notices by mail, the page they lead to, stopping them, and the calendar.
import type { NoticeKind, Pace } from "../../domain/notice";

const kind: Record<NoticeKind, string> = {
  decide: "Noe er sendt inn, og du skal svare",
  correct: "Noe kom tilbake, eller må spørres om på nytt",
  condition: "Et vilkår er ditt",
  deadline: "En frist nærmer seg",
  standIn: "Du trengs i stedet for noen andre",
};

const pace: Record<Pace, string> = { atOnce: "Straks", daily: "Én gang om dagen", never: "Aldri" };

export const notices = {
  kind,
  pace,
  page: {
    title: "Oppgavene dine",
    lead: "Dette venter på deg i prosjektene du er med i.",
    none: "Ingenting venter på deg akkurat nå",
    noneText: "Når noe trenger deg, står det her og på forsiden av prosjektet. Du kan også få e-post om det.",
    toChoices: "Velg hvor ofte du får e-post",
  },
  choices: {
    title: "E-post når noe venter på deg",
    lead: "Brevene sier bare at du har en ny oppgave, aldri hva den gjelder. Straks betyr etter omtrent ti minutter, så flere ting kan bli ett brev. Én gang om dagen betyr klokka sju om morgenen. Har du ikke valgt noe, får du brev straks, men om frister én gang om dagen.",
    submit: "Lagre valgene",
    saved: "Valgene er lagret.",
    all: "Se oppgavene dine",
  },
  calendar: {
    title: "Kalender",
    lead: "Få datoene fra prosjektene inn i kalenderen din. Adressen er hemmelig: den som har den, kan se datoene uten å logge inn.",
    make: "Lag en kalenderadresse",
    has: (made: string) => `Du har en kalenderadresse, laget ${made}.`,
    madeTitle: "Her er adressen. Kopier den nå",
    madeText: "Vi viser den bare denne ene gangen. I kalenderen velger du «Legg til kalender fra nettadresse» og limer den inn.",
    address: "Kalenderadresse",
    renew: "Lag en ny adresse",
    renewText: "Lager du en ny adresse, slutter den gamle å virke.",
    revoke: "Slett adressen",
    revoked: "Adressen er slettet. Kalenderen får ikke flere datoer.",
    titlesLegend: "Hva skal stå i kalenderen?",
    neutral: "Bare nøytrale ord",
    neutralHint: "«Milepæl M15» og «Frist M13». Da røper ikke kalenderen hva prosjektet er.",
    full: "Navnet på prosjektet og milepælen",
    fullHint: "Alle som kan se kalenderen din, kan lese det. Det gjelder også en arbeidsgiver eller en kalendertjeneste.",
    titlesSubmit: "Lagre",
    titlesSaved: "Valget er lagret. Kalenderen viser det neste gang den henter datoer.",
  },
  unsubscribe: {
    title: "Stopp e-post om oppgaver",
    lead: "Trykk på knappen, så får du ikke flere brev om at noe venter på deg. Oppgavene står fortsatt i Samtun når du logger inn.",
    submit: "Stopp brevene",
    doneTitle: "Du får ikke flere brev",
    doneText: "Vi sender deg ikke e-post om nye oppgaver. De står fortsatt på forsiden av prosjektet. Du kan ombestemme deg på siden «Min konto».",
    toAccount: "Til Min konto",
    goneTitle: "Lenken virker ikke",
    goneText: "Kanskje er den ikke kopiert helt. Du kan også stoppe brevene på siden «Min konto» når du er logget inn.",
  },
};

export type NoticesWords = typeof notices;
