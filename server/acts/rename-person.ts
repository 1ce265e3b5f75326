// A person changes their own name. What a project calls them is the project's to say, and stays.
import { ok, refuse, type Result } from "../../app/domain/result";
import { renamePerson as writeName } from "../../db/person";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** Refuses signInNeeded. */
export async function renamePerson(office: Office, visitor: Visitor | null, input: { readonly name: string }): Promise<Result<"renamed">> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  await inTransaction(office.db, (db) => writeName(db, office.now(), visitor.userId, input.name));
  return ok("renamed");
}
