// Bokmål: the timeline, when the homes can be moved into, and what moves when one milestone comes later.
import type { LineOrder } from "../../domain/timeline";

const days = (count: number) => (count === 1 ? "1 dag" : `${count} dager`);
const order: Record<LineOrder, string> = { plan: "Milepæl", code: "Milepæl", forecast: "Prognose", slack: "Slingringsmonn" };
/** How a share of the runs is said. */
const inRuns = (share: number) => {
  const count = Math.round(share * 10);
  if (count === 0) return share === 0 ? "ingen av forløpene" : "nesten ingen av forløpene";
  if (count === 10) return share === 1 ? "alle forløpene" : "nesten alle forløpene";
  return count === 5 ? "halvparten av forløpene" : `${["", "ett", "to", "tre", "fire", "", "seks", "sju", "åtte", "ni"][count]} av ti forløp`;
};

export const timeline = {
  title: "Tidslinje",
  lead: "Hva dere har planlagt, hva som trolig skjer, og hva som har skjedd. Prognosen blir regnet ut på nytt hver gang noe endrer seg.",
  forecast: {
    title: "Når kan beboerne flytte inn?",
    likely: (month: string) => `Mest sannsynlig innflytting: ${month}.`,
    eightOfTen: (month: string) => `Åtte av ti ganger innen utgangen av ${month}.`,
    goal: (day: string, share: number) => `Målet dere har satt, er ${day}. Det holder i ${inRuns(share)}.`,
    asPlanned: (day: string) => `Går alt som planlagt, og så fort slikt kan gå, blir det ${day}.`,
    drivers: "Det som avgjør:",
    driver: (title: string, share: number) => `${title}. Holder igjen innflyttingen i ${inRuns(share)}.`,
    runsOut: (title: string, share: number) => `Fristen i «${title}» løper ut for tidlig i ${inRuns(share)}.`,
    how: "Slik regner vi",
    howText: (runs: string) => `Vi lar prosjektet gå gjennom ${runs} tenkte forløp. I hvert av dem får hver milepæl en tid som er trukket mellom det korteste og det lengste slikt pleier å ta. Ingenting blir ferdig før datoen dere selv har satt, eller før det som må være ferdig først. «Mest sannsynlig» er dagen halvparten av forløpene rekker. Varighetene er arbeidstall, ikke frister.`,
    reached: "Innflyttingen er nådd, eller ikke aktuell. Da er det ingen dag å regne ut.",
  },
  zoom: { label: "Velg tid", whole: "Hele prosjektet", next: "De neste 12 månedene" },
  picture: {
    title: "Bildet",
    phase: (name: string, reached: number, total: number) => `${name}: ${reached} av ${total} milepæler er nådd. Alle datoene står i tabellen.`,
    phases: "Fasene i tid, fra første til siste dag. Alle datoene står i tabellen.",
    today: "I dag",
    legend: "Tegnene",
    planned: "Planlagt", expected: "Ny dato", forecast: "Prognose", reached: "Nådd", expires: "Løper ut",
    critical: "Kritisk vei: en dag senere her er en dag senere innflytting",
    chances: "Halvparten til åtte av ti forløp",
    none: "Ingen milepæler har datoer i denne tiden.",
  },
  table: {
    title: "Tabellen",
    label: "Milepælene med datoer",
    order,
    sorted: "Sorter tabellen etter",
    code: "Kode",
    milestone: "Milepæl", state: "Tilstand", planned: "Planlagt", expected: "Ny dato", forecast: "Prognose", reached: "Nådd", expires: "Løper ut", slack: "Slingringsmonn",
    none: "–",
    critical: "Ingen: kritisk vei",
    slackDays: days,
    count: (shown: number, total: number) => (shown === total ? `Alle ${total} milepælene.` : `${shown} av ${total} milepæler har noe i denne tiden.`),
  },
  slip: {
    title: "Hva om noe blir forsinket?",
    lead: "Velg en milepæl, og skriv hvor mange dager senere den kommer, eller dagen den kommer i stedet. Ingenting blir lagret.",
    milestone: "Milepæl",
    option: (title: string, day: string) => `${title} (${day})`,
    days: "Dager senere",
    day: "Eller ny dato",
    show: "Vis hva som flytter seg",
    nothing: "Ingen milepæler ligger foran dere.",
    answer: (title: string, count: number) => `Kommer «${title}» ${days(count)} senere:`,
    onlyItself: "Da flytter ingen andre milepæler seg. Det er tid nok.",
    moved: (count: number) => (count === 1 ? "Da flytter 1 milepæl til seg." : `Da flytter ${count} milepæler til seg.`),
    table: "Milepælene som flytter seg",
    from: "Fra", to: "Til", later: "Senere",
    laterDays: days,
    moveIn: (count: number) => `Innflyttingen blir ${days(count)} senere.`,
    moveInStays: "Innflyttingen blir ikke senere.",
    runsOut: (title: string, day: string, until: string, needed: string, short: number) => `«${title}» løper ut ${day}. Den må vare til «${until}», som da ventes ${needed}. Det mangler ${days(short)}.`,
    already: "Den løper ut for tidlig også uten forsinkelsen.",
  },
};

export type TimelineWords = typeof timeline;
