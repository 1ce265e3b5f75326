// The fields that say what a milestone is: its name, who prepares, who decides and in which order, what must go with it, what it rests on.
import type { Definition } from "../../domain/definition";
import type { Role } from "../../domain/membership";
import { decideOrders } from "../../domain/milestone";
import type { FieldFault } from "../../domain/refusal";
import { evidenceKinds } from "../../domain/template";
import { CheckField, FormField, SelectField } from "../field";
import { useWords } from "../words";
import { CheckGroup } from "./check-group";

type Choices = {
  readonly preparing: readonly Role[]; readonly deciding: readonly Role[]; readonly assignable: readonly Role[];
  readonly milestones: readonly { readonly code: string; readonly title: string }[];
};
type Props = {
  /** What stands there: as it is, or as it was typed. */
  readonly value: Omit<Definition, "kind">;
  readonly choices: Choices;
  readonly faults: Readonly<Record<string, FieldFault>>;
  readonly isOwn: boolean;
  /** The words of the template, for what has some. */
  readonly fromTemplate?: { readonly title: string; readonly easyRead: string };
  readonly decides: boolean;
};

export function NameFields({ value, faults, isOwn, fromTemplate }: Props) {
  const { template: say } = useWords();
  return (
    <>
      <FormField name="title" label={say.ownTitle} hint={isOwn || !fromTemplate ? say.titleHint : say.ownTitleHint(fromTemplate.title)} maxLength={120} defaultValue={value.title ?? ""} fault={faults.title} required={isOwn} />
      <FormField
        name="easyRead" label={say.easyRead} hint={isOwn || !fromTemplate ? say.easyReadOwnHint : say.easyReadHint(fromTemplate.easyRead)} maxLength={200}
        defaultValue={value.easyRead ?? ""} fault={faults.easyRead} required={isOwn}
      />
    </>
  );
}

export function DefinitionFields({ value, choices, faults, isOwn, decides }: Props) {
  const { milestones, roles, template: say } = useWords();
  const codes = [{ value: "", label: say.none }, ...choices.milestones.map((each) => ({ value: each.code, label: `${each.code} ${each.title}` }))];
  return (
    <>
      <CheckGroup
        name="preparedBy" legend={say.preparedBy} hint={say.preparedByHint} fault={faults.preparedBy} chosen={value.preparedBy}
        options={choices.preparing.map((role) => ({ value: role, label: roles.role[role] }))}
      />
      {decides ? (
        <fieldset className="ds-fieldset" aria-describedby={faults.decidedBy ? "decidedBy-fault" : undefined}>
          <legend className="ds-label" data-weight="medium">{say.decidedBy}</legend>
          <p className="field-hint">{say.decidedByHint}</p>
          <div className="template-deciders">
            {choices.deciding.map((_, place) => (
              <SelectField
                key={place} id={place === 0 ? "decidedBy" : `decidedBy-${place + 1}`} name="decidedBy" label={say.decider(place + 1)} sometimes
                options={(["", ...choices.deciding] as const).map((role) => ({ value: role, label: role === "" ? say.nobody : roles.role[role] }))}
                defaultValue={value.decidedBy[place] ?? ""}
              />
            ))}
          </div>
          <FaultLine id="decidedBy-fault" fault={faults.decidedBy} />
          <p className="ds-label" data-weight="medium" id="order">{say.order}</p>
          <div role="radiogroup" aria-labelledby="order">
            {decideOrders.map((order) => (
              <CheckField key={order} name="decideOrder" id={`decideOrder-${order}`} type="radio" value={order} label={say.orders[order]} defaultChecked={value.decideOrder === order} />
            ))}
          </div>
        </fieldset>
      ) : null}
      <details className="template-evidence" open={faults.evidenceKinds ? true : undefined}>
        <summary>{say.evidence} {value.evidenceKinds && value.evidenceKinds.length > 0 ? `(${value.evidenceKinds.length})` : null}</summary>
        <CheckGroup
          name="evidenceKinds" legend={say.evidence} hint={say.evidenceHint} fault={faults.evidenceKinds} chosen={value.evidenceKinds ?? []}
          options={evidenceKinds.map((each) => ({ value: each, label: milestones.evidenceKind[each] }))}
        />
      </details>
      {isOwn ? (
        <fieldset className="ds-fieldset">
          <legend className="ds-label" data-weight="medium">{say.rests}</legend>
          <SelectField name="afterCode" label={say.after} sometimes options={codes} defaultValue={value.afterCode ?? ""} fault={faults.afterCode} />
          <SelectField name="beforeCode" label={say.before} sometimes options={codes} defaultValue={value.beforeCode ?? ""} fault={faults.beforeCode} />
        </fieldset>
      ) : null}
    </>
  );
}

function FaultLine({ id, fault }: { readonly id: string; readonly fault?: FieldFault }) {
  const { refusals } = useWords();
  return fault ? <p id={id} className="ds-validation-message" data-color="danger">{refusals.fault[fault]}</p> : null;
}
