// Whether somebody may send a file to a milestone at all: asked before a byte of it is read.
import { mayAttach } from "../../app/domain/attachment";
import { subjectOf } from "../../app/domain/milestone";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { findMilestone } from "../../db/milestone";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [E5] Refuses: signInNeeded, notFound, notAllowed, wrongState. */
export async function uploadDoor(office: Office, visitor: Visitor | null, { projectId, code }: MilestoneName): Promise<Result<{ readonly largest: number }>> {
  const found = await actorIn(office.db, visitor, projectId);
  if (!found.ok) return found;
  const milestone = await findMilestone(office.db, projectId, code);
  if (!milestone || !may(found.value, "see", subjectOf(milestone))) return refuse({ code: "notFound" });
  const allowed = mayAttach(milestone, found.value);
  return allowed.ok ? ok({ largest: office.fileLimits.file }) : allowed;
}
