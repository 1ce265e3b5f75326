// Ends a membership: somebody leaves, or those who manage the party show them out. Their open sockets are closed after commit.
import type { MembershipId, ProjectId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import type { Role } from "../../app/domain/membership";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { appendEntry } from "../../db/journal";
import { countRole, findMembership, markEnded } from "../../db/membership";
import { findParty } from "../../db/party";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";

/** Without one of these a project cannot be steered any more. */
const neverWithout: readonly Role[] = ["board", "coordinator"];

/** [X22] Refuses: signInNeeded, notFound, notAllowed, lastOfItsKind, changedMeanwhile (it had ended). */
export async function endMembership(
  office: Office, visitor: Visitor | null, input: { readonly projectId: ProjectId; readonly membershipId: MembershipId },
): Promise<Result<{ left: boolean }>> {
  const { projectId } = input;
  const ended = await inTransaction(office.db, async (db) => {
    const found = await holdProject(db, visitor, projectId);
    if (!found.ok) return found;
    const actor = found.value;
    const membership = await findMembership(db, projectId, input.membershipId);
    const party = membership && (await findParty(db, projectId, membership.partyId));
    if (!membership || !party) return refuse({ code: "notFound" });
    const oneself = membership.id === actor.membershipId;
    if (!oneself && !may(actor, "manage", { thing: "party", partyKind: party.kind })) return refuse({ code: "notAllowed" });
    const { id: membershipId, role, displayName, endedAt } = membership;
    if (endedAt === null && neverWithout.includes(role) && (await countRole(db, projectId, role)) === 1) return refuse({ code: "lastOfItsKind" });
    const now = office.now();
    if (!(await markEnded(db, projectId, membershipId, now))) return refuse({ code: "changedMeanwhile" });
    await appendEntry(db, projectId, now, journalActor(actor), { kind: "membershipEnded", membershipId, role, displayName });
    return ok({ left: oneself, userId: membership.userId });
  });
  if (!ended.ok) return ended;
  office.bulletin.post({ kind: "membershipChanged", userId: ended.value.userId, projectId });
  return ok({ left: ended.value.left });
}
