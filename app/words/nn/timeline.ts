// Nynorsk: the timeline.
import type { TimelineWords } from "../nb/timeline";

const days = (count: number) => (count === 1 ? "1 dag" : `${count} dagar`);
const inRuns = (share: number) => {
  const count = Math.round(share * 10);
  if (count === 0) return share === 0 ? "ingen av forløpa" : "nesten ingen av forløpa";
  if (count === 10) return share === 1 ? "alle forløpa" : "nesten alle forløpa";
  return count === 5 ? "halvparten av forløpa" : `${["", "eitt", "to", "tre", "fire", "", "seks", "sju", "åtte", "ni"][count]} av ti forløp`;
};

export const timeline: TimelineWords = {
  title: "Tidslinje",
  lead: "Kva de har planlagt, kva som truleg skjer, og kva som har skjedd. Prognosen blir rekna ut på nytt kvar gong noko endrar seg.",
  forecast: {
    title: "Når kan bebuarane flytte inn?",
    likely: (month) => `Mest sannsynleg innflytting: ${month}.`,
    eightOfTen: (month) => `Åtte av ti gonger innan utgangen av ${month}.`,
    goal: (day, share) => `Målet de har sett, er ${day}. Det held i ${inRuns(share)}.`,
    asPlanned: (day) => `Går alt som planlagt, og så fort slikt kan gå, blir det ${day}.`,
    drivers: "Det som avgjer:",
    driver: (title, share) => `${title}. Held att innflyttinga i ${inRuns(share)}.`,
    runsOut: (title, share) => `Fristen i «${title}» går ut for tidleg i ${inRuns(share)}.`,
    how: "Slik reknar vi",
    howText: (runs) => `Vi lèt prosjektet gå gjennom ${runs} tenkte forløp. I kvart av dei får kvar milepæl ei tid som er trekt mellom det kortaste og det lengste slikt pleier å ta. Ingenting blir ferdig før datoen de sjølve har sett, eller før det som må vere ferdig først. «Mest sannsynleg» er dagen halvparten av forløpa rekk. Varigheitene er arbeidstal, ikkje fristar.`,
    reached: "Innflyttinga er nådd, eller ikkje aktuell. Då er det ingen dag å rekne ut.",
  },
  zoom: { label: "Vel tid", whole: "Heile prosjektet", next: "Dei neste 12 månadene" },
  picture: {
    title: "Biletet",
    phase: (name, reached, total) => `${name}: ${reached} av ${total} milepælar er nådde. Alle datoane står i tabellen.`,
    phases: "Fasane i tid, frå første til siste dag. Alle datoane står i tabellen.",
    today: "I dag",
    legend: "Teikna",
    planned: "Planlagt", expected: "Ny dato", forecast: "Prognose", reached: "Nådd", expires: "Går ut",
    critical: "Kritisk veg: ein dag seinare her er ein dag seinare innflytting",
    chances: "Halvparten til åtte av ti forløp",
    none: "Ingen milepælar har datoar i denne tida.",
  },
  table: {
    title: "Tabellen",
    label: "Milepælane med datoar",
    order: { plan: "Milepæl", code: "Milepæl", forecast: "Prognose", slack: "Slingringsmonn" },
    sorted: "Sorter tabellen etter",
    code: "Kode",
    milestone: "Milepæl", state: "Tilstand", planned: "Planlagt", expected: "Ny dato", forecast: "Prognose", reached: "Nådd", expires: "Går ut", slack: "Slingringsmonn",
    none: "–",
    critical: "Ingen: kritisk veg",
    slackDays: days,
    count: (shown, total) => (shown === total ? `Alle ${total} milepælane.` : `${shown} av ${total} milepælar har noko i denne tida.`),
  },
  slip: {
    title: "Kva om noko blir forseinka?",
    lead: "Vel ein milepæl, og skriv kor mange dagar seinare han kjem, eller dagen han kjem i staden. Ingenting blir lagra.",
    milestone: "Milepæl",
    option: (title, day) => `${title} (${day})`,
    days: "Dagar seinare",
    day: "Eller ny dato",
    show: "Vis kva som flyttar seg",
    nothing: "Ingen milepælar ligg framfor dykk.",
    answer: (title, count) => `Kjem «${title}» ${days(count)} seinare:`,
    onlyItself: "Då flyttar ingen andre milepælar seg. Det er tid nok.",
    moved: (count) => (count === 1 ? "Då flyttar 1 milepæl til seg." : `Då flyttar ${count} milepælar til seg.`),
    table: "Milepælane som flyttar seg",
    from: "Frå", to: "Til", later: "Seinare",
    laterDays: days,
    moveIn: (count) => `Innflyttinga blir ${days(count)} seinare.`,
    moveInStays: "Innflyttinga blir ikkje seinare.",
    runsOut: (title, day, until, needed, short) => `«${title}» går ut ${day}. Det må vare til «${until}», som då er venta ${needed}. Det manglar ${days(short)}.`,
    already: "Det går ut for tidleg også utan forseinkinga.",
  },
};
