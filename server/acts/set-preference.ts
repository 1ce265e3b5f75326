// A person chooses language or colours. For a stranger nothing is stored here: the browser keeps the choice.
import type { ColourScheme, Language } from "../../app/domain/preference";
import { ok, type Result } from "../../app/domain/result";
import { keepPreferences } from "../../db/preference";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

export type PreferenceInput = { readonly language?: Language; readonly colourScheme?: ColourScheme };

export async function setPreference(office: Office, visitor: Visitor | null, input: PreferenceInput): Promise<Result<null>> {
  if (!visitor) return ok(null);
  await keepPreferences(office.db, visitor.userId, {
    language: input.language ?? visitor.language,
    colourScheme: input.colourScheme ?? visitor.colourScheme,
  });
  return ok(null);
}
