// Whether a welcome link still opens the door.
import { ok, refuse, type Result } from "../../app/domain/result";
import { hasAdministrator } from "../../db/administrator";
import { tokenHash } from "../../db/hash";
import { findWelcomeLink } from "../../db/welcome-link";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [X16] Refuses: linkExpired, linkUsed. */
export async function welcome(office: Office, _visitor: Visitor | null, input: { readonly token: string }): Promise<Result<"open">> {
  const link = await findWelcomeLink(office.db, tokenHash(input.token));
  if (!link || link.expires_at <= office.now()) return refuse({ code: "linkExpired" });
  return link.used_at !== null || (await hasAdministrator(office.db)) ? refuse({ code: "linkUsed" }) : ok("open");
}
