// Where a project stands, read from its milestones and the day it is: how far, who is waited for, what is next and what is late.
import type { StaleReason, Standing } from "./staleness";
import type { Role } from "./membership";
import { isApproved, isReached, subjectOf, type Milestone } from "./milestone";
import { may, type Actor } from "./permission";
import { phases, type Phase } from "./project";
import { daysBetween, type Day } from "./time";
import { lateness, owedBy, waitingFor } from "./waiting";

export type Tracked = Milestone & {
  readonly decidedRoles: readonly Role[];
  readonly standing: Standing | null;
  readonly reasons?: readonly StaleReason[];
  /** The milestone that must be reached before what runs out here does; null when there is none. */
  readonly holdsUntil: string | null;
};

/** "here": the furthest phase where something has happened. "alsoOpen": something happens there too. */
export type PhaseState = "done" | "here" | "alsoOpen" | "later";
export type PhaseStanding = { readonly phase: Phase; readonly state: PhaseState; readonly reached: number; readonly total: number };

/** What the ones who are waited for should do: decide, correct and hand in again, ask again, meet a condition, or finish what they have begun. */
export type Move = "decide" | "correct" | "askAgain" | "meet" | "finish";
export type Waited = { readonly code: string; readonly move: Move; readonly roles: readonly Role[]; readonly days: number; readonly mine: boolean };
export type Coming = { readonly code: string; readonly day: Day; readonly days: number };
export type Late = { readonly code: string; readonly overdue: number; readonly slipped: number; readonly planned: Day | null; readonly due: Day };
export type Outlook = {
  readonly phases: readonly PhaseStanding[];
  readonly reached: number;
  readonly total: number;
  readonly waited: readonly Waited[];
  readonly coming: readonly Coming[];
  readonly late: readonly Late[];
};

const moves: readonly Move[] = ["decide", "askAgain", "meet", "correct", "finish"];

/** [U10] `actor`: for whom; what they have to do themselves is `mine`. */
export function outlook(all: readonly Tracked[], actor: Pick<Actor, "role" | "partyKind">, today: Day): Outlook {
  const milestones = all.filter((each) => each.state !== "notRelevant");
  return {
    phases: phaseStandings(milestones),
    reached: milestones.filter((each) => isReached(each.state)).length,
    total: milestones.length,
    waited: milestones
      .flatMap((each) => waitedFor(each, actor, today))
      .sort((left, right) => moves.indexOf(left.move) - moves.indexOf(right.move) || right.days - left.days || left.code.localeCompare(right.code)),
    coming: milestones
      .flatMap((each) => {
        const day = each.expectedDay ?? each.plannedDay;
        const lies = each.state === "notStarted" || each.state === "underWay" || each.state === "returned" || each.state === "reopened";
        return day && lies && day >= today ? [{ code: each.code, day, days: daysBetween(today, day) }] : [];
      })
      .sort((left, right) => left.day.localeCompare(right.day) || left.code.localeCompare(right.code)),
    late: milestones.flatMap((each) => {
      const { overdue, slipped } = lateness(each, today);
      const due = each.expectedDay ?? each.plannedDay;
      return due && (overdue > 0 || slipped > 0) ? [{ code: each.code, overdue, slipped, planned: each.plannedDay, due }] : [];
    }),
  };
}

/** [U10] A phase is done when all in it is reached; the furthest one where something has happened is where the project is. */
export function phaseStandings(milestones: readonly Pick<Milestone, "phase" | "state">[]): PhaseStanding[] {
  const counted = phases
    .map((phase) => {
      const inside = milestones.filter((each) => each.phase === phase && each.state !== "notRelevant");
      const reached = inside.filter((each) => isReached(each.state)).length;
      return { phase, reached, total: inside.length, begun: inside.some((each) => each.state !== "notStarted" && each.state !== "postponed") };
    })
    .filter((each) => each.total > 0);
  const open = counted.filter((each) => each.begun && each.reached < each.total);
  // services and staffing (F7) run beside the others, so they say where the project is only when nothing else does
  const here = open.filter((each) => each.phase !== "F7").at(-1) ?? open.at(-1) ?? counted.find((each) => each.reached < each.total);
  return counted.map(({ phase, reached, total, begun }) => {
    const state = phase === here?.phase ? "here" : reached === total ? "done" : begun ? "alsoOpen" : "later";
    return { phase, state, reached, total };
  });
}

/** Whole calendar months from one day to another; 0 when `to` is less than a month away or past. */
export function monthsBetween(from: Day, to: Day): number {
  const [years, months, days] = [0, 1, 2].map((part) => Number(to.split("-")[part]) - Number(from.split("-")[part])) as [number, number, number];
  return Math.max(0, years * 12 + months - (days < 0 ? 1 : 0));
}

function waitedFor(milestone: Tracked, actor: Pick<Actor, "role" | "partyKind">, today: Day): Waited[] {
  const waiting = waitingFor(milestone, milestone.decidedRoles, milestone.standing, today, milestone.reasons);
  if (!waiting) return [];
  const move = moveIn(milestone);
  const mine = waiting.roles.includes(actor.role) && (move === "meet" || may(actor, move === "decide" ? "decide" : "submit", subjectOf(milestone)));
  return [{ code: milestone.code, move, roles: waiting.roles, days: waiting.days, mine }];
}

function moveIn({ state, reasons = [] }: Tracked): Move {
  if (state === "submitted") return "decide";
  if (isApproved(state)) return owedBy(reasons) ? "meet" : "askAgain";
  return state === "underWay" ? "finish" : "correct";
}
