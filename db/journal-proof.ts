// Whether the decisions in the tables are still those the journal was told about.
import type { ProjectId } from "../app/domain/ids";
import type { Entry } from "../app/domain/journal";
import { listDecisionHashes } from "./approval";
import type { Db } from "./connect";
import type { Tx } from "./transaction";

/** [P6] The first entry whose decision, its remark, authority or conditions were changed afterwards, or removed; null when none was. */
export async function findChangedDecision(db: Db | Tx, projectId: ProjectId): Promise<{ seq: number } | null> {
  const now = await listDecisionHashes(db, projectId);
  const entries = await db
    .selectFrom("journal").where("project_id", "=", projectId).where("kind", "=", "milestoneDecided").orderBy("seq").select(["seq", "entry"]).execute();
  for (const { seq, entry } of entries) {
    const told = JSON.parse(entry) as Extract<Entry, { kind: "milestoneDecided" }>;
    if (now.get(told.approvalId) !== told.decisionHash) return { seq };
  }
  return null;
}
