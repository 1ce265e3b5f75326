// Where a milestone is now, said so that it is read in seconds: the state, whose move it is, since when, and the way on.
import type { ReactNode } from "react";
import type { Standing } from "../../domain/staleness";
import type { Role } from "../../domain/membership";
import type { MilestoneState } from "../../domain/milestone";
import type { Waiting } from "../../domain/waiting";
import { formatDay } from "../../words/format";
import { useLanguage, useWords } from "../words";
import { StateMark, stateTone } from "./state-mark";
import { DayFlags, MainDay, type Dated } from "./when";
import { sentence, who } from "./who";

type Props = {
  readonly milestone: Dated & { readonly state: MilestoneState; readonly waiting: Waiting | null; readonly decidedRoles: readonly Role[] };
  readonly standing: Standing | null;
  readonly openConditions: number;
  /** Why it was sent back or refused, where it was. */
  readonly returned: { readonly heading: string; readonly remark: string } | null;
  /** What this person may do now, or why not. */
  readonly children?: ReactNode;
};

export function StatusCard({ milestone, standing, openConditions, returned, children }: Props) {
  const words = useWords();
  const language = useLanguage();
  const { milestones } = words;
  const { state, waiting, decidedRoles } = milestone;
  const waits = waiting && waiting.roles.length > 0 ? who(words, language, waiting.roles) : null;
  return (
    <section className="status-card" data-tone={stateTone(state, standing)} aria-label={milestones.page.status}>
      <div className="status-line">
        <StateMark state={state} standing={standing} />
        <MainDay of={milestone} quiet />
        <DayFlags of={milestone} />
        {openConditions > 0 ? <span className="day-flag" data-tone="waiting">{milestones.openConditions(openConditions)}</span> : null}
      </div>
      {waits && waiting ? (
        <p className="status-waits">
          {standing === "moved" ? milestones.page.mayAsk(sentence(waits))
            : state === "underWay" ? milestones.page.works(waits, waiting.days)
            : state === "submitted" && decidedRoles.length > 0 ? milestones.page.still(waits)
            : milestones.page.waits(waits, waiting.days)}
        </p>
      ) : null}
      {returned ? (
        <div className="said" data-decision="returned">
          <p className="said-decision">{returned.heading}</p>
          <p className="said-text">{returned.remark}</p>
        </div>
      ) : null}
      {milestone.plannedDay && milestone.expectedDay && milestone.lateness.slipped > 0 ? <FirstPlanned day={milestone.plannedDay} /> : null}
      {children}
    </section>
  );
}

function FirstPlanned({ day }: { readonly day: NonNullable<Dated["plannedDay"]> }) {
  const { milestones } = useWords();
  const language = useLanguage();
  return <p className="muted">{milestones.plannedFirst(formatDay(day, language))}</p>;
}
