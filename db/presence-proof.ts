// When somebody last proved in a session that it is they who sit there.
import type { UserId } from "../app/domain/ids";
import type { Proof, ProofMethod } from "../app/domain/presence-proof";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

export async function keepProof(db: Db | Tx, sessionId: string, userId: UserId, { method, provedAt }: Proof): Promise<void> {
  const proof = { user_id: userId, method, proved_at: provedAt };
  await db.insertInto("presence_proof").values({ session_id: sessionId, ...proof }).onConflict((conflict) => conflict.column("session_id").doUpdateSet(proof)).execute();
}

/** The last proof given in that session by that person, however old; null when there is none. */
export async function findProof(db: Db | Tx, sessionId: string, userId: UserId): Promise<Proof | null> {
  const row = await db
    .selectFrom("presence_proof").where("session_id", "=", sessionId).where("user_id", "=", userId).select(["method", "proved_at"]).executeTakeFirst();
  return row ? { method: row.method, provedAt: row.proved_at } : null;
}

/** The proof kept with a deed. Half a proof is no proof and no absence of one: it is read as it stands, so that its hash tells. */
export function proofIn(row: { readonly proof_method: ProofMethod | null; readonly proved_at: Instant | null }): Proof | null {
  if (row.proof_method === null && row.proved_at === null) return null;
  return { method: row.proof_method as ProofMethod, provedAt: row.proved_at as Instant };
}

/** Old ones prove nothing any more. */
export async function forgetProofsBefore(db: Db | Tx, before: Proof["provedAt"]): Promise<void> {
  await db.deleteFrom("presence_proof").where("proved_at", "<", before).execute();
}
