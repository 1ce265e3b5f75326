// The decision itself: three answers, on what authority, a remark, and conditions that show only when they are chosen.
import type { Decision } from "../../domain/approval";
import { decisions } from "../../domain/approval";
import type { Role } from "../../domain/membership";
import type { FieldFault } from "../../domain/refusal";
import { CheckField, FormField, SelectField, TextAreaField } from "../field";
import { useWords } from "../words";
import { sentence } from "./who";

/** Roles that can be given a condition: those who prepare, decide or build something. */
const owners: readonly Role[] = [
  "board", "parent", "coordinator", "careLead", "loanOfficer", "serviceOfficer", "builder", "architect", "businessManager", "guardian",
];

/** What was typed in the rows of conditions, as the form sent it. */
export type TypedCondition = { readonly text: string; readonly role: string; readonly day: string };

type Props = {
  readonly typed: { readonly decision?: string; readonly authority?: string; readonly remark?: string };
  readonly conditions: readonly TypedCondition[];
  readonly faults: Readonly<Record<string, FieldFault>>;
};

export function DecisionFields({ typed, conditions, faults }: Props) {
  const { deciding, refusals } = useWords();
  const { decide: say } = deciding;
  const choices = decisions.map((value: Decision) => ({ value, label: say.choice[value], hint: say.choiceHint[value] }));
  return (
    <>
      <fieldset className="ds-fieldset decision-choice" aria-describedby={faults.decision ? "decision-fault" : undefined}>
        <legend className="ds-label" data-weight="medium">{say.choose}</legend>
        {choices.map(({ value, label, hint }, index) => (
          <CheckField
            key={value} name="decision" type="radio" id={index === 0 ? "decision" : `decision-${value}`} value={value} label={label} hint={hint}
            defaultChecked={typed.decision === value} required
          />
        ))}
        {faults.decision ? <p id="decision-fault" className="ds-validation-message" data-color="danger">{refusals.fault[faults.decision]}</p> : null}
      </fieldset>
      <fieldset className="ds-fieldset decision-conditions" data-kept={conditions.some((each) => each.text !== "") ? "yes" : undefined}>
        <legend className="ds-label" data-weight="medium">{say.conditions}</legend>
        <p className="field-hint">{say.conditionsHint}</p>
        {conditions.map((each, row) => <ConditionRow key={row} row={row} typed={each} faults={faults} />)}
        <div>
          <button type="submit" className="ds-button" data-variant="secondary" data-size="sm" name="intent" value="addCondition" formNoValidate>{say.addCondition}</button>
        </div>
      </fieldset>
      <FormField name="authority" label={say.authority} hint={say.authorityHint} maxLength={300} defaultValue={typed.authority} fault={faults.authority} sometimes />
      <TextAreaField name="remark" label={say.remark} hint={say.remarkHint} maxLength={4000} defaultValue={typed.remark} fault={faults.remark} sometimes />
    </>
  );
}

function ConditionRow({ row, typed, faults }: { readonly row: number; readonly typed: TypedCondition; readonly faults: Props["faults"] }) {
  const { deciding, milestones } = useWords();
  const { decide: say } = deciding;
  const options = owners.map((role) => ({ value: role, label: sentence(milestones.whose[role]) }));
  return (
    <div className="condition-row" role="group" aria-label={say.condition(row + 1)}>
      <p className="condition-number" aria-hidden="true">{say.condition(row + 1)}</p>
      <TextAreaField name="conditionText" id={`conditionText.${row}`} label={say.conditionText} rows={2} sometimes maxLength={1000} defaultValue={typed.text} fault={faults[`conditionText.${row}`]} />
      <div className="form-row">
        <SelectField name="conditionRole" id={`conditionRole.${row}`} label={say.conditionRole} options={options} sometimes defaultValue={typed.role} fault={faults[`conditionRole.${row}`]} />
        <FormField name="conditionDay" id={`conditionDay.${row}`} type="date" sometimes label={say.conditionDay} defaultValue={typed.day} fault={faults[`conditionDay.${row}`]} />
      </div>
    </div>
  );
}
