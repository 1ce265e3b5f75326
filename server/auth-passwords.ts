// The desk's part for passwords and addresses: a forgotten one, a new one, and that an address is really somebody's.
import type { UserId } from "../app/domain/ids";
import type { Auth } from "./auth";
import { callAuth, deskAnswer, refusing } from "./auth-call";
import type { AuthDesk } from "./auth-desk";
import { waitForEmail } from "./auth-limits";
import type { Office } from "./office";

type PasswordDesk = Pick<AuthDesk, "askForNewPassword" | "setNewPassword" | "changePassword" | "sendVerification" | "verifyEmail">;

export function passwordDesk(office: Office, auth: Auth): PasswordDesk {
  return {
    async askForNewPassword(request, { email }) {
      const wait = await waitForEmail(office, "new-password", email);
      if (wait > 0) return refusing({ code: "tooManyAttempts", retryAfterSeconds: wait });
      return deskAnswer(await callAuth(office, auth, request, "/request-password-reset", { email: email.trim() }), () => "sent" as const);
    },

    async setNewPassword(request, { token, password }) {
      return deskAnswer(await callAuth(office, auth, request, "/reset-password", { token, newPassword: password }), () => "changed" as const);
    },

    async changePassword(request, { current, password }) {
      const found = await auth.api.getSession({ headers: request.headers });
      if (!found) return refusing({ code: "signInNeeded" });
      const body = { currentPassword: current, newPassword: password, revokeOtherSessions: true };
      const answer = deskAnswer(await callAuth(office, auth, request, "/change-password", body), () => "changed" as const);
      if (answer.result.ok) office.bulletin.post({ kind: "sessionsChanged", userId: found.user.id as UserId });
      return answer;
    },

    async sendVerification(request, { email }) {
      const wait = await waitForEmail(office, "verification", email);
      if (wait > 0) return refusing({ code: "tooManyAttempts", retryAfterSeconds: wait });
      return deskAnswer(await callAuth(office, auth, request, "/send-verification-email", { email: email.trim() }), () => "sent" as const);
    },

    async verifyEmail(request, { token }) {
      return deskAnswer(await callAuth(office, auth, request, `/verify-email?token=${encodeURIComponent(token)}`), () => "verified" as const);
    },
  };
}
