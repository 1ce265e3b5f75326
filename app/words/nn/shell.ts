// Nynorsk: the frame around every page, the front page for strangers, and the pages that say what went wrong.
import type { ShellWords } from "../nb/shell";

export const shell: ShellWords = {
  name: "Samtun",
  pageTitle: (title) => `${title} – Samtun`,
  skipToContent: "Hopp til innhaldet",
  toFrontPage: "Samtun, til framsida",
  mainNavigation: "Hovudmeny",
  projects: "Prosjekt",
  administration: "Administrasjon",
  account: "Kontoen min",
  signIn: "Logg inn",
  signOut: "Logg ut",
  signedInAs: (name) => `Logga inn som ${name}`,
  language: "Språk",
  languageName: { nb: "Bokmål", nn: "Nynorsk", en: "English" },
  colourScheme: "Fargar",
  colourSchemeName: { auto: "Som eininga", light: "Lyst", dark: "Mørkt" },
  choices: "Språk og fargar",
  footer: {
    about: "Samtun er eit arbeidsrom der foreldre, kommune og tenester planlegg eit burettslag saman.",
    accessibility: "Tilgjengeerklæring",
    accessibilityContact: "Er noko vanskeleg å bruke? Sei frå til koordinatoren i kommunen din.",
    privacy: "Samtun set berre dei informasjonskapslane som trengst, og sender ingenting til andre.",
  },
  forms: {
    optional: "valfritt",
    choose: "Vel …",
    faultsHeading: "Dette må rettast",
    saved: "Lagra.",
  },
  landing: {
    heading: "Ein eigen heim, planlagd saman",
    lead: "Samtun er arbeidsrommet der foreldre, kommune og tenester planlegg eit burettslag saman – frå det første møtet til nøkkelen i døra.",
    pictureText: "Små hus rundt eit felles tun, med eit tre i midten.",
    pointsHeading: "Slik hjelper Samtun dykk",
    points: {
      plan: {
        heading: "Éin plan, skriven av alle",
        text: "Foreldre og kommune skriv i det same dokumentet, samstundes. Det blir lagra medan du skriv, og inga utgåve går tapt.",
      },
      path: {
        heading: "Alle ser kva som er neste",
        text: "Vegen er delt i milepælar. Ved kvar av dei står det kven de ventar på, kor lenge de har venta, og kva som manglar.",
      },
      approval: {
        heading: "Eit ja som står seg",
        text: "Ei godkjenning gjeld nøyaktig det som blei vist. Blir teksten endra etterpå, ser alle det, og de kan spørje på nytt.",
      },
      privacy: {
        heading: "Ein heim blir planlagd, ikkje eit menneske",
        text: "Helseopplysningar og vedtak blir verande i systema til kommunen. Her står det som er felles for huset.",
      },
    },
    partiesHeading: "For dei som sit rundt bordet",
    parties: {
      parents: { heading: "For foreldre", text: "Sjå på eitt minutt kvar prosjektet står. Skriv med når du har tid, frå mobilen eller kjøkenbordet. Når nokon sluttar, blir det de har gjort, ståande." },
      municipality: { heading: "For kommunen", text: "Éin stad for planen, sakene og avgjerdene. Du ser kva du godkjenner, med kva mynde, og journalen viser det sidan." },
      services: { heading: "For tenestene", text: "Ver med frå starten, der bemanning og bygg heng saman. Du ser det rolla di treng, og ikkje meir." },
    },
    begin: {
      heading: "Slik kjem du med",
      steps: [
        "Kommunen opprettar prosjektet.",
        "Styret i foreldregruppa og koordinatoren inviterer kvar sine.",
        "Du får ein e-post, lagar eit passord og er inne.",
      ],
    },
  },
  demo: {
    label: "Om demoen",
    heading: "Prøv Samtun med eit prosjekt som alt er i gang",
    lead: (project) => `${project} er oppdikta. Vel kven du vil vere. Opne gjerne eit privat vindauge og ver ein annan der, så ser du dei skrive saman.`,
    signInAs: (name) => `Gå inn som ${name}`,
    nobody: "Det er ingen å velje enno: demoprosjektet er ikkje lagt inn.",
    note: "Dette er ein demo. Ikkje skriv ekte opplysningar her.",
  },
  faults: {
    code: (status) => `Feil ${status}`,
    toFrontPage: "Til framsida",
    toProjects: "Til prosjekta dine",
    toSignIn: "Logg inn",
    again: "Prøv sida på nytt",
    signInNeeded: { title: "Du må logge inn", text: "Denne sida er for dei som er med i prosjektet. Logg inn, så kjem du rett hit." },
    notAllowed: { title: "Du har ikkje tilgang til dette", text: "Du er med i prosjektet, men rolla di gir ikkje rett til denne sida. Treng du henne, kan du spørje koordinatoren eller styret." },
    notFound: { title: "Vi finn ikkje sida", text: "Adressa kan vere feil, sida kan vere flytta, eller ho høyrer til eit prosjekt du ikkje er med i. Fekk du ei lenkje, kan du spørje den som sende henne." },
    changed: { title: "Nokon andre kom først", text: "Saka blei endra medan du heldt på, så vi har ikkje lagra det du sende. Gå tilbake, last sida på nytt og sjå kva som er nytt." },
    tooMany: { title: "Vent litt", text: "Det kom for mange førespurnader på kort tid. Vent eit minutt og prøv igjen." },
    refused: { title: "Dette gjekk ikkje", text: "Vi forstod ikkje det som blei sendt, og har ikkje endra noko. Gå tilbake og prøv igjen." },
    tooLarge: { title: "Dette er for stort", text: "Det du sende, er større enn vi kan ta imot i eit skjema. Gå tilbake, kort det ned og prøv igjen." },
    broken: { title: "Noko gjekk gale hos oss", text: "Feilen er notert. Det de har skrive og lagra tidlegare, er trygt. Prøv igjen om litt, og sei frå til koordinatoren om det held fram." },
  },
};
