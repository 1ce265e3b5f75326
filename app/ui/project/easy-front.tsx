// The front page in easy language, for residents and for those who see a summary: short lines, four states, nothing to press but the plan.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { PageHeading, Section, StateTag, type Tone } from "../page";
import { useWords } from "../words";
import { useEasySentences } from "./easy-box";
import type { EasyFrontData, EasyState } from "./front-data";
import { PathPicture } from "./path-picture";
import { planAddress } from "./project-bar";

/** What comes later is a long list; the first of it is enough for most. */
const shownAtOnce = 5;

const tones: Readonly<Record<EasyState, Tone>> = { done: "good", waits: "waiting", underWay: "accent", later: "neutral" };

export function EasyFrontPage({ front, base }: { readonly front: EasyFrontData; readonly base: string }) {
  const { easy, full: say } = useWords().front;
  const sentences = useEasySentences(front);
  const inState = (state: EasyState) => front.lines.filter((each) => each.state === state);
  const now = [...inState("waits"), ...inState("underWay")];
  const later = inState("later");
  const done = inState("done");
  return (
    <div className="easy-page stack" data-gap="large">
      <PageHeading title={easy.title} lead={easy.lead} />
      <PathPicture reached={front.reached} underWay={now.length} total={front.total} text={say.pathPicture(front.reached, front.total)} />
      <div className="easy-sentences">{sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}</div>
      {front.plan ? <p className="easy-way"><Link className="ds-button" to={planAddress(base, front.plan)}>{easy.readPlan}</Link></p> : null}
      {now.length > 0 ? <Section title={easy.nowHeading}><Lines lines={now} tagged /></Section> : null}
      {later.length > 0 ? (
        <Section title={easy.laterHeading}>
          <Lines lines={later.slice(0, shownAtOnce)} />
          {later.length > shownAtOnce ? <More label={easy.showLater(later.length - shownAtOnce)}><Lines lines={later.slice(shownAtOnce)} /></More> : null}
        </Section>
      ) : null}
      {done.length > 0 ? (
        <Section title={easy.doneHeading}>
          <More label={easy.showDone(done.length)}><Lines lines={done} /></More>
        </Section>
      ) : null}
    </div>
  );
}

/** `tagged`: where the heading does not say it all. */
function Lines({ lines, tagged = false }: Pick<EasyFrontData, "lines"> & { readonly tagged?: boolean }) {
  const { easy } = useWords().front;
  return (
    <ul className="row-list easy-lines">
      {lines.map((line) => (
        <li key={line.code} data-state={line.state}>
          <span>{line.text}</span>
          {tagged ? <StateTag tone={tones[line.state]}>{easy[line.state]}</StateTag> : null}
        </li>
      ))}
    </ul>
  );
}

function More({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <details className="ds-details"><summary>{label}</summary><div>{children}</div></details>;
}
