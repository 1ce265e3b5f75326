// Which role in which party: one choice, grouped by party, so that no role can be chosen that the party does not give.
import type { FieldFault } from "../../domain/refusal";
import { useWords } from "../words";
import type { Party } from "./party-section";

export function PlaceField(props: { readonly label: string; readonly parties: readonly Party[]; readonly fault: FieldFault | undefined; readonly defaultValue: string | undefined }) {
  const { label, parties, fault, defaultValue } = props;
  const { roles, refusals, shell } = useWords();
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="medium" htmlFor="place">{label}</label>
      <select id="place" name="place" className="ds-input" required defaultValue={defaultValue ?? ""} aria-invalid={fault ? true : undefined} aria-describedby={fault ? "place-fault" : undefined}>
        <option value="">{shell.forms.choose}</option>
        {parties.map((party) => (
          <optgroup key={party.id} label={party.name}>
            {party.invites.map((role) => <option key={role} value={`${party.id}:${role}`}>{roles.role[role]}</option>)}
          </optgroup>
        ))}
      </select>
      {fault ? <p id="place-fault" className="ds-validation-message" data-color="danger">{refusals.fault[fault]}</p> : null}
    </div>
  );
}
