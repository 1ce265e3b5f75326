// Nynorsk: the people of a project.
import type { PeopleWords } from "../nb/people";

export const people: PeopleWords = {
  title: "Folk",
  lead: "Dei som er med, part for part.",
  you: "deg",
  since: (day) => `Med sidan ${day}`,
  others: (count) => (count === 1 ? "Og éin til, som berre parten sjølv ser namnet på." : `Og ${count} til, som berre parten sjølv ser namna på.`),
  nobody: "Ingen er med her enno.",
  end: (name) => `Avslutt for ${name}`,
  endShort: "Avslutt",
  leave: "Slutt i prosjektet",
  confirm: {
    endTitle: (name) => `Avslutte deltakinga for ${name}?`,
    endText: "Då mistar personen tilgangen med det same, også i vindauge som er opne. Det dei har skrive og gjort, blir ståande.",
    endSubmit: "Avslutt deltakinga",
    leaveTitle: "Slutte i prosjektet?",
    leaveText: "Då mistar du tilgangen med det same. Det du har skrive og gjort, blir ståande. Du må bli invitert på nytt for å kome tilbake.",
    leaveSubmit: "Slutt i prosjektet",
    cancel: "Nei, gå tilbake",
  },
  ended: "Deltakinga er avslutta.",
  invite: {
    heading: "Inviter nokon",
    lead: "Personen får ein e-post med ei lenkje som berre verkar for den adressa, éin gong, i 14 dagar.",
    party: "Part",
    role: "Rolle",
    rolesHeading: "Kva gir rollene rett til?",
    email: "E-post",
    displayName: "Namn i prosjektet",
    displayNameHint: "Slik dei andre ser personen, til dømes «Forelder C».",
    submit: "Send invitasjon",
    sent: (email) => `Invitasjonen er send til ${email}.`,
  },
  invitations: {
    heading: "Invitasjonar som ventar på svar",
    expires: (day) => `Gjeld til ${day}`,
    hasRunOut: "Har gått ut",
    revoke: (email) => `Trekk tilbake invitasjonen til ${email}`,
    revokeShort: "Trekk tilbake",
    revoked: "Invitasjonen er trekt tilbake.",
  },
};
