// The front page in easy language, for residents and for those who see a summary: short lines, four states, nothing to press but the plan.
import { Link } from "@remix-run/react";
import { PageHeading, Section, StateTag, type Tone } from "../page";
import { useWords } from "../words";
import { useEasySentences } from "./easy-box";
import type { EasyFrontData, EasyState } from "./front-data";
import { PathPicture } from "./path-picture";
import { planAddress } from "./project-bar";

const tones: Readonly<Record<EasyState, Tone>> = { done: "good", waits: "waiting", underWay: "accent", later: "neutral" };

export function EasyFrontPage({ front, base }: { readonly front: EasyFrontData; readonly base: string }) {
  const { easy, front: say } = useWords().project;
  const sentences = useEasySentences(front);
  const now = front.lines.filter((each) => each.state === "waits" || each.state === "underWay");
  return (
    <div className="easy-page stack" data-gap="large">
      <PageHeading title={easy.title} lead={easy.lead} />
      <PathPicture reached={front.reached} underWay={now.length} total={front.total} text={say.pathPicture(front.reached, front.total)} />
      <div className="easy-sentences">{sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}</div>
      {front.plan ? <p><Link className="ds-button" to={planAddress(base, front.plan)}>{easy.readPlan}</Link></p> : null}
      {now.length > 0 ? <Section title={easy.nowHeading}><Lines lines={now} /></Section> : null}
      <Section title={easy.doneHeading}><Lines lines={front.lines.filter((each) => each.state === "done")} /></Section>
      <Section title={easy.laterHeading}><Lines lines={front.lines.filter((each) => each.state === "later")} /></Section>
    </div>
  );
}

function Lines({ lines }: Pick<EasyFrontData, "lines">) {
  const { easy } = useWords().project;
  return (
    <ul className="row-list easy-lines">
      {lines.map((line) => (
        <li key={line.code}><span>{line.text}</span><StateTag tone={tones[line.state]}>{easy[line.state]}</StateTag></li>
      ))}
    </ul>
  );
}
