// What somebody sees who declares that they are disqualified in a milestone: the grounds, and who may take over.
import { mayDeclare } from "../../app/domain/disqualification";
import { subjectOf } from "../../app/domain/milestone";
import { decidingRoles, may, mayKnow } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { findMilestone } from "../../db/milestone";
import { listMembers } from "../../db/membership";
import { listParties } from "../../db/party";
import { findProject } from "../../db/project";
import { actorIn } from "../access";
import type { MilestoneName } from "../acts/hold-milestone";
import { decisionGround } from "../decision-ground";
import { milestoneText } from "../milestone-text";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** [M39] Refuses: signInNeeded, notFound, notAllowed, wrongState (declared already, or not relevant). */
export async function disqualificationForm(office: Office, visitor: Visitor | null, { projectId, code }: MilestoneName) {
  const { db } = office;
  const found = await actorIn(db, visitor, projectId);
  if (!found.ok) return found;
  const actor = found.value;
  const project = await findProject(db, projectId);
  const milestone = await findMilestone(db, projectId, code);
  if (!project || !milestone || !may(actor, "see", subjectOf(milestone))) return refuse({ code: "notFound" });
  const ground = await decisionGround(db, visitor, actor, milestone, null, office.now());
  const standsIn = ground.seats.some((each) => each.inPlaceOf !== null && may(each, "decide", subjectOf(milestone)));
  if (!mayDeclare(milestone, actor, standsIn)) return refuse({ code: "notAllowed" });
  if (milestone.state === "notRelevant" || ground.declared.some((each) => each.userId === actor.userId)) return refuse({ code: "wrongState" });
  const parties = await listParties(db, projectId);
  const colleagues = (await listMembers(db, projectId)).filter((each) => {
    const party = parties.find((one) => one.id === each.partyId);
    return each.id !== actor.membershipId && party?.kind === actor.partyKind && mayKnow(actor, { role: each.role, partyKind: party.kind });
  });
  return ok({
    code, title: milestoneText(milestone, project.model, visitor?.language ?? "nb").title,
    /** One's own party: nobody outside it is over or under anybody. Only whoever has a place of their own that decides can hand it on. */
    colleagues: colleagues.map(({ id, displayName, role }) => ({ id, name: displayName, role })),
    mayNameSuperior: decidingRoles.includes(actor.role) && milestone.decidedBy.includes(actor.role),
  });
}

export type DisqualificationFormView = Awaited<ReturnType<typeof disqualificationForm>> extends Result<infer View> ? View : never;
