// The days of a milestone in words: when it was reached or is expected, how late it is, and what runs out.
import type { MilestoneState } from "../../domain/milestone";
import type { Day } from "../../domain/time";
import type { Lateness } from "../../domain/waiting";
import { DayText } from "../page";
import { useWords } from "../words";

export type Dated = {
  readonly state: MilestoneState;
  readonly plannedDay: Day | null;
  readonly expectedDay: Day | null;
  readonly reachedDay: Day | null;
  readonly expiresDay: Day | null;
  readonly lateness: Lateness;
  readonly expiry: { readonly days: number; readonly soon: boolean } | null;
};

/** The one day that matters most now, with its word before it. `quiet`: nothing at all when there is none. */
export function MainDay({ of, quiet = false }: { readonly of: Dated; readonly quiet?: boolean }) {
  const { milestones } = useWords();
  const { state, reachedDay, expectedDay, plannedDay } = of;
  if (reachedDay) {
    const word = state === "recorded" || state === "decidedElsewhere" ? milestones.reached[state] : milestones.reached.approved;
    return <Worded word={word} day={reachedDay} />;
  }
  if (expectedDay) return <Worded word={milestones.expected} day={expectedDay} />;
  if (plannedDay) return <Worded word={milestones.planned} day={plannedDay} />;
  return quiet ? null : <span className="muted">{milestones.noDay}</span>;
}

function Worded({ word, day }: { readonly word: string; readonly day: Day }) {
  return <span className="worded-day"><span className="muted">{word}</span> <DayText day={day} short /></span>;
}

/** What a reader should notice about the days; nothing when all is as planned. */
export function DayFlags({ of }: { readonly of: Dated }) {
  const { milestones } = useWords();
  const { lateness, expiry } = of;
  return (
    <>
      {lateness.overdue > 0 ? <span className="day-flag" data-tone="bad">{milestones.overdue(lateness.overdue)}</span> : null}
      {lateness.slipped > 0 ? <span className="day-flag" data-tone="waiting">{milestones.slipped(lateness.slipped)}</span> : null}
      {expiry ? <span className="day-flag" data-tone={expiry.soon ? "bad" : "waiting"}>{milestones.expiresIn(expiry.days)}</span> : null}
    </>
  );
}
