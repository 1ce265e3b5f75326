// Stops all letters about tasks for whoever's letter the link stood in: without signing in, as mail programs do it (RFC 8058).
import { ok, refuse, type Result } from "../../app/domain/result";
import { findUnsubscriber, keepPaces, neverAny } from "../../db/notice-choice";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [N15] Refuses notFound. Twice is as good as once. */
export async function stopLetters(office: Office, _visitor: Visitor | null, { token }: { readonly token: string }): Promise<Result<"stopped">> {
  return inTransaction(office.db, async (db) => {
    const userId = await findUnsubscriber(db, token);
    if (!userId) return refuse({ code: "notFound" });
    await keepPaces(db, userId, neverAny());
    return ok("stopped");
  });
}
