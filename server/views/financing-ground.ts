// For the page where a financing plan is written: what it is computed with, so that the browser reckons as the server does.
import type { ProjectId } from "../../app/domain/ids";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import { groundNow, type GroundNow } from "../financing-ground";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** Refuses: signInNeeded, notFound (no member, or a role that may not read the group's economy). */
export async function financingGround(office: Office, visitor: Visitor | null, { projectId }: { readonly projectId: ProjectId }): Promise<Result<GroundNow>> {
  const actor = await actorIn(office.db, visitor, projectId);
  if (!actor.ok) return actor;
  const project = may(actor.value, "read", { thing: "groupEconomy" }) ? await findProject(office.db, projectId) : null;
  return project ? ok(groundNow(office, project)) : refuse({ code: "notFound" });
}
