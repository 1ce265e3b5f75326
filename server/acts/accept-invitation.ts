// Somebody signed in accepts an invitation to exactly their address, and is a member from then on.
import { checkOpen, type Invitation } from "../../app/domain/invitation";
import type { InvitationId, MembershipId, ProjectId, UserId } from "../../app/domain/ids";
import { ok, refuse, type Result } from "../../app/domain/result";
import { tokenHash } from "../../db/hash";
import { findInvitation, findInvitationByToken, markAccepted } from "../../db/invitation";
import { appendEntry } from "../../db/journal";
import { addMembership, findActor } from "../../db/membership";
import { findByEmail, foldEmail } from "../../db/person";
import { lockProject } from "../../db/project";
import { inTransaction, type Tx } from "../../db/transaction";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

/** By the secret of the link, or, for the signed-in owner of the address, by its id. */
export type AcceptInput = { readonly token: string } | { readonly invitationId: InvitationId };

/** [X21] Refuses: signInNeeded, notFound, linkUsed, linkExpired, linkForAnotherAddress, emailNotVerified, alreadyMember. */
export async function acceptInvitation(office: Office, visitor: Visitor | null, input: AcceptInput): Promise<Result<{ projectId: ProjectId }>> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  const joined = await inTransaction(office.db, async (db) => {
    const invitation = "token" in input ? await findInvitationByToken(db, tokenHash(input.token)) : await findInvitation(db, input.invitationId);
    // by id, other people's invitations do not exist
    if (!invitation) return refuse({ code: "notFound" });
    if (invitation.emailFolded !== foldEmail(visitor.email)) return refuse({ code: "token" in input ? "linkForAnotherAddress" : "notFound" });
    if (!(await findByEmail(db, visitor.email))?.emailVerified) return refuse({ code: "emailNotVerified" });
    return joinProject(db, office, invitation, visitor.userId);
  });
  if (joined.ok) office.bulletin.post({ kind: "membershipChanged", userId: visitor.userId, projectId: joined.value.projectId });
  return joined;
}

/** The membership and its journal entry, once. The caller has made sure that the address is this person's. */
export async function joinProject(db: Tx, office: Office, invitation: Invitation, userId: UserId): Promise<Result<{ projectId: ProjectId }>> {
  const { projectId, partyId, role, displayName } = invitation;
  const now = office.now();
  const open = checkOpen(invitation, now);
  if (!open.ok) return open;
  await lockProject(db, projectId);
  if (await findActor(db, userId, projectId)) return refuse({ code: "alreadyMember" });
  if (!(await markAccepted(db, invitation.id, now))) return refuse({ code: "linkUsed" });
  const membershipId = office.newId<MembershipId>();
  await addMembership(db, { id: membershipId, projectId, partyId, userId, role, displayName, beganAt: now });
  await appendEntry(db, projectId, now, { userId, membershipId, displayName, role }, { kind: "memberJoined", membershipId, partyId, role, displayName });
  return ok({ projectId });
}
