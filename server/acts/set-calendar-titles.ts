// A person chooses whether their calendar says what the days are, or only that there are some.
import type { CalendarTitles } from "../../app/domain/notice";
import { ok, refuse, type Result } from "../../app/domain/result";
import { setTitles } from "../../db/calendar";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [N25] Refuses signInNeeded. */
export async function setCalendarTitles(office: Office, visitor: Visitor | null, { titles }: { readonly titles: CalendarTitles }): Promise<Result<"set">> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  await setTitles(office.db, visitor.userId, titles);
  return ok("set");
}
