// Nynorsk: proving that it is oneself who sits here, before something that binds others.
import type { PresenceWords } from "../nb/presence";

export const presence: PresenceWords = {
  heading: "Stadfest at det er deg",
  why: "Avgjerda bind fleire enn deg. Difor spør vi éin gong til.",
  password: "Passordet ditt",
  passwordHint: "Det same som du loggar inn med. Det blir ikkje lagra saman med avgjerda.",
  code: "Koden frå appen",
  codeHint: "Dei seks sifra frå appen du bruker når du loggar inn.",
  demo: "Ja, det er eg som avgjer dette",
  demoHint: "Elles spør Samtun etter passordet eller koden her. I demoen har ingen eit passord, så her set du ein hake i staden. Det blir ståande ved avgjerda at ho blei stadfesta slik demoen gjer det.",
  isFresh: (when) => `Du stadfesta at det er deg ${when}. Det gjeld i fem minutt.`,
  proved: {
    password: (when) => `Stadfesta med passord ${when}`,
    code: (when) => `Stadfesta med kode frå app ${when}`,
    demo: (when) => `Stadfesta slik demoen gjer det, utan passord, ${when}`,
  },
};
