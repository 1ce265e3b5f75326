// Clocks: everything that expires or runs, as one list computed from what the project's rows say today. Each has a day, whose it is, a
// ladder of reminders, and a place on the front page while it matters. Rules N1-N6.
import type { ConditionId, MilestoneId } from "./ids";
import { appealLadder, auditLadder, conditionLadder, decisionLadder, expiryLadder, registrationLadder, type Ladder } from "./ladder";
import type { Role } from "./membership";
import { isReached, type Milestone } from "./milestone";
import type { Tracked } from "./outlook";
import { addDays, addMonths, dayInOslo, daysBetween, type Day, type Instant } from "./time";
import { waitingFor } from "./waiting";

export const clockKinds = [
  "expiry", // noe løper ut: opsjon, tilsagn, forhåndsgodkjenning, tilbud
  "registration", // registrering i Foretaksregisteret
  "audit", // revisors bekreftelse ved stiftelsen
  "completion", // fra midlertidig brukstillatelse til ferdigattest
  "condition", // vilkår
  "appeal", // klagefrist
  "decision", // en innsending som ligger hos noen
] as const;
export type ClockKind = (typeof clockKinds)[number];

export type Clock = {
  readonly kind: ClockKind;
  /** The same clock from look to look, whatever its day: what reminders and calendars know it by. */
  readonly subject: string;
  readonly milestoneId: MilestoneId;
  readonly code: string;
  /** The last day, in Oslo. */
  readonly day: Day;
  /** Whole days left; negative when the day is past. */
  readonly days: number;
  /** Whose it is to do something. */
  readonly roles: readonly Role[];
  readonly ladder: Ladder;
  /** Since when it runs; null where that is not known, and nobody was told when it began. */
  readonly since: Day | null;
  /** What it should have lasted for, when that is expected later than the day it runs out. */
  readonly tooEarlyFor: { readonly code: string; readonly day: Day } | null;
};

/** A condition of an approval that has not been met. */
export type OpenCondition = { readonly id: ConditionId; readonly milestoneId: MilestoneId; readonly ownerRole: Role; readonly dueDay: Day; readonly since: Instant };

export type ClockFacts = {
  readonly milestones: readonly Tracked[];
  readonly conditions: readonly OpenCondition[];
  readonly appeals: readonly { readonly milestoneId: MilestoneId; readonly day: Day; readonly since: Instant }[];
  /** When it was entered in the register of business enterprises, and when the auditor confirmed the opening balance: as somebody has stated. */
  readonly registeredDay: Day | null;
  readonly auditDay: Day | null;
};

/** Burettslagslova § 2-9: registered within three months, or the founding no longer binds. */
export const registrationMonths = 3;
/** Burettslagslova § 2-7 and the dependency D3: the opening balance is audited at most four weeks before the founding. */
export const auditDays = 28;
/** Ours: how long an answer may take when the milestone has no day of its own. */
export const answerDays = 28;

const founding = "M22";
const openingBalance = "M21";
const takingOver = "M30";

/** [N1] Everything that runs today, soonest first. */
export function clocks(facts: ClockFacts, today: Day): Clock[] {
  const relevant = facts.milestones.filter((each) => each.state !== "notRelevant");
  const byId = new Map(relevant.map((each) => [each.id, each]));
  const found = [
    ...relevant.flatMap((each) => runningFrom(each, relevant, facts, today)),
    ...facts.conditions.flatMap((each): Clock[] => {
      const milestone = byId.get(each.milestoneId);
      if (!milestone) return [];
      return [{ ...base(milestone, "condition", `condition:${each.id}`, each.dueDay, today, conditionLadder), roles: [each.ownerRole], since: dayInOslo(each.since) }];
    }),
    ...facts.appeals.flatMap((each): Clock[] => {
      const milestone = byId.get(each.milestoneId);
      if (!milestone || each.day < today) return [];
      return [{ ...base(milestone, "appeal", `appeal:${milestone.id}`, each.day, today, appealLadder), since: dayInOslo(each.since) }];
    }),
  ];
  return found.sort((left, right) => left.day.localeCompare(right.day) || left.code.localeCompare(right.code) || left.subject.localeCompare(right.subject));
}

/** How near a day must be before the front page speaks of it, where it is not always worth a place. */
const nearDays = 30;

/** [N3] Whether it has a place on the front page today: what can be lost always, an answer or a condition when it is near or late. */
export function matters({ kind, days }: Pick<Clock, "kind" | "days">): boolean {
  if (kind === "expiry") return days >= -nearDays;
  if (kind === "decision" || kind === "condition" || kind === "appeal") return days <= nearDays;
  return true;
}

/** [N3] Something is at risk: it has run out, does so soon, or will before what it is for. */
export function isAtRisk({ kind, days, tooEarlyFor }: Pick<Clock, "kind" | "days" | "tooEarlyFor">): boolean {
  return tooEarlyFor !== null || days < 0 || days <= (kind === "expiry" ? 90 : 7);
}

function base(milestone: Milestone, kind: ClockKind, subject: string, day: Day, today: Day, ladder: Ladder): Clock {
  const { id: milestoneId, code, preparedBy: roles } = milestone;
  return { kind, subject, milestoneId, code, day, days: daysBetween(today, day), roles, ladder, since: null, tooEarlyFor: null };
}

function runningFrom(milestone: Tracked, all: readonly Tracked[], facts: ClockFacts, today: Day): Clock[] {
  return [expiryAt, registrationAt, auditAt, completionAt, decisionAt].flatMap((find) => {
    const clock = find(milestone, all, facts, today);
    return clock ? [clock] : [];
  });
}

type Find = (milestone: Tracked, all: readonly Tracked[], facts: ClockFacts, today: Day) => Clock | null;

/** Once what it is for is reached, what ran out no longer matters. */
const expiryAt: Find = (milestone, all, _facts, today) => {
  const { code, expiresDay, holdsUntil } = milestone;
  if (!expiresDay || code === takingOver) return null;
  const after = all.find((each) => each.code === holdsUntil);
  if (after && isReached(after.state)) return null;
  return { ...base(milestone, "expiry", `expiry:${milestone.id}`, expiresDay, today, expiryLadder), tooEarlyFor: laterThan(expiresDay, after) };
};

const registrationAt: Find = (milestone, _all, { registeredDay }, today) => {
  const { id, code, reachedDay } = milestone;
  if (code !== founding || !isReached(milestone.state) || !reachedDay || registeredDay) return null;
  return { ...base(milestone, "registration", `registration:${id}`, addMonths(reachedDay, registrationMonths), today, registrationLadder), since: reachedDay };
};

/** From the day the auditor confirmed, or the milestone was approved when nobody has stated that day; until the founding. */
const auditAt: Find = (milestone, all, { auditDay }, today) => {
  const { code, reachedDay } = milestone;
  const next = all.find((each) => each.code === founding);
  const from = auditDay ?? (isReached(milestone.state) ? reachedDay : null);
  if (code !== openingBalance || !from || !next || isReached(next.state)) return null;
  const day = addDays(from, auditDays);
  return { ...base(milestone, "audit", `audit:${milestone.id}`, day, today, auditLadder), since: from, tooEarlyFor: laterThan(day, next) };
};

/** The permit to use the building for the time being says until when; whoever has got the final certificate takes that day away. */
const completionAt: Find = (milestone, _all, _facts, today) => {
  const { id, code, expiresDay, reachedDay } = milestone;
  if (code !== takingOver || !isReached(milestone.state) || !expiresDay) return null;
  return { ...base(milestone, "completion", `completion:${id}`, expiresDay, today, expiryLadder), since: reachedDay };
};

/** [N4] Due on the milestone's own day when that lies ahead of the submission, else four weeks after it. */
const decisionAt: Find = (milestone, _all, _facts, today) => {
  if (milestone.state !== "submitted") return null;
  const waiting = waitingFor(milestone, milestone.decidedRoles, milestone.standing, today);
  if (!waiting) return null;
  const since = dayInOslo(milestone.stateSince);
  const own = milestone.expectedDay ?? milestone.plannedDay;
  const day = own && own > since ? own : addDays(since, answerDays);
  return { ...base(milestone, "decision", `decide:${milestone.id}:${milestone.stateSince}`, day, today, decisionLadder), roles: waiting.roles, since };
};

function laterThan(day: Day, after: Tracked | undefined): Clock["tooEarlyFor"] {
  const needed = after && (after.expectedDay ?? after.plannedDay);
  return after && needed && needed > day ? { code: after.code, day: needed } : null;
}
