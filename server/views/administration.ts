// The municipality's projects as its administrator sees them: where each stands in numbers, and nothing of what is written in them.
import type { ProjectId } from "../../app/domain/ids";
import { isReached } from "../../app/domain/milestone";
import type { ProjectModel } from "../../app/domain/project";
import { ok, refuse, type Result } from "../../app/domain/result";
import type { Day, Instant } from "../../app/domain/time";
import { findAdministrator } from "../../db/administrator";
import { countMembers, countMilestoneStates, countOpenInvitations, listProjectsIn } from "../../db/project";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

export type ProjectLine = {
  readonly id: ProjectId;
  readonly name: string;
  readonly model: ProjectModel;
  readonly homeCount: number;
  readonly moveInDay: Day | null;
  readonly foundedAt: Instant;
  readonly members: number;
  readonly openInvitations: number;
  readonly milestones: { readonly reached: number; readonly awaitingDecision: number; readonly all: number };
  /** Whether the administrator is a member, and so may open it. */
  readonly isMember: boolean;
};
export type AdministrationPage = { readonly municipality: string; readonly projects: readonly ProjectLine[] };

/** [X23] Refuses: signInNeeded, notFound (for whoever administers nothing, this page does not exist). */
export async function administration(office: Office, visitor: Visitor | null, _input: void): Promise<Result<AdministrationPage>> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  const administrator = await findAdministrator(office.db, visitor.userId);
  if (!administrator) return refuse({ code: "notFound" });
  const { municipality } = administrator;
  const [projects, states, members, invitations] = await Promise.all([
    listProjectsIn(office.db, municipality), countMilestoneStates(office.db, municipality), countMembers(office.db, municipality, visitor.userId),
    countOpenInvitations(office.db, municipality, office.now()),
  ]);
  return ok({
    municipality,
    projects: projects.map(({ id, name, model, homeCount, moveInDay, createdAt }): ProjectLine => {
      const own = states.filter((each) => each.projectId === id && each.state !== "notRelevant");
      const sum = (rows: typeof own) => rows.reduce((total, row) => total + row.count, 0);
      const people = members.find((each) => each.projectId === id);
      return {
        id, name, model, homeCount, moveInDay, foundedAt: createdAt, members: people?.count ?? 0, isMember: people?.withPerson ?? false,
        openInvitations: invitations.find((each) => each.projectId === id)?.count ?? 0,
        milestones: { reached: sum(own.filter((row) => isReached(row.state))), awaitingDecision: sum(own.filter((row) => row.state === "submitted")), all: sum(own) },
      };
    }),
  });
}
