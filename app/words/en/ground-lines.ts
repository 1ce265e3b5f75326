// English: what a decision stands on, rule by rule, one sentence for each: what is in place, or what is missing.
import type { GroundLinesWords, Sentences } from "../nb/ground-lines";

const counted = { buyersBound: "homes must have a buyer who has signed", householdsClarified: "households must be clarified", serviceDecisions: "must have a decision on round-the-clock services" };
const countedMet = { buyersBound: "homes have a buyer who has signed", householdsClarified: "households are clarified", serviceDecisions: "have a decision on round-the-clock services" };
const points = (count: number) => (count === 1 ? "1 item" : `${count} items`);

const say: Sentences = {
  reached: ({ code, moved }, state, { milestone }) =>
    state === "met" ? `${milestone(code)} is in place.` : moved ? `The approval of ${milestone(code)} does not hold now.` : `${milestone(code)} must be in place first.`,
  homes: ({ of, least, all }, state) => {
    const many = least === all ? `All ${all}` : `At least ${least} of ${all}`;
    if (state === "met") return `${many} ${countedMet[of]}.`;
    return `${many} ${counted[of]}. ${state === "unknown" ? "Nobody has stated how many there are." : "There are not that many yet."}`;
  },
  guardianConsents: (_need, state) =>
    state === "met" ? "The County Governor has consented for everybody who needs it." : `The County Governor must have consented for everybody who has a guardian. ${state === "unknown" ? "Nobody has stated how many that is." : "Some are still missing."}`,
  coverageAllDay: (_need, state) =>
    state === "met" ? "The signed staffing plan covers day and night." : state === "missing" ? "The signed staffing plan must cover day and night. It does not." : "The care lead must confirm that the signed staffing plan covers day and night.",
  debtShare: ({ most, is }) =>
    is === null ? `Shared debt may be at most ${most} per cent. Nobody has stated how much it is.` : is <= most ? `Shared debt is ${is} per cent; at most ${most} is allowed.` : `Shared debt is ${is} per cent. At most ${most} is allowed.`,
  equalSplit: (_need, state) =>
    state === "met" ? "The split between deposit and shared debt is the same for every share." : `The split between deposit and shared debt must be the same for every share. ${state === "unknown" ? "Nobody has stated whether it is." : "It is not."}`,
  auditDay: ({ day, until, founding }, state, names) => {
    if (day === null || until === null) return "The auditor must have confirmed the opening balance in the 28 days before the founding. Nobody has stated on which day.";
    if (state === "met") return `The auditor confirmed the opening balance on ${names.day(day)}. It is good for a founding up to ${names.day(until)}.`;
    return day > founding ? `The auditor confirmed the opening balance on ${names.day(day)}, after the founding on ${names.day(founding)}.` : `The auditor's confirmation of ${names.day(day)} is good up to ${names.day(until)}. The founding is on ${names.day(founding)}, so it must be confirmed again.`;
  },
  registered: ({ day, until }, state, names) => {
    if (state === "met" && day !== null) return `The cooperative was registered on ${names.day(day)}.`;
    if (until === null) return "The cooperative must be founded and entered in the Register of Business Enterprises.";
    if (state === "unknown") return `The cooperative must be entered in the Register of Business Enterprises by ${names.day(until)}. Nobody has stated that it is.`;
    return `The time for registering the cooperative ran out on ${names.day(until)}. The founding no longer binds, and it must be founded again.`;
  },
  startsInTime: ({ code, until, start }, state, names) =>
    until === null ? `Husbanken expects building to start within six months after ${names.milestone(code)}, and not before it.` : state === "met" ? `Building starts within six months after the commitment, as Husbanken expects (${names.day(until)}).` : `Husbanken expects building to start by ${names.day(until)}, six months after the commitment. It starts on ${names.day(start)}.`,
  council: ({ code, next }, state, names) =>
    state === "met" ? `${names.milestone(code)} has been decided.` : `${names.milestone(code)} has not been decided yet. The council decides the budget in December, next on ${names.day(next)}. If it is not in then, it takes twelve months more.`,
  ahead: ({ code, months, by }, state, names) =>
    state === "met" ? `${names.milestone(code)} was ready in good time, before ${names.day(by)}.` : `${names.milestone(code)} should be ready at least ${months} months before moving in, that is by ${names.day(by)}.`,
  lasts: ({ code, expires, until }, state, names) =>
    state === "met" ? `${names.milestone(code)} holds until ${names.day(expires)}, which is long enough.` : `${names.milestone(code)} holds only until ${names.day(expires)}. It is needed until ${names.day(until)}.`,
  fourEyes: ({ nobodyFor }, state, { roles }) =>
    state === "met" ? "Whoever has prepared this, or is disqualified, cannot decide it. Somebody else can." : `Whoever has prepared this, or is disqualified, cannot decide it. Nobody else can answer for ${roles(nobodyFor)} now.`,
  bylaws: ({ notMet, legalReview, unanswered }, state) => {
    if (state === "met") return "Every item in the check of the by-laws is in order.";
    const parts = [notMet > 0 ? `${points(notMet)} not in order` : null, legalReview > 0 ? `${points(legalReview)} for a lawyer to look at` : null, unanswered > 0 ? `${points(unanswered)} not answered` : null].filter(Boolean);
    return `The check of the by-laws: ${parts.join(", ")}.`;
  },
};

export const groundLines: GroundLinesWords = {
  say,
  source: {
    husbankenLoan: "Husbanken's terms for loans and grants",
    husbankenSale: "Husbanken's guide to municipal cooperatives",
    "brl2-14": "burettslagslova §§ 2-14 and 2-15",
    "brl2-7": "burettslagslova § 2-7",
    "brl2-9": "burettslagslova § 2-9",
    guardianship: "vergemålsloven and Husbanken's guide to buying with a guardian",
    grantAndVat: "the terms of the investment grant and VAT compensation",
    budgetCycle: "the municipality's budget plan",
    staffing: "experience from other projects",
    ownTerms: "the terms of what was given",
    fourEyes: "forvaltningsloven and burettslagslova § 8-14",
    bylaws: "burettslagslova",
  },
};
