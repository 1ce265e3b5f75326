// Who has declared disqualification in a milestone, on what ground, and who takes over.
import type { DisqualificationGround } from "../../domain/disqualification";
import type { Role } from "../../domain/membership";
import { dayInOslo, type Instant } from "../../domain/time";
import { formatDay } from "../../words/format";
import { useLanguage, useWords } from "../words";

export type ShownDeclaration = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly ground: DisqualificationGround;
  readonly superiorName: string | null;
  readonly hasSubordinates: boolean;
  readonly declaredAt: Instant;
};

export function DeclaredList({ declared }: { readonly declared: readonly ShownDeclaration[] }) {
  const { approvals, roles } = useWords();
  const language = useLanguage();
  const { disqualification: say } = approvals;
  return (
    <ul className="row-list">
      {declared.map((each) => (
        <li key={each.id}>
          <p>{say.declared(each.name, roles.role[each.role], formatDay(dayInOslo(each.declaredAt), language))}: {say.ground(each.ground)}.</p>
          {each.superiorName ? <p className="muted">{say.takesOver(each.superiorName)}</p> : null}
          {each.hasSubordinates ? <p className="muted">{say.alsoUnder}</p> : null}
        </li>
      ))}
    </ul>
  );
}
