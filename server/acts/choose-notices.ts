// A person chooses how soon they want a letter about each kind of notice.
import type { Paces } from "../../app/domain/notice";
import { ok, refuse, type Result } from "../../app/domain/result";
import { keepPaces } from "../../db/notice-choice";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [N12] Refuses signInNeeded. */
export async function chooseNotices(office: Office, visitor: Visitor | null, paces: Paces): Promise<Result<"chosen">> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  await inTransaction(office.db, (db) => keepPaces(db, visitor.userId, paces));
  return ok("chosen");
}
