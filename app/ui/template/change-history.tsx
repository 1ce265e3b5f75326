// What has been changed in a milestone, newest first: what, by whom, when, and why where a reason was asked for.
import { changedFields, type ChangeKind, type Defined } from "../../domain/definition";
import type { Role } from "../../domain/membership";
import type { Instant } from "../../domain/time";
import { formatInstant, formatList } from "../../words/format";
import { useLanguage, useWords } from "../words";

type Change = {
  readonly kind: ChangeKind; readonly reason: string; readonly madeByName: string; readonly madeByRole: Role; readonly madeAt: Instant;
  readonly before: Defined | null; readonly after: Defined;
};

export function ChangeHistory({ history }: { readonly history: readonly Change[] }) {
  const { roles, template: say } = useWords();
  const language = useLanguage();
  return (
    <ol className="plain-list">
      {history.map(({ kind, reason, madeByName, madeByRole, madeAt, before, after }) => (
        <li key={madeAt + kind} className="template-row">
          <div className="template-row-what">
            <p>{say.historyKind[kind]}{(kind === "changed" || kind === "switched") && before && changedFields(before, after).length > 0 ? `: ${fieldsIn(before, after)}` : ""}</p>
            {reason === "" ? null : <p>{say.because(reason)}</p>}
            <p className="muted">{say.by(madeByName, roles.role[madeByRole], formatInstant(madeAt, language))}</p>
          </div>
        </li>
      ))}
    </ol>
  );

  function fieldsIn(before: Defined, after: Defined): string {
    return formatList(changedFields(before, after).map((field) => say.field[field]), language);
  }
}
