// The desk's part for coming and going: sign in, sign out, here or everywhere.
import type { UserId } from "../app/domain/ids";
import { endSessionsOf } from "../db/session";
import { findAddress } from "../db/person";
import { demoPassword, type Auth } from "./auth";
import { callAuth, deskAnswer, refusing, replyOf } from "./auth-call";
import type { AuthDesk, DeskAnswer } from "./auth-desk";
import { forgetEmail, waitForEmail } from "./auth-limits";
import type { Office } from "./office";

export function sessionDesk(office: Office, auth: Auth): Pick<AuthDesk, "signIn" | "signOut" | "signOutEverywhere" | "signInDemo"> {
  return {
    async signIn(request, { email, password }) {
      const wait = await waitForEmail(office, "sign-in", email);
      if (wait > 0) return refusing({ code: "tooManyAttempts", retryAfterSeconds: wait });
      const answer = deskAnswer(await callAuth(office, auth, request, "/sign-in/email", { email: email.trim(), password }), stepAfterPassword);
      if (answer.result.ok) await forgetEmail(office, "sign-in", email);
      return answer;
    },

    async signOut(request) {
      const before = await auth.api.getSession({ headers: request.headers });
      const answer = deskAnswer(await callAuth(office, auth, request, "/sign-out", {}), () => "signedOut" as const);
      if (before && answer.result.ok) office.bulletin.post({ kind: "sessionsChanged", userId: before.user.id as UserId });
      return answer;
    },

    async signOutEverywhere(request): Promise<DeskAnswer<"signedOut">> {
      const found = await auth.api.getSession({ headers: request.headers });
      if (!found) return refusing({ code: "signInNeeded" });
      const userId = found.user.id as UserId;
      // this session's cookie first, by the road that checks where the request comes from
      const answer = deskAnswer(await callAuth(office, auth, request, "/sign-out", {}), () => "signedOut" as const);
      if (!answer.result.ok) return answer;
      await endSessionsOf(office.db, userId);
      office.bulletin.post({ kind: "sessionsChanged", userId });
      return answer;
    },

    async signInDemo(request, userId) {
      if (office.mode !== "demo") return refusing({ code: "notInThisMode" });
      const email = await findAddress(office.db, userId);
      if (email === null) return refusing({ code: "notFound" });
      const { secret } = await auth.$context;
      const headers = new Headers({ "user-agent": request.headers.get("user-agent") ?? "" });
      // straight at the endpoint, past the limits: trying each person in turn is what the demo is for
      const response = await auth.api.signInEmail({ body: { email, password: demoPassword(secret, email) }, headers, asResponse: true });
      return deskAnswer(await replyOf(response), stepAfterPassword);
    },
  };
}

function stepAfterPassword(body: Record<string, unknown>): "signedIn" | "codeNeeded" {
  return body.twoFactorRedirect === true ? "codeNeeded" : "signedIn";
}
