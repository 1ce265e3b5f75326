// Bokmål: letters. They travel openly, so they name no project and no person, and say nothing about why (rule P4).

const goodbye = "\n\nHilsen Samtun\n\nDu kan ikke svare på dette brevet.";

export const letters = {
  invitation: (municipality: string, link: string, days: number) => ({
    subject: "Du er invitert til Samtun",
    body: `Hei!\n\nDu er invitert til å være med i et samarbeid i ${municipality} i Samtun.\n\nÅpne lenken for å se hvem som har invitert deg, og for å svare:\n${link}\n\nInvitasjonen gjelder bare for denne e-postadressen, kan brukes én gang og varer i ${days} dager. Kjenner du ikke til dette, kan du se bort fra brevet.${goodbye}`,
  }),
  newPassword: (link: string) => ({
    subject: "Nytt passord i Samtun",
    body: `Hei!\n\nNoen, helst du selv, har bedt om nytt passord til kontoen din. Åpne lenken for å velge et:\n${link}\n\nLenken varer i én time. Har du ikke bedt om dette, kan du se bort fra brevet. Da gjelder det gamle passordet fortsatt.${goodbye}`,
  }),
  verifyEmail: (link: string) => ({
    subject: "Bekreft e-postadressen din i Samtun",
    body: `Hei!\n\nÅpne lenken og trykk på knappen, så vet vi at adressen er din:\n${link}\n\nLenken varer i ett døgn. Har du ikke laget en konto i Samtun, kan du se bort fra brevet.${goodbye}`,
  }),
  task: (link: string, stop: string) => ({
    subject: "Du har en ny oppgave i prosjektet",
    body: `Hei!\n\nDu har en ny oppgave i prosjektet. Logg inn for å se hva det gjelder:\n${link}\n\nAv hensyn til personvernet står det ikke mer her. Hvor ofte du får slike brev, velger du på siden «Min konto». Vil du ikke ha flere, åpner du denne lenken:\n${stop}${goodbye}`,
  }),
};

export type LettersWords = typeof letters;
