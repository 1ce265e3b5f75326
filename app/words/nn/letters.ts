// Nynorsk: letters.
import type { LettersWords } from "../nb/letters";

const goodbye = "\n\nHelsing Samtun\n\nDu kan ikkje svare på dette brevet.";

export const letters: LettersWords = {
  invitation: (municipality, link, days) => ({
    subject: "Du er invitert til Samtun",
    body: `Hei!\n\nDu er invitert til å vere med i eit samarbeid i ${municipality} i Samtun.\n\nOpne lenkja for å sjå kven som har invitert deg, og for å svare:\n${link}\n\nInvitasjonen gjeld berre for denne e-postadressa, kan brukast éin gong og varer i ${days} dagar. Kjenner du ikkje til dette, kan du sjå bort frå brevet.${goodbye}`,
  }),
  newPassword: (link) => ({
    subject: "Nytt passord i Samtun",
    body: `Hei!\n\nNokon, helst du sjølv, har bede om nytt passord til kontoen din. Opne lenkja for å velje eit:\n${link}\n\nLenkja varer i éin time. Har du ikkje bede om dette, kan du sjå bort frå brevet. Då gjeld det gamle passordet framleis.${goodbye}`,
  }),
  verifyEmail: (link) => ({
    subject: "Stadfest e-postadressa di i Samtun",
    body: `Hei!\n\nOpne lenkja og trykk på knappen, så veit vi at adressa er di:\n${link}\n\nLenkja varer i eitt døgn. Har du ikkje laga ein konto i Samtun, kan du sjå bort frå brevet.${goodbye}`,
  }),
  task: (link: string, stop: string) => ({
    subject: "Du har ei ny oppgåve i prosjektet",
    body: `Hei!\n\nDu har ei ny oppgåve i prosjektet. Logg inn for å sjå kva det gjeld:\n${link}\n\nAv omsyn til personvernet står det ikkje meir her. Kor ofte du får slike brev, vel du på sida «Kontoen min». Vil du ikkje ha fleire, opnar du denne lenkja:\n${stop}${goodbye}`,
  }),
};
