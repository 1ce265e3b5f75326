// Bokmål: the headings of a case paper, and what it says where other pages say nothing: around what people wrote, never instead of it.

export const casePaper = {
  title: (code: string, name: string) => `Saksframlegg: ${code} ${name}`,
  notice: (day: string) => `Slik milepælen står i Samtun ${day}, så langt rollen din kan lese den. Dette er ikke et enkeltvedtak.`,
  fileName: "saksframlegg",
  head: { project: "Prosjekt", municipality: "Kommune", phase: "Fase", model: "Modell", easyRead: "Lettlest", state: "Tilstand", whoseMove: "Hos hvem nå" },
  who: { heading: "Hvem forbereder, og hvem avgjør?", order: "Rekkefølge" },
  days: {
    none: "Ikke satt",
    forecast: "Prognose",
    reached: "Nådd",
    overdue: (count: number) => (count === 1 ? "1 dag over tiden." : `${count} dager over tiden.`),
    slipped: (count: number) => (count === 1 ? "1 dag senere enn først planlagt." : `${count} dager senere enn først planlagt.`),
  },
  anchoring: {
    plan: (title: string, municipality: string, from: string, to: string) => `Planen er «${title}» i ${municipality}. Den gjelder fra ${from} til ${to}.`,
    measure: "Tiltak",
    goal: "Mål eller prinsipp",
  },
  evidence: {
    submittedBy: "Sendt inn av",
    preparers: "Har også forberedt",
    what: "Tekst eller fil",
    file: (number: number, name: string) => `Fil ${number}: ${name}`,
    hiddenTexts: (count: number) => (count === 1 ? "Én tekst til er sendt inn. Rollen din leser den ikke." : `${count} tekster til er sendt inn. Rollen din leser dem ikke.`),
    hiddenFiles: (count: number) => (count === 1 ? "Én fil til er sendt inn. Rollen din leser den ikke." : `${count} filer til er sendt inn. Rollen din leser dem ikke.`),
  },
  grounds: {
    now: (day: string) => `Slik svarer reglene ${day}.`,
    bound: (when: string) => `Slik svarte reglene da det ble avgjort, ${when}. Svarene er bundet til avgjørelsen.`,
    recorded: (when: string) => `Slik svarte reglene da det ble registrert, ${when}.`,
    none: "Ingen regler spør om denne milepælen.",
    rule: "Regel og svar",
    what: "Hva den gjelder",
  },
  conditions: { none: "Ingen vilkår.", state: "Ansvar og frist", metAt: (when: string) => `Oppfylt ${when}` },
  decisions: {
    heading: "Avgjørelser",
    none: "Ingen har avgjort noe om denne milepælen her ennå.",
    of: (submission: string, decision: string) => `${submission}: ${decision}`,
    proof: "Bevist med",
    noProof: "Avgjort før det ble spurt om bevis",
    conditions: "Vilkår",
  },
  standing: {
    heading: "Gjelder godkjenningen nå?",
    none: "Det finnes ingen godkjenning å vurdere nå.",
    ended: "Nei. Det som ble godkjent før, gjelder ikke lenger.",
    again: "Milepælen er sendt inn på nytt siden.",
    yes: "Ja.",
    no: "Nei.",
    hiddenMoved: "En tekst som rollen din ikke leser, er ikke lenger den som ble godkjent.",
  },
  disqualification: { none: "Ingen har erklært seg inhabil i denne milepælen." },
  notAVedtak: { heading: "Dette er ikke et enkeltvedtak", always: "Et klikk i Samtun er aldri et enkeltvedtak." },
  check: (address: string) => `Fingeravtrykkene kan kontrolleres på ${address}. Der trenger ingen å logge inn.`,
};

export type CasePaperWords = typeof casePaper;
