// Which measure or goal of the plan: measures and goals each in their own group.
import type { AnchorKind } from "../../domain/policy";
import type { FieldFault } from "../../domain/refusal";
import { useWords } from "../words";

type Target = { readonly kind: AnchorKind; readonly target: string; readonly title: string; readonly ofProject: string | null };

export function TargetField({ targets, defaultValue, fault }: { readonly targets: readonly Target[]; readonly defaultValue: string | undefined; readonly fault: FieldFault | undefined }) {
  const { anchoring: say, refusals, shell } = useWords();
  const groups = [["measure", say.measures], ["goal", say.goals]] as const;
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="medium" htmlFor="target">{say.target}</label>
      <select id="target" name="target" className="ds-input" required defaultValue={defaultValue ?? ""} aria-invalid={fault ? true : undefined} aria-describedby={fault ? "target-fault" : undefined}>
        <option value="">{shell.forms.choose}</option>
        {groups.map(([kind, label]) => (
          <optgroup key={kind} label={label}>
            {targets.filter((each) => each.kind === kind).map(({ target, title, ofProject }) => (
              <option key={target} value={`${kind}:${target}`}>{target} {ofProject === null ? title : say.answeredByProject(title)}</option>
            ))}
          </optgroup>
        ))}
      </select>
      {fault ? <p id="target-fault" className="ds-validation-message" data-color="danger">{refusals.fault[fault]}</p> : null}
    </div>
  );
}
