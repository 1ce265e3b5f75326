// The people of a project, party by party, as far as the one who looks may see them, with what they may do about it.
import type { InvitationId, MembershipId, PartyId, ProjectId } from "../../app/domain/ids";
import { rolesOfParty, type Role } from "../../app/domain/membership";
import { partyKinds, type Party, type PartyKind } from "../../app/domain/party";
import { may, mayKnow } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import type { Instant } from "../../app/domain/time";
import { listOpenInvitations } from "../../db/invitation";
import { listMembers } from "../../db/membership";
import { listParties } from "../../db/party";
import { actorIn } from "../access";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

export type MemberLine = {
  readonly membershipId: MembershipId;
  readonly displayName: string;
  readonly role: Role;
  readonly beganAt: Instant;
  readonly isYou: boolean;
  /** Whether the one who looks may end it: one's own, or in a party one manages. */
  readonly mayEnd: boolean;
};
export type InvitationLine = {
  readonly invitationId: InvitationId;
  readonly displayName: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Instant;
  readonly hasRunOut: boolean;
};
export type PartyLine = {
  readonly id: PartyId;
  readonly kind: PartyKind;
  readonly name: string;
  readonly members: readonly MemberLine[];
  /** How many more there are, whose names are not for the one who looks. */
  readonly others: number;
  /** Roles that the one who looks may invite to; empty when they may not invite here. */
  readonly invites: readonly Role[];
  /** Open invitations, for those who may take them back. */
  readonly invitations: readonly InvitationLine[];
};

/** [X20, X24] Refuses: signInNeeded, notFound, notAllowed. */
export async function people(office: Office, visitor: Visitor | null, input: { readonly projectId: ProjectId }): Promise<Result<{ parties: readonly PartyLine[] }>> {
  const { projectId } = input;
  const found = await actorIn(office.db, visitor, projectId);
  if (!found.ok) return found;
  const actor = found.value;
  if (!may(actor, "read", { thing: "members" })) return refuse({ code: "notAllowed" });
  const [parties, members, invitations] = await Promise.all([
    listParties(office.db, projectId), listMembers(office.db, projectId), listOpenInvitations(office.db, projectId),
  ]);
  const now = office.now();
  return ok({
    parties: inOrder(parties).map((party): PartyLine => {
      const manages = may(actor, "manage", { thing: "party", partyKind: party.kind });
      const all = members.filter((member) => member.partyId === party.id);
      const known = all.filter((member) => member.id === actor.membershipId || mayKnow(actor, { role: member.role, partyKind: party.kind }));
      return {
        id: party.id, kind: party.kind, name: party.name, others: all.length - known.length, invites: manages ? rolesOfParty[party.kind] : [],
        members: known.map((member) => {
          const isYou = member.id === actor.membershipId;
          return { membershipId: member.id, displayName: member.displayName, role: member.role, beganAt: member.beganAt, isYou, mayEnd: isYou || manages };
        }),
        invitations: invitations.filter((each) => manages && each.partyId === party.id).map((each) => ({
          invitationId: each.id, displayName: each.displayName, email: each.emailFolded, role: each.role, expiresAt: each.expiresAt,
          hasRunOut: each.expiresAt <= now,
        })),
      };
    }),
  });
}

/** The parent group first: it is their home. Parties of one kind in the order they joined. */
function inOrder(parties: readonly Party[]): Party[] {
  return [...parties].sort((left, right) => partyKinds.indexOf(left.kind) - partyKinds.indexOf(right.kind));
}
