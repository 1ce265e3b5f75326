// What turned a milestone outside its submissions, newest first: withdrawn, reopened, postponed, resumed; by whom, when and why.
import type { Role } from "../../domain/membership";
import type { Proof } from "../../domain/presence-proof";
import type { Instant } from "../../domain/time";
import type { TurnKind } from "../../domain/turn";
import { formatInstant } from "../../words/format";
import { InstantText } from "../page";
import { useLanguage, useWords } from "../words";

export type ShownTurn = {
  readonly id: string;
  readonly turn: TurnKind;
  readonly reason: string;
  readonly madeByName: string;
  readonly madeByRole: Role;
  readonly madeForName: string | null;
  readonly madeAt: Instant;
  readonly proof: Proof | null;
};

export function TurnList({ turns }: { readonly turns: readonly ShownTurn[] }) {
  const { approvals, milestones, presence, roles } = useWords();
  const language = useLanguage();
  const { turns: say } = approvals;
  return (
    <>
      {turns.map((each) => (
        <div key={each.id} className="said" data-turn={each.turn}>
          <p className="said-decision">{say.kind[each.turn]}</p>
          <p className="muted">
            {milestones.page.by(each.madeForName ? say.inPlaceOf(each.madeByName, each.madeForName) : each.madeByName, roles.role[each.madeByRole])}, <InstantText at={each.madeAt} />
          </p>
          <p className="said-label">{say.reason}</p>
          <p className="said-text">{each.reason}</p>
          {each.proof ? <p className="muted">{presence.proved[each.proof.method](formatInstant(each.proof.provedAt, language))}</p> : null}
        </div>
      ))}
    </>
  );
}
