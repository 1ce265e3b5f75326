// The forms that change one milestone, or add one of the project's own: what it is now, and what can be chosen.
import { definitionOf, isOwnCode, mayShape, nextOwnCode, preparingRoles } from "../../app/domain/definition";
import type { ProjectId } from "../../app/domain/ids";
import { isReached } from "../../app/domain/milestone";
import { decidingRoles, may, type Actor } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { listMilestones, type StoredMilestone } from "../../db/milestone";
import { listChanges } from "../../db/milestone-change";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import { definitionHash } from "../acts/change-milestone";
import type { MilestoneName } from "../acts/hold-milestone";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** What each choice in the form is: the roles that can prepare, those that can decide, and which of those this person gives and takes. */
function choices(actor: Actor, milestones: readonly { readonly code: string; readonly title: string }[]) {
  return { preparing: preparingRoles, deciding: decidingRoles, assignable: decidingRoles.filter((role) => may(actor, "assign", { thing: "decidingRole", role })), milestones };
}

/** [M65] Refuses: signInNeeded, notFound, notAllowed. */
export async function addForm({ db }: Office, visitor: Visitor | null, { projectId }: { readonly projectId: ProjectId }) {
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  if (!mayShape(found.value)) return refuse({ code: "notAllowed" });
  const project = await findProject(db, projectId);
  if (!project) return refuse({ code: "notFound" });
  const all = await listMilestones(db, projectId);
  return ok({ code: nextOwnCode(all.map((each) => each.code)), choices: choices(found.value, named(all, project, visitor)) });
}

/** [M66-M69] Refuses: signInNeeded, notFound, notAllowed. */
export async function changeForm({ db }: Office, visitor: Visitor | null, { projectId, code }: MilestoneName) {
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  if (!mayShape(found.value)) return refuse({ code: "notAllowed" });
  const project = await findProject(db, projectId);
  const all = await listMilestones(db, projectId);
  const milestone = all.find((each) => each.code === code);
  if (!project || !milestone) return refuse({ code: "notFound" });
  const text = milestoneText(milestone, project.model, visitor?.language ?? "nb");
  const fromTemplate = milestoneText({ ...milestone, title: null, easyRead: null, evidenceKinds: null }, project.model, visitor?.language ?? "nb");
  const changes = await listChanges(db, projectId, milestone.id);
  const { state, phase, plannedDay, expectedDay, leftOutFrom } = milestone;
  return ok({
    ...definitionOf(milestone), code, phase, state, plannedDay, expectedDay,
    shownTitle: text.title, evidenceKinds: text.evidenceKinds,
    isOwn: isOwnCode(code), fromTemplate: { title: fromTemplate.title, easyRead: fromTemplate.easyRead },
    seen: definitionHash(milestone),
    choices: choices(found.value, named(all.filter((each) => each.code !== code), project, visitor)),
    leftOut: leftOutFrom !== null, daysFixed: isReached(state),
    mayLeaveOut: state !== "notRelevant" && state !== "submitted" && !isReached(state),
    history: changes.reverse().map(({ kind, reason, madeByName, madeByRole, madeAt, before, after }) => ({ kind, reason, madeByName, madeByRole, madeAt, before, after })),
  });
}

function named(milestones: readonly StoredMilestone[], project: { readonly model: Parameters<typeof milestoneText>[1] }, visitor: Visitor | null) {
  return milestones.filter((each) => each.state !== "notRelevant").map((each) => ({ code: each.code, title: milestoneText(each, project.model, visitor?.language ?? "nb").title }));
}

export type AddFormView = Awaited<ReturnType<typeof addForm>> extends Result<infer View> ? View : never;
export type ChangeFormView = Awaited<ReturnType<typeof changeForm>> extends Result<infer View> ? View : never;
