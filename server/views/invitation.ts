// What stands behind an invitation's link: who invites to what, and how this browser can answer.
import { checkOpen } from "../../app/domain/invitation";
import type { Role } from "../../app/domain/membership";
import { ok, refuse, type Result } from "../../app/domain/result";
import type { Instant } from "../../app/domain/time";
import { tokenHash } from "../../db/hash";
import { findInvitationByToken } from "../../db/invitation";
import { findActor } from "../../db/membership";
import { findParty } from "../../db/party";
import { findByEmail, findName, foldEmail } from "../../db/person";
import { findProject } from "../../db/project";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

export type InvitationPage = {
  readonly projectName: string;
  readonly municipality: string;
  readonly partyName: string;
  readonly role: Role;
  readonly displayName: string;
  readonly email: string;
  readonly invitedBy: string;
  readonly expiresAt: Instant;
  /** accept: signed in as the invited one. switch: signed in as somebody else. signIn: the address has an account. join: it has none. */
  readonly way: "accept" | "switch" | "signIn" | "join";
};

/** [X21] Whoever holds the link got it at the address, so they may see this. Refuses: linkExpired, linkUsed. */
export async function invitation(office: Office, visitor: Visitor | null, input: { readonly token: string }): Promise<Result<InvitationPage>> {
  const found = await findInvitationByToken(office.db, tokenHash(input.token));
  if (!found) return refuse({ code: "linkExpired" });
  const open = checkOpen(found, office.now());
  if (!open.ok) return open;
  const [project, party, inviter, account] = await Promise.all([
    findProject(office.db, found.projectId), findParty(office.db, found.projectId, found.partyId), inviterOf(office, found),
    findByEmail(office.db, found.emailFolded),
  ]);
  if (!project || !party) throw new Error("an invitation without its project");
  const forVisitor = visitor !== null && foldEmail(visitor.email) === found.emailFolded;
  return ok({
    projectName: project.name, municipality: project.municipality, partyName: party.name, role: found.role, displayName: found.displayName,
    email: found.emailFolded, invitedBy: inviter, expiresAt: found.expiresAt,
    way: forVisitor ? "accept" : visitor ? "switch" : account ? "signIn" : "join",
  });
}

/** As they are called in the project; the administrator who founded it has no name there, only their own. */
async function inviterOf(office: Office, { invitedBy, projectId }: Pick<Parameters<typeof checkOpen>[0], "invitedBy" | "projectId">): Promise<string> {
  return (await findActor(office.db, invitedBy, projectId))?.displayName ?? (await findName(office.db, invitedBy)) ?? "";
}
