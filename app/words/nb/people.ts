// Bokmål: the people of a project.

export const people = {
  title: "Folk",
  lead: "De som er med, part for part.",
  you: "deg",
  since: (day: string) => `Med siden ${day}`,
  others: (count: number) => (count === 1 ? "Og én til, som bare parten selv ser navnet på." : `Og ${count} til, som bare parten selv ser navnene på.`),
  nobody: "Ingen er med her ennå.",
  end: (name: string) => `Avslutt for ${name}`,
  endShort: "Avslutt",
  leave: "Slutt i prosjektet",
  confirm: {
    endTitle: (name: string) => `Avslutte deltakelsen for ${name}?`,
    endText: "Da mister personen tilgangen med det samme, også i vinduer som er åpne. Det de har skrevet og gjort, blir stående.",
    endSubmit: "Avslutt deltakelsen",
    leaveTitle: "Slutte i prosjektet?",
    leaveText: "Da mister du tilgangen med det samme. Det du har skrevet og gjort, blir stående. Du må inviteres på nytt for å komme tilbake.",
    leaveSubmit: "Slutt i prosjektet",
    cancel: "Nei, gå tilbake",
  },
  ended: "Deltakelsen er avsluttet.",
  invite: {
    heading: "Inviter noen",
    lead: "Personen får en e-post med en lenke som bare virker for den adressen, én gang, i 14 dager.",
    party: "Part",
    role: "Rolle",
    rolesHeading: "Hva gir rollene rett til?",
    email: "E-post",
    displayName: "Navn i prosjektet",
    displayNameHint: "Slik de andre ser personen, for eksempel «Forelder C».",
    submit: "Send invitasjon",
    sent: (email: string) => `Invitasjonen er sendt til ${email}.`,
  },
  invitations: {
    heading: "Invitasjoner som venter på svar",
    expires: (day: string) => `Gjelder til ${day}`,
    hasRunOut: "Har gått ut",
    revoke: (email: string) => `Trekk tilbake invitasjonen til ${email}`,
    revokeShort: "Trekk tilbake",
    revoked: "Invitasjonen er trukket tilbake.",
  },
};

export type PeopleWords = typeof people;
