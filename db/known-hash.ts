// What kind of thing a fingerprint is, among everything this installation has: for whoever holds a paper and asks. Never whose it is.
import type { Hash } from "../app/domain/ids";
import type { KnownHash } from "../app/domain/proof";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";

/** The first of its kind. Null: nothing here has it. */
export async function findKnownHash(db: Db, hash: Hash): Promise<KnownHash | null> {
  const archive = await db.selectFrom("handover_archive").where("hash", "=", hash).orderBy("made_at").select("made_at").executeTakeFirst();
  if (archive) return { kind: "archive", at: archive.made_at };
  const version = await db.selectFrom("version").where("hash", "=", hash).orderBy("made_at").select("made_at").executeTakeFirst();
  if (version) return { kind: "version", at: version.made_at };
  // one that nobody has sent in is nobody's evidence yet
  const file = await db
    .selectFrom("submission_file").innerJoin("submission", "submission.id", "submission_file.submission_id").where("submission_file.hash", "=", hash)
    .orderBy("submission.submitted_at").select("submission.submitted_at").executeTakeFirst();
  if (file) return { kind: "file", at: file.submitted_at };
  const entry = await db.selectFrom("journal").where("hash", "=", hash).select("at").executeTakeFirst();
  if (entry) return { kind: "entry", at: entry.at };
  const decision = await db
    .selectFrom("journal").where("kind", "=", "milestoneDecided").where("entry", "like", `%"decisionHash":"${hash}"%`).select("at").executeTakeFirst();
  return decision ? { kind: "approval", at: decision.at as Instant } : null;
}
