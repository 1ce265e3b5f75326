// The field that asks once more who somebody is, in a form that binds others; nothing to fill in while the last proof is fresh.
import type { FieldFault } from "../domain/refusal";
import type { Proof, ProofMethod } from "../domain/presence-proof";
import { formatInstant } from "../words/format";
import { CheckField, FormField } from "./field";
import { useLanguage, useWords } from "./words";

/** As the view of the form gives it: what is asked for, and the proof that is still good. */
export type ShownPresence = { readonly by: ProofMethod; readonly fresh: Proof | null };

export function PresenceField({ presence, fault }: { readonly presence: ShownPresence; readonly fault?: FieldFault }) {
  const { presence: say } = useWords();
  const language = useLanguage();
  if (presence.fresh) return <p className="muted">{say.isFresh(formatInstant(presence.fresh.provedAt, language))}</p>;
  return (
    <fieldset className="ds-fieldset">
      <legend className="ds-label" data-weight="medium">{say.heading}</legend>
      <p className="field-hint">{say.why}</p>
      {presence.by === "demo" ? <CheckField name="presenceHere" id="presencePassword" value="yes" label={say.demo} hint={say.demoHint} fault={fault} required /> : (
        <FormField
          name="presencePassword" type={presence.by === "password" ? "password" : "text"} label={say[presence.by]} hint={presence.by === "password" ? say.passwordHint : say.codeHint}
          autoComplete={presence.by === "password" ? "current-password" : "one-time-code"} inputMode={presence.by === "code" ? "numeric" : undefined}
          spellCheck={false} width="medium" fault={fault} required
        />
      )}
    </fieldset>
  );
}
