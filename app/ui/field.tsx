// Form fields whose label, hint and fault are tied to the input in the HTML itself, so that they are right before any script runs.
import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import type { FieldFault } from "../domain/refusal";
import { useWords } from "./words";

type Common = {
  /** Becomes the id too; give `id` when the page holds two fields of one name. */
  readonly name: string;
  readonly id?: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Fields that may be empty say so; the others say nothing. */
  readonly required?: boolean;
  /** Needed with some answers and not with others: the hint says when, so the label says neither. */
  readonly sometimes?: boolean;
  /** What the refusal of the last try said about this field. */
  readonly fault?: FieldFault;
};

type FormFieldProps = Common & {
  readonly type?: "text" | "email" | "password" | "date" | "number" | "tel" | "url" | "search";
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly inputMode?: "text" | "numeric" | "email" | "decimal";
  readonly defaultValue?: string;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly spellCheck?: boolean;
  /** How wide the answer usually is; the field is as wide as that. */
  readonly width?: "short" | "medium" | "full";
};

export function FormField(props: FormFieldProps) {
  const { type = "text", autoComplete, inputMode, defaultValue, maxLength, min, max, spellCheck, width = "full" } = props;
  return (
    <Frame {...props}>
      <input
        {...inputAttributes(props)}
        className="ds-input"
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        defaultValue={defaultValue}
        maxLength={maxLength}
        min={min}
        max={max}
        spellCheck={spellCheck}
        data-answer={width}
      />
    </Frame>
  );
}

export function TextAreaField(props: Common & { readonly defaultValue?: string; readonly rows?: number; readonly maxLength?: number }) {
  const { defaultValue, rows = 4, maxLength } = props;
  return (
    <Frame {...props}>
      <textarea {...inputAttributes(props)} className="ds-input" rows={rows} defaultValue={defaultValue} maxLength={maxLength} />
    </Frame>
  );
}

export type Choice = { readonly value: string; readonly label: string };

/** Without a `defaultValue` the first thing shown is "choose", which is no answer; an option of one's own without a value says what none is. */
export function SelectField(props: Common & { readonly options: readonly Choice[]; readonly defaultValue?: string; readonly autoComplete?: string }) {
  const { options, defaultValue, autoComplete } = props;
  const words = useWords();
  return (
    <Frame {...props}>
      <select {...inputAttributes(props)} className="ds-input" defaultValue={defaultValue ?? ""} autoComplete={autoComplete}>
        {defaultValue || options.some((option) => option.value === "") ? null : <option value="">{words.shell.forms.choose}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>{option.label}</option>
        ))}
      </select>
    </Frame>
  );
}

type CheckFieldProps = Common & { readonly type?: "checkbox" | "radio"; readonly value?: string; readonly defaultChecked?: boolean };

/** One box, or one of several radio buttons: give each its own `id`, and put them in a `<fieldset className="ds-fieldset">`. */
export function CheckField(props: CheckFieldProps) {
  const { type = "checkbox", value = "yes", defaultChecked, label, hint, fault } = props;
  const ids = idsOf(props);
  return (
    <div className="check-field">
      <div className="ds-field">
        <input {...inputAttributes(props)} className="ds-input" type={type} value={value} defaultChecked={defaultChecked} />
        <label className="ds-label" htmlFor={ids.input}>{label}</label>
        {hint ? <p id={ids.hint} data-field="description" className="field-hint">{hint}</p> : null}
      </div>
      <Fault id={ids.fault} fault={fault} />
    </div>
  );
}

function Frame(props: Common & { readonly children: ReactNode }) {
  const { label, hint, required, sometimes, fault, children } = props;
  const words = useWords();
  const ids = idsOf(props);
  return (
    <div className="ds-field">
      <label className="ds-label" data-weight="medium" htmlFor={ids.input}>
        {label}
        {required || sometimes ? null : <span className="field-optional"> ({words.shell.forms.optional})</span>}
      </label>
      {hint ? <p id={ids.hint} data-field="description" className="field-hint">{hint}</p> : null}
      {children}
      <Fault id={ids.fault} fault={fault} />
    </div>
  );
}

function Fault(props: { readonly id: string; readonly fault?: FieldFault }) {
  const words = useWords();
  if (!props.fault) return null;
  return <p id={props.id} className="ds-validation-message" data-color="danger">{words.refusals.fault[props.fault]}</p>;
}

function idsOf(props: Pick<Common, "id" | "name">) {
  const input = props.id ?? props.name;
  return { input, hint: `${input}-hint`, fault: `${input}-fault` };
}

function inputAttributes(props: Common) {
  const ids = idsOf(props);
  const described = [props.hint ? ids.hint : null, props.fault ? ids.fault : null].filter(Boolean).join(" ");
  return {
    id: ids.input,
    name: props.name,
    required: props.required,
    "aria-invalid": props.fault ? (true as const) : undefined,
    "aria-describedby": described || undefined,
  };
}
