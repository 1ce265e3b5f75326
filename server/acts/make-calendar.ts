// Makes a person's secret calendar address, or a new one in place of the old; it is told once, and only its hash is kept.
import { randomBytes } from "node:crypto";
import { ok, refuse, type Result } from "../../app/domain/result";
import { findFeed, keepFeed } from "../../db/calendar";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [N22] Refuses signInNeeded. */
export async function makeCalendar(office: Office, visitor: Visitor | null, _input: void): Promise<Result<{ readonly address: string }>> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  const token = randomBytes(32).toString("base64url");
  await inTransaction(office.db, async (db) => {
    const before = await findFeed(db, visitor.userId);
    await keepFeed(db, { userId: visitor.userId, titles: before?.titles ?? "neutral", madeAt: office.now() }, token);
  });
  return ok({ address: `${office.baseUrl}/calendar/${token}.ics` });
}
