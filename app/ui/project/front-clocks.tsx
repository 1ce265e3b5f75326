// Every clock that matters today: what runs out and when, what is lost then, and who must do something about it.
import { Link } from "@remix-run/react";
import { formatDay, formatList } from "../../words/format";
import { Section, StateTag } from "../page";
import { useLanguage, useWords } from "../words";
import type { ClockRow } from "./front-data";
import { capitalised, rolesInWords } from "./roles-in-words";

export function Deadlines({ clocks, base }: { readonly clocks: readonly ClockRow[]; readonly base: string }) {
  const { front } = useWords();
  if (clocks.length === 0) return null;
  return (
    <Section title={front.full.deadlines}>
      <ul className="front-cards">
        {clocks.map((each) => <li key={`${each.kind} ${each.code} ${each.day}`} className="card link-card clock-card" data-risk={each.isAtRisk ? "yes" : undefined}><ClockCard clock={each} base={base} /></li>)}
      </ul>
    </Section>
  );
}

function ClockCard({ clock, base }: { readonly clock: ClockRow; readonly base: string }) {
  const words = useWords();
  const language = useLanguage();
  const { clocks: say } = words;
  const { kind, code, title, day, days, roles, tooEarlyFor, isAtRisk } = clock;
  const tag = days < 0 ? say.tag.past : tooEarlyFor ? say.tag.tooShort : isAtRisk ? say.tag.soon : say.tag.running;
  return (
    <>
      <StateTag tone={isAtRisk ? "bad" : "neutral"}>{tag}</StateTag>
      <h3><Link to={`${base}/milestones/${code}`}>{title}</Link></h3>
      <p className="clock-day">{say.what[kind](formatDay(day, language), say.left(days))}</p>
      {tooEarlyFor ? <p>{say.tooEarly(tooEarlyFor.title, formatDay(tooEarlyFor.day, language))}</p> : null}
      <p>{(kind === "expiry" && clock.ifLate) || say.missed[kind]}</p>
      {roles.length > 0 ? <p className="clock-whose">{capitalised(say.whose(formatList(rolesInWords(words, roles), language)))}</p> : null}
    </>
  );
}
