// Invitations: one open for each address and project; only the hash of the link's secret is kept.
import type { Hash, InvitationId, ProjectId } from "../app/domain/ids";
import type { Invitation } from "../app/domain/invitation";
import type { Instant } from "../app/domain/time";
import type { Db } from "./connect";
import type { Row } from "./schema";
import type { Tx } from "./transaction";

export async function addInvitation(db: Tx, invitation: Omit<Invitation, "partyKind" | "acceptedAt" | "revokedAt">, tokenHash: Hash): Promise<void> {
  await db
    .insertInto("invitation")
    .values({
      id: invitation.id, project_id: invitation.projectId, party_id: invitation.partyId, role: invitation.role,
      display_name: invitation.displayName, email_folded: invitation.emailFolded, token_hash: tokenHash, invited_by: invitation.invitedBy,
      invited_at: invitation.invitedAt, expires_at: invitation.expiresAt, accepted_at: null, revoked_at: null,
    })
    .execute();
}

export async function findInvitationByToken(db: Db | Tx, tokenHash: Hash): Promise<Invitation | null> {
  const row = await withParty(db).where("invitation.token_hash", "=", tokenHash).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** By id alone: for the person invited, who is no member yet. */
export async function findInvitation(db: Db | Tx, id: InvitationId): Promise<Invitation | null> {
  const row = await withParty(db).where("invitation.id", "=", id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Neither accepted nor taken back, in that project; those that have run out too. */
export async function listOpenInvitations(db: Db | Tx, projectId: ProjectId): Promise<Invitation[]> {
  const rows = await withParty(db)
    .where("invitation.project_id", "=", projectId).where("invitation.accepted_at", "is", null).where("invitation.revoked_at", "is", null)
    .orderBy("invitation.invited_at").execute();
  return rows.map(fromRow);
}

/** [X21] True for exactly one of those who try at once. */
export async function markAccepted(db: Tx, id: InvitationId, now: Instant): Promise<boolean> {
  const done = await db
    .updateTable("invitation").set({ accepted_at: now })
    .where("id", "=", id).where("accepted_at", "is", null).where("revoked_at", "is", null).where("expires_at", ">", now)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

export async function markRevoked(db: Tx, projectId: ProjectId, id: InvitationId, now: Instant): Promise<boolean> {
  const done = await db
    .updateTable("invitation").set({ revoked_at: now })
    .where("id", "=", id).where("project_id", "=", projectId).where("accepted_at", "is", null).where("revoked_at", "is", null)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

function withParty(db: Db | Tx) {
  return db.selectFrom("invitation").innerJoin("party", "party.id", "invitation.party_id").selectAll("invitation").select("party.kind as party_kind");
}

function fromRow(row: Row<"invitation"> & { party_kind: Invitation["partyKind"] }): Invitation {
  return {
    id: row.id, projectId: row.project_id, partyId: row.party_id, partyKind: row.party_kind, role: row.role, displayName: row.display_name,
    emailFolded: row.email_folded, invitedBy: row.invited_by, invitedAt: row.invited_at, expiresAt: row.expires_at,
    acceptedAt: row.accepted_at, revokedAt: row.revoked_at,
  };
}
