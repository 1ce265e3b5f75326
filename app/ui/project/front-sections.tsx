// The lists of the front page: what goes on now, what no longer holds, what is late, what comes next.
import { Link } from "@remix-run/react";
import { formatDay, formatList } from "../../words/format";
import { DayText, Section, StateTag, type Tone } from "../page";
import { useLanguage, useWords } from "../words";
import type { FullFrontData, WaitedRow } from "./front-data";
import { capitalised, rolesInWords } from "./roles-in-words";

type Part = { readonly front: FullFrontData; readonly base: string };

const tones = { decide: "waiting", correct: "bad", askAgain: "bad", meet: "bad", finish: "accent" } as const satisfies Record<WaitedRow["move"], Tone>;

/** A project nobody has begun: what to do first. */
export function Begin({ front, base }: Part) {
  const { begin } = useWords().front.full;
  return (
    <Section title={begin.title}>
      <ol className="front-begin">
        <li><Link to={`${base}/people`}>{begin.people}</Link></li>
        {front.plan ? <li><Link to={`${base}/documents/${front.plan.documentId}/write`}>{begin.plan}</Link></li> : null}
        <li><Link to={`${base}/milestones`}>{begin.milestones}</Link></li>
      </ol>
    </Section>
  );
}

export function Now({ front, base }: Part) {
  const words = useWords();
  const language = useLanguage();
  const { full: say } = words.front;
  const others = front.waited.filter((each) => !isYours(front, each) && each.move !== "askAgain");
  return (
    <Section title={say.now} actions={<Link to={`${base}/milestones`}>{say.allMilestones}</Link>}>
      {others.length === 0 ? <p className="muted">{say.nowNothing}</p> : (
        <ul className="row-list">
          {others.map((each) => (
            <li key={each.code}>
              <Link className="row-link front-row" to={`${base}/milestones/${each.code}`}>
                <span className="front-row-title">{each.title}</span>
                <span className="front-row-text">{capitalised(say.who(formatList(rolesInWords(words, each.roles), language), say.move[each.move]))}</span>
                <StateTag tone={tones[each.move]}>{say.since(each.days)}</StateTag>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Approvals whose text has changed since; nothing when all hold, or when it is the reader's own to see to. */
export function Moved({ front, base }: Part) {
  const { full: say } = useWords().front;
  const moved = front.waited.filter((each) => each.move === "askAgain" && !isYours(front, each));
  if (moved.length === 0) return null;
  return (
    <Section title={say.moved} lead={say.movedText}>
      <ul className="row-list">
        {moved.map((each) => <li key={each.code}><Link className="row-link" to={`${base}/milestones/${each.code}`}>{each.title}</Link></li>)}
      </ul>
    </Section>
  );
}

export function LateOnes({ front, base }: Part) {
  const { full: say } = useWords().front;
  const language = useLanguage();
  if (front.late.length === 0) return null;
  return (
    <Section title={say.late}>
      <ul className="front-cards">
        {front.late.map((each) => (
          <li key={each.code} className="card link-card">
            <StateTag tone="bad">{each.overdue > 0 ? say.overdue(each.overdue) : say.slipped(each.slipped)}</StateTag>
            <h3><Link to={`${base}/milestones/${each.code}`}>{each.title}</Link></h3>
            <p className="muted">
              {(each.overdue > 0 ? say.shouldHaveBeen : say.expectedNow)(formatDay(each.due, language))}
              {each.slipped > 0 && each.planned ? ` ${say.plannedFirst(formatDay(each.planned, language))}` : null}
            </p>
            {each.why ? <p>{each.why}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Coming({ front, base }: Part) {
  const { full: say } = useWords().front;
  return (
    <Section title={say.next}>
      {front.coming.length === 0 ? <p className="muted">{say.nextNothing}</p> : (
        <ol className="front-dates">
          {front.coming.map((each) => (
            <li key={each.code}>
              <span className="front-date"><DayText day={each.day} /></span>
              <Link to={`${base}/milestones/${each.code}`}>{each.title}</Link>
              <span className="muted">{say.inDays(each.days)}</span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

/** It stands among what waits for the reader already. */
function isYours(front: FullFrontData, each: WaitedRow): boolean {
  return front.yours.some((one) => one.code === each.code && one.move === each.move);
}
