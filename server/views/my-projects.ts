// The projects somebody takes part in, and the municipality they administer.
import type { ProjectId } from "../../app/domain/ids";
import type { Role } from "../../app/domain/membership";
import { ok, refuse, type Result } from "../../app/domain/result";
import { listProjectsWithRole } from "../../db/project-list";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

export type MyProject = { readonly projectId: ProjectId; readonly name: string; readonly municipality: string; readonly homeCount: number; readonly role: Role };
export type MyProjects = { readonly projects: readonly MyProject[]; readonly administratorOf: string | null };

/** [X1] Refuses: signInNeeded. */
export async function myProjects(office: Office, visitor: Visitor | null, _input: void): Promise<Result<MyProjects>> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  return ok({ projects: await listProjectsWithRole(office.db, visitor.userId), administratorOf: visitor.administratorOf });
}
