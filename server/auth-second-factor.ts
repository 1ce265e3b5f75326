// The desk's part for the second factor: six digits from an app, or one of ten recovery codes that work once each.
import { symmetricDecrypt } from "better-auth/crypto";
import { renderSVG } from "uqr";
import { refuse } from "../app/domain/result";
import type { UserId } from "../app/domain/ids";
import { findPendingSecret } from "../db/second-factor";
import type { Auth } from "./auth";
import { callAuth, deskAnswer, refusing } from "./auth-call";
import type { AuthDesk, TwoFactorSetup } from "./auth-desk";
import type { Office } from "./office";

type SecondFactorDesk = Pick<AuthDesk, "enterCode" | "startTwoFactor" | "pendingTwoFactor" | "confirmTwoFactor" | "endTwoFactor">;

const sixDigits = /^\d{6}$/;

export function secondFactorDesk(office: Office, auth: Auth): SecondFactorDesk {
  return {
    async enterCode(request, input) {
      const code = input.code.replace(/\s/g, "");
      const path = sixDigits.test(code) ? "/two-factor/verify-totp" : "/two-factor/verify-backup-code";
      return deskAnswer(await callAuth(office, auth, request, path, { code }), () => "signedIn" as const);
    },

    async startTwoFactor(request, { password }) {
      return deskAnswer(await callAuth(office, auth, request, "/two-factor/enable", { password }), (body) => setupOf(String(body.totpURI)));
    },

    async pendingTwoFactor(request) {
      const found = await auth.api.getSession({ headers: request.headers });
      if (!found) return refusing({ code: "signInNeeded" });
      const sealed = await findPendingSecret(office.db, found.user.id as UserId);
      if (sealed === null) return refusing({ code: "wrongState" });
      const { secretConfig } = await auth.$context;
      const secret = await symmetricDecrypt({ key: secretConfig, data: sealed });
      return { result: { ok: true, value: setupOf(totpUri(secret, found.user.email)) }, headers: new Headers() };
    },

    async confirmTwoFactor(request, input) {
      const found = await auth.api.getSession({ headers: request.headers });
      if (!found) return refusing({ code: "signInNeeded" });
      const code = input.code.replace(/\s/g, "");
      const answer = deskAnswer(await callAuth(office, auth, request, "/two-factor/verify-totp", { code }), () => null);
      if (!answer.result.ok) return { result: refuse(answer.result.refusal), headers: answer.headers };
      const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: found.user.id } });
      // the session was exchanged for a new one: open sockets ask again with the new cookie
      office.bulletin.post({ kind: "sessionsChanged", userId: found.user.id as UserId });
      return { result: { ok: true, value: backupCodes }, headers: answer.headers };
    },

    async endTwoFactor(request, { password }) {
      const found = await auth.api.getSession({ headers: request.headers });
      if (!found) return refusing({ code: "signInNeeded" });
      const answer = deskAnswer(await callAuth(office, auth, request, "/two-factor/disable", { password }), () => "ended" as const);
      // here too the session is exchanged for a new one
      if (answer.result.ok) office.bulletin.post({ kind: "sessionsChanged", userId: found.user.id as UserId });
      return answer;
    },
  };
}

/** The address that authenticator apps read: RFC 4648 base32 without padding, six digits, thirty seconds. */
function totpUri(secret: string, email: string): string {
  const query = new URLSearchParams({ secret: base32(new TextEncoder().encode(secret)), issuer: "Samtun", digits: "6", period: "30" });
  return `otpauth://totp/Samtun:${encodeURIComponent(email)}?${query.toString()}`;
}

/** Black on white whatever the colours of the page: cameras need it. */
function setupOf(uri: string): TwoFactorSetup {
  return { picture: renderSVG(uri, { border: 1 }), secret: new URL(uri).searchParams.get("secret") ?? "" };
}

function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[parseInt(five.padEnd(5, "0"), 2)]).join("");
}
