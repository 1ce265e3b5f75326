// The rules D1-D9 of domain.md 2.3 as pure functions: facts in, grounds out. Which milestone is asked what stands in one table at the end.
import { auditDays, registrationMonths } from "../clock";
import type { Role } from "../membership";
import { isReached, type Milestone } from "../milestone";
import type { ProjectModel } from "../project";
import type { Standing } from "../staleness";
import { addDays, addMonths, type Day } from "../time";
import type { ByLawAnswer } from "./bylaw-facts";
import { byLawsAnswered } from "./bylaws";
import { countIn, dayIn, numberIn, specOf, yesNoIn, type FactName, type Facts } from "./fact";
import type { Ground, GroundSource, GroundState, Need, RuleName, Weight } from "./ground";

export type GroundMilestone =
  Pick<Milestone, "code" | "state" | "preparedBy" | "decidedBy" | "plannedDay" | "expectedDay" | "reachedDay" | "expiresDay"> & {
    readonly standing: Standing | null;
    /** The milestone that must be reached before what runs out here does. */
    readonly holdsUntil: string | null;
  };

export type GroundFacts = {
  readonly model: ProjectModel;
  readonly homeCount: number;
  readonly milestones: ReadonlyMap<string, GroundMilestone>;
  readonly facts: Facts;
  readonly today: Day;
  /** The day of what is recorded; null while nobody has said: then the day it is expected. */
  readonly on: Day | null;
};

/** Burettslagslova § 2-14: at most three quarters of the cost may be shared debt. */
export const mostDebtShare = 75;
/** Husbanken: so many homes must have a buyer before the building starts. */
const buyersShare = 0.7;
const startMonths = 6;
const staffingMonths = 9;
const councilDay = "12-15";

type Rule = (facts: GroundFacts, code: string) => Ground[];

/** [M51] */
const startsOnAllPermits: Rule = (facts) => ["M20", "M25", "M26", "M27"].flatMap((code) => reached("D1", "husbankenLoan", facts, code));

/** [M51] */
const startsInTime: Rule = (facts, code) => {
  const commitment = facts.milestones.get("M20");
  const start = dayOf(facts, code);
  const from = commitment && isReached(commitment.state) ? commitment.reachedDay : null;
  const until = from && addMonths(from, startMonths);
  return [{
    ...base("D1b", "soft", until === null ? "unknown" : start <= until ? "met" : "missing", "husbankenLoan"),
    need: { kind: "startsInTime", code: "M20", until, start }, whose: commitment?.preparedBy ?? [],
  }];
};

/** [M52] */
const buyersAreBound: Rule = (facts) => [homes("D2", "husbankenSale", facts, "buyersBound", Math.ceil(facts.homeCount * buyersShare))];

/** [M53] */
const debtIsLawful: Rule = ({ facts }) => {
  const is = numberIn(facts, "debtShare");
  return [
    { ...stated("D3", "hard", is === null ? null : is <= mostDebtShare, "brl2-14", facts, "debtShare"), need: { kind: "debtShare", most: mostDebtShare, is } },
    { ...stated("D3", "hard", yesNoIn(facts, "equalSplit"), "brl2-14", facts, "equalSplit"), need: { kind: "equalSplit" } },
  ];
};

/** [M53] `founding`: the day of it. An audit after the founding confirms nothing before it. */
function auditIsFresh({ facts }: GroundFacts, founding: Day, weight: Weight): Ground {
  const day = dayIn(facts, "auditDay");
  const until = day && addDays(day, auditDays);
  const fresh = day === null || until === null ? null : day <= founding && founding <= until;
  return { ...stated("D3", weight, fresh, "brl2-7", facts, "auditDay"), need: { kind: "auditDay", day, until, founding } };
}

/** [M62, M63] What is not met or not answered blocks; what a lawyer should look at is told, and bound to the decision. */
const byLawsAreChecked: Rule = ({ facts, homeCount }) => {
  const points = byLawsAnswered(facts, homeCount);
  const count = (answer: ByLawAnswer | null) => points.filter((each) => each.answer === answer).length;
  const [notMet, legalReview, unanswered] = [count("notMet"), count("legalReview"), count(null)];
  const state = notMet > 0 || legalReview > 0 ? "missing" : unanswered > 0 ? "unknown" : "met";
  const weight = notMet + unanswered === 0 && legalReview > 0 ? "soft" : "hard";
  return [{ ...base("bylaws", weight, state, "bylaws"), need: { kind: "bylaws", notMet, legalReview, unanswered, points }, whose: specOf("bylawsContent").statedBy }];
};

const byLawsStandBeforeFounding: Rule = (facts, code) => [...reached("D3", "brl2-14", facts, "M21"), ...debtIsLawful(facts, code), auditIsFresh(facts, dayOf(facts, code), "hard")];
/** While the by-laws are approved the founding lies ahead, so an audit that will be too old is a warning. */
const auditWillBeFresh: Rule = (facts) => [auditIsFresh(facts, dayOf({ ...facts, on: null }, "M22"), "soft")];

/** [M54] Before it is registered it can neither own nor owe; after three months the founding no longer binds. */
const isRegistered: Rule = ({ milestones, facts, today }) => {
  const founding = milestones.get("M22");
  const founded = founding && isReached(founding.state) ? founding.reachedDay : null;
  const until = founded && addMonths(founded, registrationMonths);
  const day = dayIn(facts, "registeredDay");
  const inTime = day !== null && until !== null && founded !== null ? founded <= day && day <= until : until !== null && today > until ? false : null;
  return [{ ...stated("D4", "hard", inTime, "brl2-9", facts, "registeredDay"), need: { kind: "registered", day, until } }];
};
const registrationRuns: Rule = (facts, code) => (isReached(facts.milestones.get("M22")?.state ?? "notStarted") ? isRegistered(facts, code) : []);

/** [M55] */
const householdsAreReady: Rule = (facts) => {
  const consents = countIn(facts.facts, "guardianConsents");
  return [
    ...reached("D5", "guardianship", facts, "M17"),
    homes("D5", "guardianship", facts, "householdsClarified", facts.homeCount),
    { ...stated("D5", "hard", consents && consents.count >= (consents.of ?? 0), "guardianship", facts.facts, "guardianConsents"), need: { kind: "guardianConsents" } },
  ];
};

/** [M55] */
const servicesAreGranted: Rule = (facts) => [
  homes("D6", "grantAndVat", facts, "serviceDecisions", facts.homeCount),
  ...reached("D6", "grantAndVat", facts, "M31"),
  { ...stated("D6", "hard", yesNoIn(facts.facts, "coverageAllDay"), "grantAndVat", facts.facts, "coverageAllDay"), need: { kind: "coverageAllDay" } },
];

/** [M56] */
const councilHasDecided: Rule = ({ milestones, today }) => {
  const budget = milestones.get("M07");
  if (!budget || budget.state === "notRelevant") return [];
  const thisYear = `${today.slice(0, 4)}-${councilDay}` as Day;
  const next = today <= thisYear ? thisYear : (`${Number(today.slice(0, 4)) + 1}-${councilDay}` as Day);
  return [{ ...base("D7", "soft", isReached(budget.state) ? "met" : "missing", "budgetCycle"), need: { kind: "council", code: "M07", next }, whose: whoseIs(budget) }];
};

/** [M56] */
const staffIsPlannedAhead: Rule = (facts, code) => {
  const plan = facts.milestones.get("M31");
  if (!plan || plan.state === "notRelevant") return [];
  const by = addMonths(dayOf(facts, code), -staffingMonths);
  const inTime = isReached(plan.state) && plan.reachedDay !== null && plan.reachedDay <= by;
  return [{ ...base("D8", "soft", inTime ? "met" : "missing", "staffing"), need: { kind: "ahead", code: "M31", months: staffingMonths, by }, whose: whoseIs(plan) }];
};

/** [M56] What was got for this milestone, and runs out. */
const whatIsHeldLasts: Rule = (facts, code) => [...facts.milestones.values()].flatMap((each): Ground[] => {
  if (each.holdsUntil !== code || each.expiresDay === null || !isReached(each.state)) return [];
  const until = dayOf(facts, code);
  return [{ ...base("D9", "soft", each.expiresDay >= until ? "met" : "missing", "ownTerms"), need: { kind: "lasts", code: each.code, expires: each.expiresDay, until }, whose: each.preparedBy }];
});

/** [M50] What is asked before each milestone; `null` asks in both models. */
const asked: Readonly<Record<string, readonly (readonly [ProjectModel | null, Rule])[]>> = {
  M19: [[null, councilHasDecided]],
  M21: [[null, debtIsLawful], [null, byLawsAreChecked], [null, auditWillBeFresh]],
  M22: [[null, byLawsStandBeforeFounding], [null, registrationRuns]],
  M26: [["municipalLed", buyersAreBound]],
  M27: [[null, whatIsHeldLasts]],
  M28: [[null, startsOnAllPermits], ["groupLed", startsInTime], ["municipalLed", buyersAreBound], [null, whatIsHeldLasts]],
  M34: [[null, householdsAreReady], [null, isRegistered]],
  M35: [[null, staffIsPlannedAhead]],
  M36: [[null, servicesAreGranted]],
};

/** [M4, M39] D10, asked of those who could answer now: shown with the others, decided by `seatToDecide`. */
export function fourEyes(nobodyFor: readonly Role[]): Ground {
  return { ...base("D10", "hard", nobodyFor.length === 0 ? "met" : "missing", "fourEyes"), need: { kind: "fourEyes", nobodyFor }, whose: nobodyFor };
}

export const codesWithRules: readonly string[] = Object.keys(asked);

/** [M50-M56] Every ground of that milestone as it stands; none where no rule asks. */
export function groundsFor(code: string, facts: GroundFacts): Ground[] {
  return (asked[code] ?? []).flatMap(([model, rule]) => (model === null || model === facts.model ? rule(facts, code) : []));
}

function base(rule: RuleName, weight: Weight, state: GroundState, source: GroundSource): Omit<Ground, "need" | "whose"> {
  return { rule, weight, state, source, factId: null };
}

/** A rule that reads a fact: `met` is null while nobody has said. */
function stated(rule: RuleName, weight: Weight, met: boolean | null, source: GroundSource, facts: Facts, name: FactName): Omit<Ground, "need"> {
  return { rule, weight, state: met === null ? "unknown" : met ? "met" : "missing", source, factId: facts.get(name)?.id ?? null, whose: specOf(name).statedBy };
}

function homes(rule: RuleName, source: GroundSource, { facts, homeCount }: GroundFacts, of: Extract<Need, { kind: "homes" }>["of"], least: number): Ground {
  const count = countIn(facts, of);
  return { ...stated(rule, "hard", count && count.count >= least, source, facts, of), need: { kind: "homes", of, least, all: homeCount } };
}

/** What the model leaves out asks for nothing. */
function reached(rule: RuleName, source: GroundSource, { milestones }: GroundFacts, code: string): Ground[] {
  const milestone = milestones.get(code);
  if (!milestone || milestone.state === "notRelevant") return [];
  const moved = milestone.standing === "moved";
  const state = isReached(milestone.state) && !moved ? "met" : "missing";
  return [{ ...base(rule, "hard", state, source), need: { kind: "reached", code, moved }, whose: whoseIs(milestone) }];
}

function whoseIs({ state, preparedBy, decidedBy }: GroundMilestone): readonly Role[] {
  return state === "submitted" ? decidedBy : preparedBy;
}

/** The day a milestone is looked at for: when it happened, else when it is expected, never before today. */
function dayOf({ milestones, today, on }: GroundFacts, code: string): Day {
  const milestone = milestones.get(code);
  if (on !== null) return on;
  if (milestone && isReached(milestone.state) && milestone.reachedDay) return milestone.reachedDay;
  const day = milestone?.expectedDay ?? milestone?.plannedDay ?? today;
  return day < today ? today : day;
}
