// The front page for everybody who follows the milestones.
import { Link } from "@remix-run/react";
import { Section } from "../page";
import { useWords } from "../words";
import { EasyBox } from "./easy-box";
import type { FullFrontData } from "./front-data";
import { Deadlines } from "./front-clocks";
import { FrontHero } from "./front-hero";
import { Begin, Coming, LateOnes, Moved, Now } from "./front-sections";
import { Yours } from "./front-yours";
import { Latest } from "./latest";
import { PhaseStrip } from "./phase-strip";
import { PlanCard } from "./plan-card";

export function FullFrontPage({ front, base }: { readonly front: FullFrontData; readonly base: string }) {
  const { full: say } = useWords().front;
  const isNew = front.takesPart && front.plan?.access === "write" && front.reached === 0 && front.waited.length === 0;
  return (
    <>
      <FrontHero front={front} base={base} />
      {isNew ? <Begin front={front} base={base} /> : <Yours front={front} base={base} />}
      <div className="front-pair">
        {front.plan ? <PlanCard plan={front.plan} base={base} /> : null}
        <EasyBox front={front} />
      </div>
      <Section title={say.path}><PhaseStrip phases={front.phases} /></Section>
      <div className="columns">
        <div className="stack front-main" data-gap="large">
          <Now front={front} base={base} />
          <Moved front={front} base={base} />
          <Coming front={front} base={base} />
          {front.latest ? <Latest latest={front.latest} base={base} /> : null}
        </div>
        <div className="stack front-side" data-gap="large">
          <Deadlines clocks={front.clocks} base={base} />
          <LateOnes front={front} base={base} />
          <p><Link to={`${base}/policy`}>{say.anchoring}</Link></p>
        </div>
      </div>
    </>
  );
}
