// Whether something is proposed to be held back from the public, and on what ground: one of a closed list.
import type { FieldFault } from "../../domain/refusal";
import { CheckField } from "../field";
import { useWords } from "../words";

type Props = {
  readonly grounds: readonly { readonly code: string; readonly name: string; readonly meaning: string }[];
  readonly chosen: string | undefined;
  readonly fault: FieldFault | undefined;
};

export function GroundChoice({ grounds, chosen, fault }: Props) {
  const { handover, refusals } = useWords();
  const { form: say } = handover;
  return (
    <fieldset className="ds-fieldset" aria-describedby={fault ? "ground-hint ground-fault" : "ground-hint"}>
      <legend className="ds-label" data-weight="medium">{say.ground}</legend>
      <p id="ground-hint" className="field-hint">{say.groundHint}</p>
      <CheckField name="ground" id="ground" type="radio" value="open" label={say.open} hint={say.openHint} defaultChecked={chosen === "open"} required />
      {grounds.map((each) => (
        <CheckField key={each.code} name="ground" id={`ground-${each.code}`} type="radio" value={each.code} label={each.name} hint={each.meaning} defaultChecked={chosen === each.code} required />
      ))}
      {fault ? <p id="ground-fault" className="ds-validation-message" data-color="danger">{refusals.fault[fault]}</p> : null}
    </fieldset>
  );
}
