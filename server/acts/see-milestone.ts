// Somebody has opened a milestone: what waited for them there is seen, and no letter about it is written any more.
import { ok, type Result } from "../../app/domain/result";
import { hasUnseen, markSeen } from "../../db/notice";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import type { MilestoneName } from "./hold-milestone";

/** [N13] Never refuses: whether the page is shown is the view's to say. */
export async function seeMilestone(office: Office, visitor: Visitor | null, { projectId, code }: MilestoneName): Promise<Result<null>> {
  if (visitor && (await hasUnseen(office.db, visitor.userId, projectId, code))) {
    await inTransaction(office.db, (db) => markSeen(db, visitor.userId, projectId, code, office.now()));
  }
  return ok(null);
}
