// The faults of a refused form, field by field, for a page that has an answer from its action or none yet.
import type { FieldFault, Refusal } from "../../domain/refusal";

/** What an action answers when it was refused; other answers have neither part. */
type Refused = { readonly refusal?: Refusal; readonly typed?: Readonly<Record<string, string | readonly string[]>> };

export function faultsOf(answer: Refused | undefined): Readonly<Record<string, FieldFault>> {
  return answer?.refusal?.code === "invalidInput" ? answer.refusal.fields : {};
}

/** What was typed into that field the last time, to be shown again. */
export function typedIn(answer: Refused | undefined, name: string): string | undefined {
  const typed = answer?.typed?.[name];
  return typeof typed === "string" ? typed : undefined;
}
