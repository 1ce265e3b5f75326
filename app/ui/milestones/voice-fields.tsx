// "What do those who are going to live here say?": an answer, or why they were not asked.
import { longestVoice, voiceKinds } from "../../domain/voice";
import type { FieldFault } from "../../domain/refusal";
import { CheckField, TextAreaField } from "../field";
import { useWords } from "../words";

type Props = { readonly kind: string | undefined; readonly text: string | undefined; readonly faults: Readonly<Record<string, FieldFault>> };

export function VoiceFields({ kind, text, faults }: Props) {
  const { refusals, voice: say } = useWords();
  return (
    <fieldset className="ds-fieldset voice-fields" aria-describedby={faults.voiceKind ? "voice-lead voiceKind-fault" : "voice-lead"}>
      <legend className="ds-label" data-weight="medium">{say.question}</legend>
      <p className="field-hint" id="voice-lead">{say.lead}</p>
      {voiceKinds.map((each, index) => (
        <CheckField key={each} name="voiceKind" type="radio" id={index === 0 ? "voiceKind" : `voiceKind-${each}`} value={each} label={say.kind[each]} defaultChecked={kind === each} required />
      ))}
      {faults.voiceKind ? <p id="voiceKind-fault" className="ds-validation-message" data-color="danger">{refusals.fault[faults.voiceKind]}</p> : null}
      <TextAreaField name="voiceText" label={say.text} hint={say.textHint} maxLength={longestVoice} defaultValue={text} fault={faults.voiceText} required />
    </fieldset>
  );
}
