// Takes a person's calendar address away: from now on nothing is there.
import { ok, refuse, type Result } from "../../app/domain/result";
import { removeFeed } from "../../db/calendar";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [N22] Refuses signInNeeded. */
export async function revokeCalendar(office: Office, visitor: Visitor | null, _input: void): Promise<Result<"revoked">> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  await removeFeed(office.db, visitor.userId);
  return ok("revoked");
}
