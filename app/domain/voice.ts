// The residents' voice (beboermedvirkning): before a decision that affects a home, what those who shall live there say, or why nobody asked them
// (domain.md 5.5 and M09). Part of what is approved, like the texts.
import { looksLikeNationalId, sensitiveWordsIn } from "./documents/privacy-hints";
import { refuse, ok, type Result } from "./result";
import type { FieldFault } from "./refusal";

/** They were asked and this is what they say; or they were not, and this is why. */
export const voiceKinds = ["heard", "notHeard"] as const;
export type VoiceKind = (typeof voiceKinds)[number];
export type Voice = { readonly kind: VoiceKind; readonly text: string };

/** As it came from a form. */
export type TypedVoice = { readonly kind: string; readonly text: string };

/** Characters. */
export const longestVoice = 2000;

/**
 * [M59, M61] null where nobody is asked. Refuses: invalidInput at voiceKind (neither was chosen) and voiceText (empty, too long, what looks like a
 * national identity number, words about health: many read it, and it goes to the municipality).
 */
export function readVoice(isAsked: boolean, typed: TypedVoice | undefined): Result<Voice | null> {
  if (!isAsked) return ok(null);
  const kind = voiceKinds.find((each) => each === typed?.kind);
  const text = (typed?.text ?? "").trim();
  const fault = textFault(text);
  const fields: Record<string, FieldFault> = { ...(kind ? {} : { voiceKind: typed?.kind ? "notAChoice" : "required" }), ...(fault ? { voiceText: fault } : {}) };
  return kind && !fault ? ok({ kind, text }) : refuse({ code: "invalidInput", fields });
}

function textFault(text: string): FieldFault | null {
  if (text === "") return "required";
  if (text.length > longestVoice) return "tooLong";
  if (looksLikeNationalId(text)) return "looksLikeNationalId";
  return sensitiveWordsIn(text).length > 0 ? "notNeutral" : null;
}
