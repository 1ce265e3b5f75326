// Nynorsk: the front page for strangers, and in the demo whom one may be.
import type { LandingWords } from "../nb/landing";

export const landing: LandingWords = {
  heading: "Ein eigen heim, planlagd saman",
  lead: "Samtun er arbeidsrommet der foreldre, kommune og tenester planlegg eit burettslag saman – frå det første møtet til nøkkelen i døra.",
  pictureText: "Små hus rundt eit felles tun, med eit tre i midten.",
  pointsHeading: "Slik hjelper Samtun dykk",
  points: {
    plan: {
      heading: "Éin plan, skriven av alle",
      text: "Foreldre og kommune skriv i det same dokumentet, samtidig. Det blir lagra medan du skriv, og ingen versjon går tapt.",
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
  demo: {
    heading: "Prøv Samtun med eit prosjekt som alt er i gang",
    lead: (project) => `${project} er oppdikta. Vel kven du vil vere. Opne gjerne eit privat vindauge og ver ein annan der, så ser du dei skrive saman.`,
    signInAs: (name) => `Gå inn som ${name}`,
    others: (count) => `Vis dei andre (${count})`,
  },
};
