// Bokmål: proving that it is oneself who sits here, before something that binds others.

export const presence = {
  heading: "Bekreft at det er deg",
  why: "Avgjørelsen binder flere enn deg. Derfor spør vi én gang til.",
  password: "Passordet ditt",
  passwordHint: "Det samme som du logger inn med. Det blir ikke lagret sammen med avgjørelsen.",
  code: "Koden fra appen",
  codeHint: "De seks sifrene fra appen du bruker når du logger inn.",
  demo: "Ja, det er jeg som avgjør dette",
  demoHint: "Ellers spør Samtun etter passordet eller koden her. I demoen har ingen et passord, så her setter du en hake i stedet. Det blir stående ved avgjørelsen at den ble bekreftet slik demoen gjør det.",
  isFresh: (when: string) => `Du bekreftet at det er deg ${when}. Det gjelder i fem minutter.`,
  /** How a decision was confirmed; `when` is a whole moment. */
  proved: {
    password: (when: string) => `Bekreftet med passord ${when}`,
    code: (when: string) => `Bekreftet med kode fra app ${when}`,
    demo: (when: string) => `Bekreftet slik demoen gjør det, uten passord, ${when}`,
  },
};

export type PresenceWords = typeof presence;
