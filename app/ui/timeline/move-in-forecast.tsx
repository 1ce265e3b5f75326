// When the homes can be moved into, in the words a parent would use: most likely, eight times out of ten, and what decides it.
import { formatCount, formatDay, formatMonth } from "../../words/format";
import { Section } from "../page";
import { useLanguage, useWords } from "../words";
import type { TimelineData } from "./timeline-data";

export function MoveInForecast({ timeline }: { readonly timeline: TimelineData }) {
  const { forecast: say } = useWords().timeline;
  const language = useLanguage();
  const { chances, goal, forecast } = timeline;
  if (chances === null) return <Section title={say.title}><p>{say.reached}</p></Section>;
  return (
    <Section title={say.title}>
      <div className="card tl-forecast-card" data-tone="tinted">
        <p className="tl-likely">{say.likely(formatMonth(chances.p50, language))}</p>
        <p className="tl-eight">{say.eightOfTen(formatMonth(chances.p80, language))}</p>
        {goal && chances.onTarget !== null ? <p>{say.goal(formatDay(goal, language), chances.onTarget)}</p> : null}
        {forecast ? <p>{say.asPlanned(formatDay(forecast, language))}</p> : null}
        {chances.drivers.length > 0 ? (
          <>
            <p><strong>{say.drivers}</strong></p>
            <ul>{chances.drivers.slice(0, 4).map((each) => <li key={each.code}>{say.driver(each.title, each.share)}</li>)}</ul>
          </>
        ) : null}
        {chances.runsOut.map((each) => <p key={each.code} className="tl-warning">{say.runsOut(each.title, each.share)}</p>)}
        <details className="ds-details"><summary>{say.how}</summary><div><p>{say.howText(formatCount(chances.runs, language))}</p></div></details>
      </div>
    </Section>
  );
}
