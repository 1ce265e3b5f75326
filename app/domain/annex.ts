// What goes along with a submission or an outside record beside its texts and files, in named parts. A decision names its hash.
import type { Voice } from "./voice";

/** A part is left out when there is nothing of it; null when there is no part at all. */
export type Annex = { readonly voice?: Voice };

export function annexOf(parts: { readonly voice: Voice | null }): Annex | null {
  return parts.voice ? { voice: parts.voice } : null;
}
