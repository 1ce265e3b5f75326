// Bokmål: what a decision stands on, rule by rule, one sentence for each: what is in place, or what is missing.
import type { GroundSource, GroundState, Need } from "../../domain/grounds/ground";
import type { Day } from "../../domain/time";

/** What a line names, in words. */
export type LineNames = { /** "M20 Tilsagn fra Husbanken" */ milestone(code: string): string; day(day: Day): string; roles(roles: readonly string[]): string };

export type Sentences = { readonly [Kind in Need["kind"]]: (need: Extract<Need, { kind: Kind }>, state: GroundState, names: LineNames) => string };

const counted = { buyersBound: "boliger må ha en kjøper som har skrevet under", householdsClarified: "husholdninger må være avklart", serviceDecisions: "må ha vedtak om heldøgns tjenester" };
const countedMet = { buyersBound: "boliger har en kjøper som har skrevet under", householdsClarified: "husholdninger er avklart", serviceDecisions: "har vedtak om heldøgns tjenester" };
const decimal = (number: number) => String(number).replace(".", ",");
const points = (count: number) => (count === 1 ? "1 punkt" : `${count} punkter`);

const say: Sentences = {
  reached: ({ code, moved }, state, { milestone }) =>
    state === "met" ? `${milestone(code)} er på plass.` : moved ? `Godkjenningen av ${milestone(code)} gjelder ikke nå.` : `${milestone(code)} må være på plass først.`,
  homes: ({ of, least, all }, state) => {
    const many = least === all ? `Alle ${all}` : `Minst ${least} av ${all}`;
    if (state === "met") return `${many} ${countedMet[of]}.`;
    return `${many} ${counted[of]}. ${state === "unknown" ? "Ingen har ført opp hvor mange det er." : "Så mange er det ikke ennå."}`;
  },
  guardianConsents: (_need, state) =>
    state === "met" ? "Statsforvalteren har gitt samtykke for alle som trenger det." : `Statsforvalteren må ha gitt samtykke for alle som har verge. ${state === "unknown" ? "Ingen har ført opp hvor mange det gjelder." : "Noen mangler ennå."}`,
  coverageAllDay: (_need, state) =>
    state === "met" ? "Den signerte bemanningsplanen dekker hele døgnet." : state === "missing" ? "Den signerte bemanningsplanen må dekke hele døgnet. Det gjør den ikke." : "Tjenestelederen må bekrefte at den signerte bemanningsplanen dekker hele døgnet.",
  debtShare: ({ most, is }) =>
    is === null ? `Fellesgjelden kan være høyst ${most} prosent. Ingen har ført opp hvor stor den er.` : is <= most ? `Fellesgjelden er ${decimal(is)} prosent, høyst ${most} er lov.` : `Fellesgjelden er ${decimal(is)} prosent. Høyst ${most} er lov.`,
  equalSplit: (_need, state) =>
    state === "met" ? "Fordelingen mellom innskudd og fellesgjeld er den samme for alle andeler." : `Fordelingen mellom innskudd og fellesgjeld må være den samme for alle andeler. ${state === "unknown" ? "Ingen har ført opp om den er det." : "Det er den ikke."}`,
  auditDay: ({ day, until, founding }, state, names) => {
    if (day === null || until === null) return "Revisor må ha bekreftet åpningsbalansen de siste 28 dagene før stiftelsen. Ingen har ført opp hvilken dag.";
    if (state === "met") return `Revisor bekreftet åpningsbalansen ${names.day(day)}. Den kan brukes til stiftelse til og med ${names.day(until)}.`;
    return day > founding ? `Revisor bekreftet åpningsbalansen ${names.day(day)}, etter stiftelsen ${names.day(founding)}.` : `Revisors bekreftelse fra ${names.day(day)} gjelder til og med ${names.day(until)}. Stiftelsen er ${names.day(founding)}, så den må bekreftes på nytt.`;
  },
  registered: ({ day, until }, state, names) => {
    if (state === "met" && day !== null) return `Borettslaget ble registrert ${names.day(day)}.`;
    if (until === null) return "Borettslaget må være stiftet og registrert i Foretaksregisteret.";
    if (state === "unknown") return `Borettslaget må være registrert i Foretaksregisteret innen ${names.day(until)}. Ingen har ført opp at det er det.`;
    return `Fristen for å registrere borettslaget gikk ut ${names.day(until)}. Da binder stiftelsen ikke lenger, og det må stiftes på nytt.`;
  },
  startsInTime: ({ code, until, start }, state, names) =>
    until === null ? `Husbanken venter byggestart innen seks måneder etter ${names.milestone(code)}, og ikke før.` : state === "met" ? `Byggestart er innen seks måneder etter tilsagnet, som Husbanken venter (${names.day(until)}).` : `Husbanken venter byggestart innen ${names.day(until)}, seks måneder etter tilsagnet. Byggestart er ${names.day(start)}.`,
  council: ({ code, next }, state, names) =>
    state === "met" ? `${names.milestone(code)} er vedtatt.` : `${names.milestone(code)} er ikke vedtatt ennå. Kommunestyret vedtar budsjettet i desember, neste gang ${names.day(next)}. Går det ikke med da, tar det tolv måneder til.`,
  ahead: ({ code, months, by }, state, names) =>
    state === "met" ? `${names.milestone(code)} var klar i god tid, før ${names.day(by)}.` : `${names.milestone(code)} bør være klar minst ${months} måneder før innflytting, det vil si innen ${names.day(by)}.`,
  lasts: ({ code, expires, until }, state, names) =>
    state === "met" ? `${names.milestone(code)} gjelder til ${names.day(expires)}, og det rekker.` : `${names.milestone(code)} gjelder bare til ${names.day(expires)}. Det trengs til ${names.day(until)}.`,
  fourEyes: ({ nobodyFor }, state, { roles }) =>
    state === "met" ? "Den som har forberedt saken, eller er inhabil, kan ikke avgjøre den. Noen andre kan." : `Den som har forberedt saken, eller er inhabil, kan ikke avgjøre den. Ingen andre kan svare for ${roles(nobodyFor)} nå.`,
  bylaws: ({ notMet, legalReview, unanswered }, state) => {
    if (state === "met") return "Alle punktene i vedtektssjekken er i orden.";
    const parts = [notMet > 0 ? `${points(notMet)} er ikke i orden` : null, legalReview > 0 ? `${points(legalReview)} bør vurderes av jurist` : null, unanswered > 0 ? `${points(unanswered)} er ikke besvart` : null].filter(Boolean);
    return `Vedtektssjekken: ${parts.join(", ")}.`;
  },
};

const source: Record<GroundSource, string> = {
  husbankenLoan: "Husbankens vilkår for lån og tilskudd",
  husbankenSale: "Husbankens veileder for kommunale borettslag",
  "brl2-14": "burettslagslova §§ 2-14 og 2-15",
  "brl2-7": "burettslagslova § 2-7",
  "brl2-9": "burettslagslova § 2-9",
  guardianship: "vergemålsloven og Husbankens veileder om å kjøpe med verge",
  grantAndVat: "vilkårene for investeringstilskudd og merverdiavgiftskompensasjon",
  budgetCycle: "kommunens handlings- og økonomiplan",
  staffing: "erfaring fra andre prosjekter",
  ownTerms: "vilkårene for det som er gitt",
  fourEyes: "forvaltningsloven og burettslagslova § 8-14",
  bylaws: "burettslagslova",
};

export const groundLines = { say, source };

export type GroundLinesWords = typeof groundLines;
