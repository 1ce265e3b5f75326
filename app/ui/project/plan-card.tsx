// The plan on the front page: when it last changed, by whom, and the ways into it this reader has.
import { Link } from "@remix-run/react";
import { InstantText } from "../page";
import { useWords } from "../words";
import type { SharedFront } from "./front-data";
import { planAddress } from "./project-bar";

export function PlanCard({ plan, base }: { readonly plan: NonNullable<SharedFront["plan"]>; readonly base: string }) {
  const { full: say } = useWords().front;
  const address = `${base}/documents/${plan.documentId}`;
  return (
    <section className="card front-plan" data-tone="tinted" aria-labelledby="front-plan">
      <h2 id="front-plan">{say.plan}</h2>
      {plan.changedAt ? <p>{say.planChanged(plan.changedBy)} <InstantText at={plan.changedAt} />.</p> : null}
      <div className="button-row">
        {plan.access === "write" ? <Link className="ds-button" to={`${address}/write`}>{say.planWrite}</Link> : null}
        <Link className="ds-button" data-variant={plan.access === "write" ? "secondary" : "primary"} to={planAddress(base, plan)}>
          {plan.access === "frozen" ? say.planFrozen : say.planRead}
        </Link>
      </div>
      {plan.access === "frozen" ? null : <p><Link to={`${address}/versions`}>{say.planHistory}</Link></p>}
    </section>
  );
}
