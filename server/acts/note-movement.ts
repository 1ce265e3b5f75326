// Writes in the journal that an approved document has moved away from what was approved, or says it again: once for each turn.
import type { DocumentId, Hash, ProjectId } from "../../app/domain/ids";
import type { Instant } from "../../app/domain/time";
import { appendEntry } from "../../db/journal";
import { lockProject } from "../../db/project";
import { listGround, noteHash } from "../../db/submission";
import type { Tx } from "../../db/transaction";

/**
 * [M6] `now`: the hash the document has. What the journal was told last is kept with the evidence, so that two servers that see the
 * same turn write it once. Nobody did it: the system noticed.
 */
export async function noteMovement(db: Tx, projectId: ProjectId, documentId: DocumentId, now: Hash, at: Instant): Promise<void> {
  // the project before the evidence, as every act does it: two that wait for each other would wait for ever
  await lockProject(db, projectId);
  for (const ground of await listGround(db, projectId, documentId)) {
    const { milestoneId, code, submissionId, approved, noted } = ground;
    const held = noted === approved;
    const holds = now === approved;
    if (held === holds || !(await noteHash(db, ground, now))) continue;
    const named = { milestoneId, code, submissionId, documentId, approved };
    await appendEntry(db, projectId, at, null, holds ? { kind: "approvalHoldsAgain", ...named } : { kind: "approvalMoved", ...named, now });
  }
}
