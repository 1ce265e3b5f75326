// What was proposed before, and how it was answered; newest first.
import type { Role } from "../../domain/membership";
import type { SwitchAnswer } from "../../domain/model-switch";
import type { ProjectModel } from "../../domain/project";
import { dayInOslo, type Instant } from "../../domain/time";
import { formatDay } from "../../words/format";
import { useLanguage, useWords } from "../words";

type Earlier = {
  readonly id: string; readonly to: ProjectModel; readonly reason: string; readonly by: string; readonly role: Role; readonly at: Instant;
  readonly answer: SwitchAnswer; readonly answerReason: string; readonly answeredBy: string; readonly answeredRole: Role; readonly answeredAt: Instant;
};

export function EarlierSwitches({ switches }: { readonly switches: readonly Earlier[] }) {
  const { project, roles, switching: say } = useWords();
  const language = useLanguage();
  const who = (name: string, role: Role, at: Instant) => say.by(name, roles.role[role], formatDay(dayInOslo(at), language));
  return (
    <ol className="plain-list">
      {switches.map((each) => (
        <li key={each.id} className="template-row">
          <div className="template-row-what">
            <p>{say.proposed(project.model[each.to])} {say.because(each.reason)}</p>
            <p className="muted">{who(each.by, each.role, each.at)}</p>
            <p>{say.answered[each.answer]}{each.answerReason === "" ? null : ` ${say.because(each.answerReason)}`}</p>
            <p className="muted">{who(each.answeredBy, each.answeredRole, each.answeredAt)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
