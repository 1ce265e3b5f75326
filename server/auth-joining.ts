// The desk's part for new people: an account made from an invitation, and the first administrator's from the welcome link.
import type { UserId } from "../app/domain/ids";
import { checkOpen } from "../app/domain/invitation";
import { ok, refuse, type Result } from "../app/domain/result";
import { appointAdministrator, hasAdministrator } from "../db/administrator";
import { tokenHash } from "../db/hash";
import { findInvitationByToken } from "../db/invitation";
import { addPerson, findByEmail, replaceCredentials } from "../db/person";
import { inTransaction } from "../db/transaction";
import { findWelcomeLink, markWelcomeLinkUsed } from "../db/welcome-link";
import { joinProject } from "./acts/accept-invitation";
import type { Auth } from "./auth";
import { callAuth, deskAnswer, refusing, replyOf } from "./auth-call";
import type { AuthDesk } from "./auth-desk";
import { waitForNetwork } from "./auth-limits";
import { languageOf } from "./mail";
import type { Office } from "./office";

export function joiningDesk(office: Office, auth: Auth): Pick<AuthDesk, "joinByInvitation" | "becomeAdministrator"> {
  return {
    async joinByInvitation(request, { token, name, password }) {
      const wait = await waitForNetwork(office, "invitation", request);
      if (wait > 0) return refusing({ code: "tooManyAttempts", retryAfterSeconds: wait });
      const passwordHash = await hashPassword(auth, password);
      const joined = await inTransaction(office.db, async (db) => {
        const invitation = await findInvitationByToken(db, tokenHash(token));
        if (!invitation) return refuse({ code: "linkExpired" });
        const open = checkOpen(invitation, office.now());
        if (!open.ok) return open;
        // whoever has an account signs in with it: a link must not set a password on it
        if (await findByEmail(db, invitation.emailFolded)) return refuse({ code: "signInNeeded" });
        const userId = office.newId<UserId>();
        // the link came to the address, so the address is theirs
        const added = await addPerson(db, office.now(), {
          userId, accountId: office.newId<string>(), name, email: invitation.emailFolded, passwordHash, emailVerified: true,
          language: await languageOf(db, invitation.invitedBy),
        });
        // the same link in another window, a moment before
        if (!added) return refuse({ code: "linkUsed" });
        const placed = await joinProject(db, office, invitation, userId);
        // the account goes with the membership it was made for
        if (!placed.ok) throw new Error(`an open invitation was refused: ${placed.refusal.code}`);
        return ok({ ...placed.value, userId, email: invitation.emailFolded });
      });
      if (!joined.ok) return refusing(joined.refusal);
      const { userId, projectId, email } = joined.value;
      office.bulletin.post({ kind: "membershipChanged", userId, projectId });
      // straight at the endpoint, past the limits for signing in: they must not leave somebody outside whose link is used up by now
      const headers = new Headers({ "user-agent": request.headers.get("user-agent") ?? "" });
      const response = await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true });
      return deskAnswer(await replyOf(response), () => projectId);
    },

    async becomeAdministrator(request, { token, name, municipality, email, password }) {
      const wait = await waitForNetwork(office, "welcome", request);
      if (wait > 0) return refusing({ code: "tooManyAttempts", retryAfterSeconds: wait });
      const passwordHash = await hashPassword(auth, password);
      const made = await inTransaction(office.db, async (db): Promise<Result<null>> => {
        const now = office.now();
        const link = await findWelcomeLink(db, tokenHash(token));
        if (!link || link.expires_at <= now) return refuse({ code: "linkExpired" });
        if (link.used_at !== null || (await hasAdministrator(db))) return refuse({ code: "linkUsed" });
        if (!(await markWelcomeLinkUsed(db, link.token_hash, now))) return refuse({ code: "linkUsed" });
        const known = await findByEmail(db, email);
        const userId = known?.id ?? office.newId<UserId>();
        if (!known) {
          const added = await addPerson(db, now, { userId, accountId: office.newId<string>(), name, email, passwordHash, emailVerified: false, language: "nb" });
          if (!added) throw new Error("an account with this address was made in the same moment");
        } else if (!known.emailVerified) {
          // the letter never came and the server was started again: the last try counts
          await replaceCredentials(db, now, userId, name, passwordHash);
        }
        await appointAdministrator(db, userId, municipality, now);
        return ok(null);
      });
      if (!made.ok) return refusing(made.refusal);
      return deskAnswer(await callAuth(office, auth, request, "/send-verification-email", { email }), () => "letterSent" as const);
    },
  };
}

export async function hashPassword(auth: Auth, password: string): Promise<string> {
  return (await auth.$context).password.hash(password);
}

/** For the seed: somebody whose address needs no letter. Throws when the address has an account. */
export async function addVerifiedPerson(office: Office, auth: Auth, person: { name: string; email: string; password: string }): Promise<UserId> {
  const userId = office.newId<UserId>();
  const passwordHash = await hashPassword(auth, person.password);
  const added = await inTransaction(office.db, (db) =>
    addPerson(db, office.now(), {
      userId, accountId: office.newId<string>(), name: person.name, email: person.email, passwordHash, emailVerified: true, language: "nb",
    }),
  );
  if (!added) throw new Error("this address has an account already");
  return userId;
}
