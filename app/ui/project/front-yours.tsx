// What waits for the reader alone, or for somebody with their role: the first thing the front page says.
import { Link } from "@remix-run/react";
import { formatDay } from "../../words/format";
import { Section } from "../page";
import { useLanguage, useWords } from "../words";
import type { FullFrontData, TaskRow } from "./front-data";

/** Nothing at all for those who are never waited for. */
export function Yours({ front, base }: { readonly front: Pick<FullFrontData, "yours" | "takesPart">; readonly base: string }) {
  const { full: say } = useWords().front;
  if (front.yours.length === 0 && !front.takesPart) return null;
  return (
    <Section title={say.yours}>
      {front.yours.length === 0 ? <p className="muted">{say.yoursNothing}</p> : (
        <ul className="front-cards" data-beside="yes">
          {front.yours.map((each) => <li key={`${each.move} ${each.code} ${each.day}`} className="card link-card" data-tone="warm"><YourTask task={each} base={base} /></li>)}
        </ul>
      )}
    </Section>
  );
}

function YourTask({ task, base }: { readonly task: TaskRow; readonly base: string }) {
  const words = useWords();
  const language = useLanguage();
  const { clocks } = words;
  const { full: say } = words.front;
  return (
    <>
      <h3><Link to={`${base}/milestones/${task.code}`}>{task.move === "answerSwitch" ? clocks.switchTitle : task.title}</Link></h3>
      <p>{clocks.task[task.move]}</p>
      <p className="front-since">{task.day === null ? say.waited(task.days) : clocks.until(formatDay(task.day, language), clocks.left(task.days))}</p>
    </>
  );
}
