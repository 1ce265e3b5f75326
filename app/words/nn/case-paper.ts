// Nynorsk: the headings of a case paper, and what it says where other pages say nothing: around what people wrote, never instead of it.
import type { CasePaperWords } from "../nb/case-paper";

export const casePaper: CasePaperWords = {
  title: (code, name) => `Saksframlegg: ${code} ${name}`,
  notice: (day) => `Slik milepælen står i Samtun ${day}, så langt rolla di kan lese han. Dette er ikkje eit enkeltvedtak.`,
  fileName: "saksframlegg",
  head: { project: "Prosjekt", municipality: "Kommune", phase: "Fase", model: "Modell", easyRead: "Lettlese", state: "Tilstand", whoseMove: "Hos kven no" },
  who: { heading: "Kven førebur, og kven avgjer?", order: "Rekkjefølgje" },
  days: {
    none: "Ikkje sett",
    forecast: "Prognose",
    reached: "Nådd",
    overdue: (count) => (count === 1 ? "1 dag over tida." : `${count} dagar over tida.`),
    slipped: (count) => (count === 1 ? "1 dag seinare enn først planlagt." : `${count} dagar seinare enn først planlagt.`),
  },
  anchoring: {
    plan: (title, municipality, from, to) => `Planen er «${title}» i ${municipality}. Han gjeld frå ${from} til ${to}.`,
    measure: "Tiltak",
    goal: "Mål eller prinsipp",
  },
  evidence: {
    submittedBy: "Send inn av",
    preparers: "Har også førebudd",
    what: "Tekst eller fil",
    file: (number, name) => `Fil ${number}: ${name}`,
    hiddenTexts: (count) => (count === 1 ? "Éin tekst til er send inn. Rolla di les han ikkje." : `${count} tekstar til er sende inn. Rolla di les dei ikkje.`),
    hiddenFiles: (count) => (count === 1 ? "Éi fil til er send inn. Rolla di les ho ikkje." : `${count} filer til er sende inn. Rolla di les dei ikkje.`),
  },
  grounds: {
    now: (day) => `Slik svarar reglane ${day}.`,
    bound: (when) => `Slik svara reglane då det vart avgjort, ${when}. Svara er bundne til avgjerda.`,
    recorded: (when) => `Slik svara reglane då det vart registrert, ${when}.`,
    none: "Ingen reglar spør om denne milepælen.",
    rule: "Regel og svar",
    what: "Kva han gjeld",
  },
  conditions: { none: "Ingen vilkår.", state: "Ansvar og frist", metAt: (when) => `Oppfylt ${when}` },
  decisions: {
    heading: "Avgjerder",
    none: "Ingen har avgjort noko om denne milepælen her enno.",
    of: (submission, decision) => `${submission}: ${decision}`,
    proof: "Prova med",
    noProof: "Avgjort før det vart spurt om prov",
    conditions: "Vilkår",
  },
  standing: {
    heading: "Gjeld godkjenninga no?",
    none: "Det finst inga godkjenning å vurdere no.",
    ended: "Nei. Det som vart godkjent før, gjeld ikkje lenger.",
    again: "Milepælen er send inn på nytt sidan.",
    yes: "Ja.",
    no: "Nei.",
    hiddenMoved: "Ein tekst som rolla di ikkje les, er ikkje lenger den som vart godkjend.",
  },
  disqualification: { none: "Ingen har erklært seg inhabil i denne milepælen." },
  notAVedtak: { heading: "Dette er ikkje eit enkeltvedtak", always: "Eit klikk i Samtun er aldri eit enkeltvedtak." },
  check: (address) => `Fingeravtrykka kan kontrollerast på ${address}. Der treng ingen å logge inn.`,
};
