// Letters that this server has written and nobody has carried out, to be read at /dev/mail. In production there is no such page.
import { ok, refuse, type Result } from "../../app/domain/result";
import type { Instant } from "../../app/domain/time";
import { listLetters } from "../../db/letter";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

export type LetterLine = { readonly id: string; readonly to: string; readonly subject: string; readonly body: string; readonly writtenAt: Instant; readonly sent: boolean };

/** [P7] Refuses notInThisMode in production. The newest hundred. */
export async function letters(office: Office, _visitor: Visitor | null, _input: void): Promise<Result<readonly LetterLine[]>> {
  if (office.mode === "production") return refuse({ code: "notInThisMode" });
  const rows = await listLetters(office.db, 100);
  return ok(rows.map((row) => ({ id: row.id, to: row.to_address, subject: row.subject, body: row.body, writtenAt: row.written_at, sent: row.sent_at !== null })));
}
