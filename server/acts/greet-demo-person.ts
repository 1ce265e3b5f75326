// In the demo, whoever one chooses to be reads the language and colours the guest was reading a moment ago.
import type { UserId } from "../../app/domain/ids";
import { ok, refuse, type Result } from "../../app/domain/result";
import { keepPreferences, type Preferences } from "../../db/preference";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** Refuses notInThisMode. */
export async function greetDemoPerson(office: Office, _visitor: Visitor | null, input: { readonly userId: UserId } & Preferences): Promise<Result<null>> {
  if (office.mode !== "demo") return refuse({ code: "notInThisMode" });
  await keepPreferences(office.db, input.userId, { language: input.language, colourScheme: input.colourScheme });
  return ok(null);
}
