// A new password, twice.
import type { FieldFault } from "../../domain/refusal";
import { FormField } from "../field";
import { useWords } from "../words";

export function NewPasswordFields(props: { readonly faults: Readonly<Record<string, FieldFault>>; readonly label: string; readonly againLabel: string }) {
  const { faults, label, againLabel } = props;
  const { fields } = useWords().account;
  return (
    <>
      <FormField name="password" type="password" label={label} hint={fields.passwordHint} autoComplete="new-password" fault={faults.password} required />
      <FormField name="passwordAgain" type="password" label={againLabel} autoComplete="new-password" fault={faults.passwordAgain} required />
    </>
  );
}
