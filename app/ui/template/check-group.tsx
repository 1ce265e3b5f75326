// Several boxes under one question, with what was wrong said beneath them.
import type { FieldFault } from "../../domain/refusal";
import { CheckField, type Choice } from "../field";
import { useWords } from "../words";

type Props = { readonly name: string; readonly legend: string; readonly hint?: string; readonly options: readonly Choice[]; readonly chosen: readonly string[]; readonly fault?: FieldFault };

export function CheckGroup({ name, legend, hint, options, chosen, fault }: Props) {
  const { refusals } = useWords();
  return (
    <fieldset className="ds-fieldset" aria-describedby={fault ? `${name}-fault` : undefined}>
      <legend className="ds-label" data-weight="medium">{legend}</legend>
      {hint ? <p className="field-hint">{hint}</p> : null}
      <div className="template-choices">
        {options.map(({ value, label }, index) => (
          <CheckField key={value} name={name} id={index === 0 ? name : `${name}-${value}`} value={value} label={label} defaultChecked={chosen.includes(value)} />
        ))}
      </div>
      {fault ? <p id={`${name}-fault`} className="ds-validation-message" data-color="danger">{refusals.fault[fault]}</p> : null}
    </fieldset>
  );
}
