// What stands around every page of a project: its name, who the reader is in it, and which of its pages they may open.
import type { DocumentId, ProjectId } from "../../app/domain/ids";
import type { Role } from "../../app/domain/membership";
import { may, type Actor } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { listDocuments } from "../../db/document";
import type { Db } from "../../db/connect";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** How far into the plan the reader may go. */
export type PlanAccess = { readonly documentId: DocumentId; readonly access: "frozen" | "read" | "write" };

export type ProjectFrame = {
  readonly projectId: ProjectId;
  readonly name: string;
  readonly municipality: string;
  readonly me: { readonly name: string; readonly role: Role };
  readonly plan: PlanAccess | null;
  readonly mayOpen: { readonly milestones: boolean; readonly journal: boolean; readonly people: boolean; readonly economy: boolean };
};

/** [X1] Refuses: signInNeeded, notFound. */
export async function projectFrame(office: Office, visitor: Visitor | null, { projectId }: { projectId: ProjectId }): Promise<Result<ProjectFrame>> {
  const found = await actorIn(office.db, visitor, projectId);
  if (!found.ok) return found;
  const actor = found.value;
  const project = await findProject(office.db, projectId);
  if (!project) return refuse({ code: "notFound" });
  return ok({
    projectId,
    name: project.name,
    municipality: project.municipality,
    me: { name: actor.displayName, role: actor.role },
    plan: await planFor(office.db, actor),
    mayOpen: {
      milestones: may(actor, "read", { thing: "milestones" }),
      journal: may(actor, "read", { thing: "journal" }),
      people: may(actor, "read", { thing: "members" }),
      economy: may(actor, "read", { thing: "groupEconomy" }),
    },
  });
}

/** The project's plan is the first document of that kind; null when there is none, or it is closed to this role. */
export async function planFor(db: Db, actor: Actor): Promise<PlanAccess | null> {
  if (!may(actor, "readFrozen", { thing: "plan" })) return null;
  const plan = (await listDocuments(db, actor.projectId)).find((each) => each.kind === "plan");
  if (!plan) return null;
  const access = may(actor, "edit", { thing: "plan" }) ? "write" : may(actor, "read", { thing: "plan" }) ? "read" : "frozen";
  return { documentId: plan.id, access };
}
