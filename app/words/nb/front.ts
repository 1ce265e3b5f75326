// Bokmål: the front page of a project, in full and in easy language, and the list of projects.
import type { Move } from "../../domain/outlook";
import type { Phase } from "../../domain/project";

/** The same phases in easy language. */
const phaseEasy: Record<Phase, string> = {
  F0: "Vi finner ut hvem som vil være med.",
  F1: "Vi lager en gruppe og snakker med kommunen.",
  F2: "Vi finner ut hva slags hjem vi vil ha.",
  F3: "Vi finner et sted å bygge.",
  F4: "Vi finner ut hvor pengene skal komme fra.",
  F5: "Vi tegner husene og søker om å få bygge.",
  F6: "Husene blir bygd.",
  F7: "Vi planlegger hvem som skal jobbe her.",
  F8: "Vi flytter inn.",
  F9: "Vi bor her.",
};

/** What the ones who are waited for should do: "venter på at … godkjenner". */
const move: Record<Move, string> = { decide: "skal svare", correct: "skal rette og sende inn på nytt", askAgain: "må spørre på nytt", meet: "må oppfylle et vilkår", finish: "er i gang" };

export const front = {
  phaseEasy,
  full: {
    title: "Slik står prosjektet",
    place: (number: number, total: number, name: string) => `Dere er i fase ${number} av ${total}: ${name.toLocaleLowerCase("nb")}.`,
    waitingOn: (title: string, who: string, days: number, also: boolean) => `${also ? "Dere venter også på" : "Akkurat nå venter dere på"} ${who}, som ${days === 0 ? `fikk «${title}» i dag` : `har hatt «${title}» ${since(days)}`}.`,
    waitingOnYou: (title: string, days: number, also: boolean) => `${also ? "" : "Akkurat nå venter de andre på deg. "}Du ${days === 0 ? `fikk ${also ? "også " : ""}«${title}» i dag` : `har ${also ? "også " : ""}hatt «${title}» ${since(days)}`}.`,
    nothingWaits: "Ingen venter på svar akkurat nå.",
    since,
    inDays: (count: number) => (count === 0 ? "i dag" : count === 1 ? "i morgen" : count < 60 ? `om ${count} dager` : `om ${span(Math.round(count / 30.4))}`),
    waited: (count: number) => (count === 0 ? "Kom i dag" : `Har ventet i ${count === 1 ? "1 dag" : `${count} dager`}`),
    path: "Veien til innflytting",
    pathText: (reached: number, total: number) => `${reached} av ${total} milepæler er nådd.`,
    pathPicture: (reached: number, total: number) => `En vei med ${total} steiner. De første ${reached} er lagt.`,
    moveIn: "Målet er innflytting",
    moveInLeft: (months: number) => `Det er ${span(months)} til.`,
    moveInSoon: "Det er mindre enn en måned til.",
    moveInPassed: "Datoen er passert.",
    moveInUnknown: "Ingen dato for innflytting er satt ennå.",
    forecast: (likely: string, late: string) => `Mest sannsynlig flytter beboerne inn i ${likely}. Åtte av ti ganger innen utgangen av ${late}.`,
    forecastDrivers: (what: string) => `Det som avgjør: ${what}.`,
    forecastDriver: (title: string) => `«${title}»`,
    forecastMore: "Se tidslinjen",
    yours: "Venter på deg",
    yoursNothing: "Ingenting venter på deg akkurat nå.",
    now: "Nå",
    nowNothing: "Ingen milepæl er i gang. Se hva som er neste.",
    who: (who: string, what: string) => `${who} ${what}`,
    move,
    begin: {
      title: "Slik begynner dere",
      people: "Inviter de andre",
      plan: "Skriv det dere vet så langt, i planen",
      milestones: "Åpne den første milepælen, og trykk «Vi har begynt»",
    },
    next: "Neste",
    nextNothing: "Ingen datoer er satt ennå. Styret og koordinatoren kan sette dem på hver milepæl.",
    late: "Forsinket",
    overdue: (days: number) => (days === 1 ? "1 dag over tiden" : `${days} dager over tiden`),
    slipped: (days: number) => (days < 60 ? `Flyttet ${days} dager` : `Flyttet ${span(Math.round(days / 30.4))}`),
    expectedNow: (day: string) => `Ventes nå ${day}.`,
    shouldHaveBeen: (day: string) => `Skulle vært klar ${day}.`,
    plannedFirst: (day: string) => `Først planlagt ${day}.`,
    deadlines: "Frister",
    moved: "Godkjenninger som ikke lenger gjelder",
    movedText: "Teksten er ikke lenger den som ble godkjent. Dere kan se hva som er endret, og spørre på nytt.",
    plan: "Planen",
    planChanged: (who: string | null) => (who === null ? "Sist endret" : `Sist endret av ${who},`),
    planRead: "Les planen",
    planWrite: "Skriv sammen",
    planHistory: "Tidligere versjoner",
    planFrozen: "Versjonene som er sendt inn",
    latest: "Det siste som har skjedd",
    wholeJournal: "Hele journalen",
    allMilestones: "Alle milepælene",
    anchoring: "Slik er prosjektet forankret i kommunens plan",
    easy: "Kort og lett",
    easyReached: (reached: number, total: number) => `Vi har gjort ${reached} av ${total} ting.`,
    easyWait: (who: string) => `Vi venter på ${who}.`,
    easyMoveIn: (day: string) => `Målet er å flytte inn ${day}.`,
    easyForecast: (likely: string, late: string) => (likely === late ? `Vi tror innflyttingen blir i ${likely}.` : `Vi tror innflyttingen blir i ${likely}. Den kan komme senere, kanskje i ${late}.`),
  },
  easy: {
    title: "Her er vi nå",
    lead: "Denne siden forteller hvor langt vi har kommet med de nye hjemmene.",
    done: "Ferdig",
    waits: "Venter på svar",
    underWay: "I gang",
    later: "Senere",
    doneHeading: "Dette er ferdig",
    nowHeading: "Dette skjer nå",
    laterHeading: "Dette skjer senere",
    readPlan: "Les planen for de nye hjemmene",
    showDone: (count: number) => `Vis alt vi har gjort (${count})`,
    showLater: (count: number) => `Vis resten (${count})`,
  },
  list: {
    title: "Prosjektene dine",
    lead: "Velg et prosjekt for å se hvor det står.",
    homes: (count: number) => (count === 1 ? "1 bolig" : `${count} boliger`),
    joinedAs: (role: string) => `Du er med som ${role}`,
    none: "Du er ikke med i noe prosjekt ennå",
    noneText: "Har du fått en invitasjon på e-post, åpner du lenken i den. Ellers kan du spørre styret i foreldregruppa eller koordinatoren i kommunen.",
    administration: "Til administrasjonen",
    administrationText: (municipality: string) => `Du administrerer Samtun for ${municipality}. I administrasjonen kan du opprette prosjekter og se dem som finnes.`,
  },
};

function since(count: number): string {
  return count === 0 ? "fra i dag" : count === 1 ? "i 1 dag" : count < 90 ? `i ${count} dager` : `i ${span(Math.round(count / 30.4))}`;
}

function span(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const restText = rest === 1 ? "1 måned" : `${rest} måneder`;
  if (years === 0) return restText;
  return rest === 0 ? `${years} år` : `${years} år og ${restText}`;
}

export type FrontWords = typeof front;
