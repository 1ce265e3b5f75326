// Nynorsk: what a decision stands on, rule by rule, one sentence for each: what is in place, or what is missing.
import type { GroundLinesWords, Sentences } from "../nb/ground-lines";

const counted = { buyersBound: "bustader må ha ein kjøpar som har skrive under", householdsClarified: "hushald må vere avklarte", serviceDecisions: "må ha vedtak om heildøgns tenester" };
const countedMet = { buyersBound: "bustader har ein kjøpar som har skrive under", householdsClarified: "hushald er avklarte", serviceDecisions: "har vedtak om heildøgns tenester" };
const decimal = (number: number) => String(number).replace(".", ",");
const points = (count: number) => (count === 1 ? "1 punkt" : `${count} punkt`);

const say: Sentences = {
  reached: ({ code, moved }, state, { milestone }) =>
    state === "met" ? `${milestone(code)} er på plass.` : moved ? `Godkjenninga av ${milestone(code)} gjeld ikkje no.` : `${milestone(code)} må vere på plass først.`,
  homes: ({ of, least, all }, state) => {
    const many = least === all ? `Alle ${all}` : `Minst ${least} av ${all}`;
    if (state === "met") return `${many} ${countedMet[of]}.`;
    return `${many} ${counted[of]}. ${state === "unknown" ? "Ingen har ført opp kor mange det er." : "Så mange er det ikkje enno."}`;
  },
  guardianConsents: (_need, state) =>
    state === "met" ? "Statsforvaltaren har gitt samtykke for alle som treng det." : `Statsforvaltaren må ha gitt samtykke for alle som har verje. ${state === "unknown" ? "Ingen har ført opp kor mange det gjeld." : "Nokre manglar enno."}`,
  coverageAllDay: (_need, state) =>
    state === "met" ? "Den signerte bemanningsplanen dekkjer heile døgnet." : state === "missing" ? "Den signerte bemanningsplanen må dekkje heile døgnet. Det gjer han ikkje." : "Tenesteleiaren må stadfeste at den signerte bemanningsplanen dekkjer heile døgnet.",
  debtShare: ({ most, is }) =>
    is === null ? `Fellesgjelda kan vere høgst ${most} prosent. Ingen har ført opp kor stor ho er.` : is <= most ? `Fellesgjelda er ${decimal(is)} prosent, høgst ${most} er lov.` : `Fellesgjelda er ${decimal(is)} prosent. Høgst ${most} er lov.`,
  equalSplit: (_need, state) =>
    state === "met" ? "Fordelinga mellom innskot og fellesgjeld er den same for alle delane." : `Fordelinga mellom innskot og fellesgjeld må vere den same for alle delane. ${state === "unknown" ? "Ingen har ført opp om ho er det." : "Det er ho ikkje."}`,
  auditDay: ({ day, until, founding }, state, names) => {
    if (day === null || until === null) return "Revisor må ha stadfesta opningsbalansen dei siste 28 dagane før stiftinga. Ingen har ført opp kva dag.";
    if (state === "met") return `Revisor stadfesta opningsbalansen ${names.day(day)}. Han kan brukast til stifting til og med ${names.day(until)}.`;
    return day > founding ? `Revisor stadfesta opningsbalansen ${names.day(day)}, etter stiftinga ${names.day(founding)}.` : `Stadfestinga frå revisor ${names.day(day)} gjeld til og med ${names.day(until)}. Stiftinga er ${names.day(founding)}, så han må stadfestast på nytt.`;
  },
  registered: ({ day, until }, state, names) => {
    if (state === "met" && day !== null) return `Burettslaget blei registrert ${names.day(day)}.`;
    if (until === null) return "Burettslaget må vere stifta og registrert i Føretaksregisteret.";
    if (state === "unknown") return `Burettslaget må vere registrert i Føretaksregisteret innan ${names.day(until)}. Ingen har ført opp at det er det.`;
    return `Fristen for å registrere burettslaget gjekk ut ${names.day(until)}. Då bind stiftinga ikkje lenger, og det må stiftast på nytt.`;
  },
  startsInTime: ({ code, until, start }, state, names) =>
    until === null ? `Husbanken ventar byggjestart innan seks månader etter ${names.milestone(code)}, og ikkje før.` : state === "met" ? `Byggjestart er innan seks månader etter tilsegna, som Husbanken ventar (${names.day(until)}).` : `Husbanken ventar byggjestart innan ${names.day(until)}, seks månader etter tilsegna. Byggjestart er ${names.day(start)}.`,
  council: ({ code, next }, state, names) =>
    state === "met" ? `${names.milestone(code)} er vedteke.` : `${names.milestone(code)} er ikkje vedteke enno. Kommunestyret vedtek budsjettet i desember, neste gong ${names.day(next)}. Går det ikkje med då, tek det tolv månader til.`,
  ahead: ({ code, months, by }, state, names) =>
    state === "met" ? `${names.milestone(code)} var klar i god tid, før ${names.day(by)}.` : `${names.milestone(code)} bør vere klar minst ${months} månader før innflytting, det vil seie innan ${names.day(by)}.`,
  lasts: ({ code, expires, until }, state, names) =>
    state === "met" ? `${names.milestone(code)} gjeld til ${names.day(expires)}, og det rekk.` : `${names.milestone(code)} gjeld berre til ${names.day(expires)}. Det trengst til ${names.day(until)}.`,
  fourEyes: ({ nobodyFor }, state, { roles }) =>
    state === "met" ? "Den som har førebudd saka, eller er inhabil, kan ikkje avgjere ho. Nokon andre kan." : `Den som har førebudd saka, eller er inhabil, kan ikkje avgjere ho. Ingen andre kan svare for ${roles(nobodyFor)} no.`,
  bylaws: ({ notMet, legalReview, unanswered }, state) => {
    if (state === "met") return "Alle punkta i vedtektssjekken er i orden.";
    const parts = [notMet > 0 ? `${points(notMet)} er ikkje i orden` : null, legalReview > 0 ? `${points(legalReview)} bør vurderast av jurist` : null, unanswered > 0 ? `${points(unanswered)} er ikkje svara på` : null].filter(Boolean);
    return `Vedtektssjekken: ${parts.join(", ")}.`;
  },
};

export const groundLines: GroundLinesWords = {
  say,
  source: {
    husbankenLoan: "vilkåra til Husbanken for lån og tilskot",
    husbankenSale: "rettleiaren til Husbanken for kommunale burettslag",
    "brl2-14": "burettslagslova §§ 2-14 og 2-15",
    "brl2-7": "burettslagslova § 2-7",
    "brl2-9": "burettslagslova § 2-9",
    guardianship: "verjemålslova og rettleiaren til Husbanken om å kjøpe med verje",
    grantAndVat: "vilkåra for investeringstilskot og meirverdiavgiftskompensasjon",
    budgetCycle: "handlings- og økonomiplanen til kommunen",
    staffing: "erfaring frå andre prosjekt",
    ownTerms: "vilkåra for det som er gitt",
    fourEyes: "forvaltningslova og burettslagslova § 8-14",
    bylaws: "burettslagslova",
  },
};
