// Tasks: everything in a project that needs one person now. The front page shows them, notices are written about them, and what is no
// task any more is never written about. Rules N7-N9.
import { clocks, type Clock, type ClockFacts } from "./clock";
import type { MilestoneId } from "./ids";
import { firstStep, leadersOf, newestStep, type Step } from "./ladder";
import type { Role } from "./membership";
import { isApproved, subjectOf } from "./milestone";
import { mayAnswer, switchCode, type ModelSwitch, type Proposed } from "./model-switch";
import type { NoticeKind } from "./notice";
import type { Tracked } from "./outlook";
import { may, type Actor } from "./permission";
import { dayInOslo, type Day } from "./time";
import { owedBy } from "./waiting";

/** `deputyFor`: the roles whose holders this person stands in for today. */
export type Person = Pick<Actor, "role" | "partyKind" | "userId" | "membershipId"> & { readonly deputyFor: readonly Role[] };

/** What the person should do: answer, correct and hand in again, ask again, meet a condition, keep a day, step in for somebody, or answer a proposed switch of model. */
export const taskMoves = ["decide", "correct", "askAgain", "meet", "keep", "standIn", "answerSwitch"] as const;
export type TaskMove = (typeof taskMoves)[number];

export const noticeOf: Readonly<Record<TaskMove, NoticeKind>> = {
  decide: "decide", correct: "correct", askAgain: "correct", meet: "condition", keep: "deadline", standIn: "standIn", answerSwitch: "decide",
};

export type Task = {
  readonly move: TaskMove;
  /** What it is about, the same from look to look. */
  readonly subject: string;
  /** The milestone, or `switchCode`. */
  readonly code: string;
  /** The clock behind it, if there is one. */
  readonly clock: Clock | null;
  /** The newest step of its ladder that has come for this person; null while the first lies ahead. */
  readonly step: Step | null;
};

export type TaskFacts = ClockFacts & {
  /** Whether somebody stands in for the holders of a role today. */
  readonly hasDeputy: (role: Role) => boolean;
  /** Who may not decide what lies there, whatever their role: they sent it in, or have declared themselves disqualified. */
  readonly isBarred: (milestoneId: MilestoneId, person: Person) => boolean;
  /** The roles of those who declared themselves disqualified there and named this person to answer in their place. */
  readonly takesOverFor: (milestoneId: MilestoneId, person: Person) => readonly Role[];
  /** The switch of model that waits for an answer. */
  readonly waitingSwitch?: (Proposed & Pick<ModelSwitch, "id" | "proposedAt">) | null;
};

/** [N7] In the order of the clocks, then what has no day. */
export function tasksOf(facts: TaskFacts, person: Person, today: Day): Task[] {
  const byId = new Map(facts.milestones.map((each) => [each.id, each]));
  const running = clocks(facts, today).flatMap((clock): Task[] => {
    const milestone = byId.get(clock.milestoneId);
    const task = milestone && taskAt(clock, milestone, person, facts, today);
    return task ? [task] : [];
  });
  return [...running, ...facts.milestones.flatMap((each) => toCorrect(each, person)), ...toAnswer(facts, person)];
}

/** [M75] For whoever may answer it; until somebody has. */
function toAnswer({ waitingSwitch }: TaskFacts, person: Person): Task[] {
  if (!waitingSwitch || !mayAnswer(person, waitingSwitch)) return [];
  return [{ move: "answerSwitch", subject: `switch:${waitingSwitch.id}`, code: switchCode, clock: null, step: firstStep(dayInOslo(waitingSwitch.proposedAt)) }];
}

function taskAt(clock: Clock, milestone: Tracked, person: Person, { hasDeputy, isBarred, takesOverFor }: TaskFacts, today: Day): Task | null {
  const barred = clock.kind === "decision" && isBarred(milestone.id, person);
  const { kind, subject, code, day, since, ladder, roles } = clock;
  const step = (to: Parameters<typeof newestStep>[3], from: Day | null) => newestStep(ladder, day, from, to, today);
  if (roles.includes(person.role) && isTheirs(clock, milestone, person)) {
    if (barred) return null;
    // where nobody stands in, those whose it is are reminded in their place
    const to = roles.some(hasDeputy) ? (["own"] as const) : (["own", "deputy"] as const);
    return { move: moveOf(kind), subject, code, clock, step: step(to, since) };
  }
  // whoever was named in the place of somebody disqualified is asked from the first day, as they would have been
  if (kind === "decision" && !barred && takesOverFor(milestone.id, person).some((role) => roles.includes(role))) {
    return { move: "decide", subject, code, clock, step: step(["own"], since) };
  }
  // a clock nobody was told about is no task before its first step
  const called = [
    ...(!barred && roles.some((role) => person.deputyFor.includes(role)) ? (["deputy"] as const) : []),
    ...(roles.some((role) => leadersOf(role).includes(person.role)) ? (["leader"] as const) : []),
  ];
  if (called.length === 0 || !may(person, "see", subjectOf(milestone))) return null;
  const newest = step(called, null);
  return newest && { move: "standIn", subject: `${subject}:standIn`, code, clock, step: newest };
}

/** Whether the person can do something about it. */
function isTheirs({ kind }: Clock, milestone: Tracked, person: Person): boolean {
  if (kind === "decision") return may(person, "decide", subjectOf(milestone));
  if (kind === "condition") return may(person, "see", subjectOf(milestone));
  return may(person, "submit", subjectOf(milestone));
}

function moveOf(kind: Clock["kind"]): TaskMove {
  if (kind === "decision") return "decide";
  return kind === "condition" ? "meet" : "keep";
}

/** What came back, and what stands on a text that has changed: no day but the one it came. */
function toCorrect(milestone: Tracked, person: Person): Task[] {
  const { state, standing, reasons = [], id, code, preparedBy } = milestone;
  // where only a condition was missed, it is its owner who is called, by the clock of the condition
  const moved = isApproved(state) && standing === "moved" && owedBy(reasons) === null;
  if (!moved && state !== "returned" && state !== "reopened") return [];
  if (!preparedBy.includes(person.role) || !may(person, "submit", subjectOf(milestone))) return [];
  const since = dayInOslo(milestone.stateSince);
  // a text that goes back and forth in a day is one task that day
  const subject = moved ? `askAgain:${id}:${since}` : `correct:${id}:${milestone.stateSince}`;
  return [{ move: moved ? "askAgain" : "correct", subject, code, clock: null, step: firstStep(since) }];
}
