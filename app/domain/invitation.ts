// An invitation (invitasjon): a place in a party, offered to one e-mail address for a while.
import type { InvitationId, PartyId, ProjectId, UserId } from "./ids";
import type { Role } from "./membership";
import type { PartyKind } from "./party";
import { ok, refuse, type Result } from "./result";
import type { Instant } from "./time";

/** How long it is open. */
export const invitationDays = 14;

export type Invitation = {
  readonly id: InvitationId;
  readonly projectId: ProjectId;
  readonly partyId: PartyId;
  readonly partyKind: PartyKind;
  readonly role: Role;
  readonly displayName: string;
  readonly emailFolded: string;
  readonly invitedBy: UserId;
  readonly invitedAt: Instant;
  readonly expiresAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly revokedAt: Instant | null;
};

/** [X21] Refuses linkUsed, and linkExpired when it ran out or was taken back. */
export function checkOpen(invitation: Invitation, now: Instant): Result<Invitation> {
  if (invitation.acceptedAt !== null) return refuse({ code: "linkUsed" });
  if (invitation.revokedAt !== null || invitation.expiresAt <= now) return refuse({ code: "linkExpired" });
  return ok(invitation);
}
