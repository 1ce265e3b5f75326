// Takes back an open invitation: its link stops working at once.
import type { InvitationId, ProjectId } from "../../app/domain/ids";
import { journalActor } from "../../app/domain/journal";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { findInvitation, markRevoked } from "../../db/invitation";
import { appendEntry } from "../../db/journal";
import { inTransaction } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";

/** [X21] Refuses: signInNeeded, notFound, notAllowed, changedMeanwhile (accepted or taken back already). */
export function revokeInvitation(
  office: Office, visitor: Visitor | null, input: { readonly projectId: ProjectId; readonly invitationId: InvitationId },
): Promise<Result<"revoked">> {
  return inTransaction(office.db, async (db) => {
    const found = await holdProject(db, visitor, input.projectId);
    if (!found.ok) return found;
    const invitation = await findInvitation(db, input.invitationId);
    if (invitation?.projectId !== input.projectId) return refuse({ code: "notFound" });
    if (!may(found.value, "manage", { thing: "party", partyKind: invitation.partyKind })) return refuse({ code: "notAllowed" });
    const now = office.now();
    if (!(await markRevoked(db, input.projectId, invitation.id, now))) return refuse({ code: "changedMeanwhile" });
    await appendEntry(db, input.projectId, now, journalActor(found.value), {
      kind: "invitationRevoked", invitationId: invitation.id, role: invitation.role,
    });
    return ok("revoked");
  });
}
