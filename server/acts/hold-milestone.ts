// How every deed on a milestone begins: who acts, and the project and the milestone held, so that two deeds come one after the other.
import type { ProjectId } from "../../app/domain/ids";
import { may, type Actor } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { subjectOf } from "../../app/domain/milestone";
import { lockMilestone, type StoredMilestone } from "../../db/milestone";
import type { Tx } from "../../db/transaction";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";

export type MilestoneName = { readonly projectId: ProjectId; readonly code: string };

/** Refuses: signInNeeded, notFound. Whether the actor may do the deed is the domain's to say. */
export async function holdMilestone(
  db: Tx, visitor: Visitor | null, { projectId, code }: MilestoneName,
): Promise<Result<{ actor: Actor; milestone: StoredMilestone }>> {
  const found = await holdProject(db, visitor, projectId);
  if (!found.ok) return found;
  const milestone = await lockMilestone(db, projectId, code);
  if (!milestone || !may(found.value, "see", subjectOf(milestone))) return refuse({ code: "notFound" });
  return ok({ actor: found.value, milestone });
}
