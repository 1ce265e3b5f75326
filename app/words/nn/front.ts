// Nynorsk: the front page of a project, in full and in easy language, and the list of projects.
import type { Move } from "../../domain/outlook";
import type { Phase } from "../../domain/project";
import type { FrontWords } from "../nb/front";

/** The same phases in easy language. */
const phaseEasy: Record<Phase, string> = {
  F0: "Vi finn ut kven som vil vere med.",
  F1: "Vi lagar ei gruppe og snakkar med kommunen.",
  F2: "Vi finn ut kva slags heimar vi vil ha.",
  F3: "Vi finn ein stad å byggje.",
  F4: "Vi finn ut kvar pengane skal kome frå.",
  F5: "Vi teiknar husa og søkjer om å få byggje.",
  F6: "Husa blir bygde.",
  F7: "Vi planlegg kven som skal jobbe her.",
  F8: "Vi flyttar inn.",
  F9: "Vi bur her.",
};

const move: Record<Move, string> = { decide: "skal svare", correct: "skal rette og sende inn på nytt", askAgain: "må spørje på nytt", meet: "må oppfylle eit vilkår", finish: "er i gang" };

export const front: FrontWords = {
  phaseEasy,
  full: {
    title: "Slik står prosjektet",
    place: (number, total, name) => `De er i fase ${number} av ${total}: ${name.toLocaleLowerCase("nn")}.`,
    waitingOn: (title, who, days, also) => `${also ? "De ventar også på" : "Akkurat no ventar de på"} ${who}, som ${days === 0 ? `fekk «${title}» i dag` : `har hatt «${title}» ${since(days)}`}.`,
    waitingOnYou: (title, days, also) => `${also ? "" : "Akkurat no ventar dei andre på deg. "}Du ${days === 0 ? `fekk ${also ? "også " : ""}«${title}» i dag` : `har ${also ? "også " : ""}hatt «${title}» ${since(days)}`}.`,
    nothingWaits: "Ingen ventar på svar akkurat no.",
    since,
    inDays: (count) => (count === 0 ? "i dag" : count === 1 ? "i morgon" : count < 60 ? `om ${count} dagar` : `om ${span(Math.round(count / 30.4))}`),
    waited: (count) => (count === 0 ? "Kom i dag" : `Har venta i ${count === 1 ? "1 dag" : `${count} dagar`}`),
    path: "Vegen til innflytting",
    pathText: (reached, total) => `${reached} av ${total} milepælar er nådde.`,
    pathPicture: (reached, total) => `Ein veg med ${total} steinar. Dei første ${reached} er lagde.`,
    moveIn: "Målet er innflytting",
    moveInLeft: (months) => `Det er ${span(months)} til.`,
    moveInSoon: "Det er mindre enn ein månad til.",
    moveInPassed: "Datoen er passert.",
    moveInUnknown: "Ingen dato for innflytting er sett enno.",
    forecast: (likely, late) => `Mest sannsynleg flyttar bebuarane inn i ${likely}. Åtte av ti gonger innan utgangen av ${late}.`,
    forecastDrivers: (what) => `Det som avgjer: ${what}.`,
    forecastDriver: (title) => `«${title}»`,
    forecastMore: "Sjå tidslinja",
    yours: "Ventar på deg",
    yoursNothing: "Ingenting ventar på deg akkurat no.",
    now: "No",
    nowNothing: "Ingen milepæl er i gang. Sjå kva som er neste.",
    who: (who, what) => `${who} ${what}`,
    move,
    begin: {
      title: "Slik byrjar de",
      people: "Inviter dei andre",
      plan: "Skriv det de veit så langt, i planen",
      milestones: "Opne den første milepælen, og trykk «Vi har byrja»",
    },
    next: "Neste",
    nextNothing: "Ingen datoar er sette enno. Styret og koordinatoren kan setje dei på kvar milepæl.",
    late: "Forseinka",
    overdue: (days) => (days === 1 ? "1 dag over tida" : `${days} dagar over tida`),
    slipped: (days) => (days < 60 ? `Flytta ${days} dagar` : `Flytta ${span(Math.round(days / 30.4))}`),
    expectedNow: (day) => `Er no venta ${day}.`,
    shouldHaveBeen: (day) => `Skulle vore klar ${day}.`,
    plannedFirst: (day) => `Først planlagd ${day}.`,
    deadlines: "Fristar",
    moved: "Godkjenningar som ikkje lenger gjeld",
    movedText: "Teksten er ikkje lenger den som blei godkjend. De kan sjå kva som er endra, og spørje på nytt.",
    plan: "Planen",
    planChanged: (who) => (who === null ? "Sist endra" : `Sist endra av ${who},`),
    planRead: "Les planen",
    planWrite: "Skriv saman",
    planHistory: "Tidlegare versjonar",
    planFrozen: "Versjonane som er sende inn",
    latest: "Det siste som har hendt",
    wholeJournal: "Heile journalen",
    allMilestones: "Alle milepælane",
    anchoring: "Slik er prosjektet forankra i planen til kommunen",
    easy: "Kort og lett",
    easyReached: (reached, total) => `Vi har gjort ${reached} av ${total} ting.`,
    easyWait: (who) => `Vi ventar på ${who}.`,
    easyMoveIn: (day) => `Målet er å flytte inn ${day}.`,
    easyForecast: (likely, late) => (likely === late ? `Vi trur innflyttinga blir i ${likely}.` : `Vi trur innflyttinga blir i ${likely}. Ho kan kome seinare, kanskje i ${late}.`),
  },
  easy: {
    title: "Her er vi no",
    lead: "Denne sida fortel kor langt vi har kome med dei nye heimane.",
    done: "Ferdig",
    waits: "Ventar på svar",
    underWay: "I gang",
    later: "Seinare",
    doneHeading: "Dette er ferdig",
    nowHeading: "Dette skjer no",
    laterHeading: "Dette skjer seinare",
    readPlan: "Les planen for dei nye heimane",
    showDone: (count) => `Vis alt vi har gjort (${count})`,
    showLater: (count) => `Vis resten (${count})`,
  },
  list: {
    title: "Prosjekta dine",
    lead: "Vel eit prosjekt for å sjå kvar det står.",
    homes: (count) => (count === 1 ? "1 bustad" : `${count} bustader`),
    joinedAs: (role) => `Du er med som ${role}`,
    none: "Du er ikkje med i noko prosjekt enno",
    noneText: "Har du fått ein invitasjon på e-post, opnar du lenkja i han. Elles kan du spørje styret i foreldregruppa eller koordinatoren i kommunen.",
    administration: "Til administrasjonen",
    administrationText: (municipality) => `Du administrerer Samtun for ${municipality}. I administrasjonen kan du opprette prosjekt og sjå dei som finst.`,
  },
};

function since(count: number): string {
  return count === 0 ? "frå i dag" : count === 1 ? "i 1 dag" : count < 90 ? `i ${count} dagar` : `i ${span(Math.round(count / 30.4))}`;
}

function span(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const restText = rest === 1 ? "1 månad" : `${rest} månader`;
  if (years === 0) return restText;
  return rest === 0 ? `${years} år` : `${years} år og ${restText}`;
}
