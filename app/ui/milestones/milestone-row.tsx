// One milestone in a list: its state, whose move it is and since when, and the day that matters.
import { Link } from "@remix-run/react";
import type { Standing } from "../../domain/staleness";
import type { Waiting } from "../../domain/waiting";
import { useLanguage, useWords } from "../words";
import { StateMark } from "./state-mark";
import { DayFlags, MainDay, type Dated } from "./when";
import { who } from "./who";

export type ListedMilestone = Dated & {
  readonly code: string;
  readonly title: string;
  readonly standing: Standing | null;
  readonly openConditions: number;
  readonly waiting: Waiting | null;
};

export function MilestoneRow({ milestone, base }: { readonly milestone: ListedMilestone; readonly base: string }) {
  const words = useWords();
  const language = useLanguage();
  const { code, title, state, standing, waiting, openConditions } = milestone;
  return (
    <li>
      <Link className="row-link milestone-row" to={`${base}/milestones/${code}`}>
        <span className="milestone-row-name"><span className="milestone-code">{code}</span> {title}</span>
        <span className="milestone-row-state">
          <StateMark state={state} standing={standing} />
          {waiting && waiting.roles.length > 0 ? (
            <span className="milestone-waits" data-quiet={state === "underWay" ? "yes" : undefined}>{words.milestones.at(who(words, language, waiting.roles))}, {words.milestones.days(waiting.days)}</span>
          ) : null}
        </span>
        <span className="milestone-row-days">
          <MainDay of={milestone} quiet={waiting !== null} />
          <DayFlags of={milestone} />
          {openConditions > 0 ? <span className="day-flag" data-tone="waiting">{words.milestones.openConditions(openConditions)}</span> : null}
        </span>
      </Link>
    </li>
  );
}
