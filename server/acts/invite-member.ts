// Invites somebody by e-mail to a role in a party of the project.
import { randomBytes } from "node:crypto";
import { invitationDays } from "../../app/domain/invitation";
import type { InvitationId, PartyId, ProjectId } from "../../app/domain/ids";
import { journalActor, type JournalActor } from "../../app/domain/journal";
import { rolesOfParty, type Role } from "../../app/domain/membership";
import type { Party } from "../../app/domain/party";
import { may } from "../../app/domain/permission";
import { ok, refuse, type Result } from "../../app/domain/result";
import { addMs } from "../../app/domain/time";
import { tokenHash } from "../../db/hash";
import { addInvitation, listOpenInvitations, markRevoked } from "../../db/invitation";
import { appendEntry } from "../../db/journal";
import { listMembers } from "../../db/membership";
import { findParty } from "../../db/party";
import { findByEmail, foldEmail } from "../../db/person";
import { findProject, lockProject } from "../../db/project";
import { inTransaction, type Tx } from "../../db/transaction";
import { languageOf, writeLetter } from "../mail";
import type { Office } from "../office";
import type { Visitor } from "../visitor";
import { holdProject } from "./hold-project";

export type InviteInput = { readonly projectId: ProjectId; readonly partyId: PartyId; readonly role: Role; readonly email: string; readonly displayName: string };

const dayMs = 86_400_000;

/** [X20] Refuses: signInNeeded, notFound, notAllowed, invalidInput (role), alreadyMember, alreadyInvited. */
export async function inviteMember(office: Office, visitor: Visitor | null, input: InviteInput): Promise<Result<{ invitationId: InvitationId }>> {
  const invited = await inTransaction(office.db, async (db) => {
    const found = await holdProject(db, visitor, input.projectId);
    if (!found.ok) return found;
    const actor = found.value;
    const party = await findParty(db, input.projectId, input.partyId);
    if (!party) return refuse({ code: "notFound" });
    if (!may(actor, "manage", { thing: "party", partyKind: party.kind })) return refuse({ code: "notAllowed" });
    return writeInvitation(db, office, party, input, actor);
  });
  if (invited.ok) office.bulletin.post({ kind: "letterWritten" });
  return invited;
}

/** The invitation itself, its letter and its journal entry; whether `inviter` may is asked before. Refuses as inviteMember. */
export async function writeInvitation(
  db: Tx, office: Office, party: Party, input: Omit<InviteInput, "partyId">, inviter: NonNullable<JournalActor>,
): Promise<Result<{ invitationId: InvitationId }>> {
  const { projectId, role } = input;
  if (!rolesOfParty[party.kind].includes(role)) return refuse({ code: "invalidInput", fields: { role: "notAChoice" } });
  await lockProject(db, projectId);
  const now = office.now();
  const emailFolded = foldEmail(input.email);
  const person = await findByEmail(db, emailFolded);
  const members = await listMembers(db, projectId);
  if (person && members.some((member) => member.userId === person.id)) return refuse({ code: "alreadyMember" });
  for (const open of await listOpenInvitations(db, projectId)) {
    if (open.emailFolded !== emailFolded) continue;
    if (open.expiresAt > now) return refuse({ code: "alreadyInvited" });
    // one that ran out makes room for the new one
    await markRevoked(db, projectId, open.id, now);
  }
  const token = randomBytes(32).toString("base64url");
  const invitationId = office.newId<InvitationId>();
  await addInvitation(
    db,
    {
      id: invitationId, projectId, partyId: party.id, role, displayName: input.displayName.trim(), emailFolded,
      invitedBy: inviter.userId, invitedAt: now, expiresAt: addMs(now, invitationDays * dayMs),
    },
    tokenHash(token),
  );
  const language = await languageOf(db, person?.id ?? inviter.userId);
  const municipality = (await findProject(db, projectId))?.municipality ?? "";
  await writeLetter(db, office, emailFolded, language, (words) =>
    words.invitation(municipality, `${office.baseUrl}/invitations/${token}`, invitationDays),
  );
  await appendEntry(db, projectId, now, journalActor(inviter), { kind: "memberInvited", invitationId, partyId: party.id, role });
  return ok({ invitationId });
}
