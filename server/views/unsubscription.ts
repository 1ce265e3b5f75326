// Whether a link that stops letters leads anywhere. It tells nothing about whose letters they are.
import { ok, refuse, type Result } from "../../app/domain/result";
import { findUnsubscriber } from "../../db/notice-choice";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [N15] Refuses notFound. */
export async function unsubscription(office: Office, _visitor: Visitor | null, { token }: { readonly token: string }): Promise<Result<null>> {
  return (await findUnsubscriber(office.db, token)) ? ok(null) : refuse({ code: "notFound" });
}
