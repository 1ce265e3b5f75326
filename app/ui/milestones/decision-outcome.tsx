// Why there is nothing to decide here for this person: it is their own, or somebody was first; and who that was.
import { Link } from "@remix-run/react";
import { formatInstant } from "../../words/format";
import { useLanguage, useWords } from "../words";
import type { SaidDecision } from "./rounds";

type Props = { readonly state: "closed" | "ownSubmission" | "notYourTurn" | "disqualified" | "alreadyAnswered"; readonly decided: readonly SaidDecision[]; readonly to: string };

export function DecisionOutcome({ state, decided, to }: Props) {
  const words = useWords();
  const language = useLanguage();
  const { page, decision } = words.milestones;
  const { decide: say } = words.deciding;
  return (
    <div className="card stack" data-tone="warm">
      <p><strong>{state === "ownSubmission" ? page.ownSubmission : state === "closed" ? say.closed : words.refusals.phrase[state].happened}</strong></p>
      {state === "closed"
        ? decided.map((each) => (
          <p key={each.id}>{say.closedBy(page.by(each.decidedByName, words.roles.role[each.decidedByRole]), decision[each.decision], formatInstant(each.decidedAt, language))}</p>
        ))
        : null}
      <p><Link to={to}>{say.toMilestone}</Link></p>
    </div>
  );
}
