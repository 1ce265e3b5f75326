// Who has the next move, in the reader's words: "styret og kommunen".
import type { Language } from "../../domain/preference";
import type { Role } from "../../domain/membership";
import { formatList } from "../../words/format";
import type { Words } from "../../words/nb";

export function who(words: Words, language: Language, roles: readonly Role[]): string {
  return formatList([...new Set(roles.map((role) => words.milestones.whose[role]))], language);
}

/** A sentence that begins with what may be a small letter. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase("nb") + text.slice(1);
}
