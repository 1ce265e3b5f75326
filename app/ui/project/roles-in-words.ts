// Roles as one speaks of them ("kommunen", "styret"), and a sentence that begins with one.
import type { Role } from "../../domain/membership";
import type { Words } from "../../words/nb";

export function rolesInWords(words: Words, roles: readonly Role[]): string[] {
  return roles.map((role) => words.milestones.whose[role]);
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase("nb") + text.slice(1);
}
