// Proof of presence: the password or the code of the second factor asked for once more, before something that binds others is done.
import type { UserId } from "../app/domain/ids";
import { isFresh, proofLastsMs, type Proof, type ProofMethod } from "../app/domain/presence-proof";
import type { Refusal } from "../app/domain/refusal";
import { ok } from "../app/domain/result";
import { addMs } from "../app/domain/time";
import type { Db } from "../db/connect";
import { findProof, forgetProofsBefore, keepProof } from "../db/presence-proof";
import { hasSecondFactor } from "../db/second-factor";
import type { Tx } from "../db/transaction";
import type { Auth } from "./auth";
import { refusing, replyOf } from "./auth-call";
import type { AuthDesk } from "./auth-desk";
import { forgetProofTries, waitForProof } from "./auth-limits";
import type { Office } from "./office";
import type { Visitor } from "./visitor";

/** What a form that binds others asks for: nothing while the last proof of this session is fresh. */
export type PresenceAsked = { readonly by: ProofMethod; readonly fresh: Proof | null };

/** For the views of such forms. */
export async function presenceAsked({ db, mode, now }: Pick<Office, "db" | "mode" | "now">, { userId, sessionId }: Visitor): Promise<PresenceAsked> {
  return { by: await methodFor({ db, mode }, userId), fresh: await freshProof(db, { userId, sessionId }, now()) };
}

/** The proof a deed may stand on, or null: then the deed is refused (proofMissing). */
export async function freshProof(db: Db | Tx, { userId, sessionId }: Pick<Visitor, "userId" | "sessionId">, now: Proof["provedAt"]): Promise<Proof | null> {
  const proof = await findProof(db, sessionId, userId);
  return isFresh(proof, now) ? proof : null;
}

/** Whoever has a second factor proves with that, others with their password; in the demo nobody has one, and everybody is told so. */
async function methodFor({ db, mode }: Pick<Office, "db" | "mode">, userId: UserId): Promise<ProofMethod> {
  if (await hasSecondFactor(db, userId)) return "code";
  return mode === "demo" ? "demo" : "password";
}

const wrong: Refusal = { code: "invalidInput", fields: { presencePassword: "proofWrong" } };

export function presenceDesk(office: Office, auth: Auth): Pick<AuthDesk, "provePresence"> {
  return {
    async provePresence(request, { typed, isHere }) {
      const found = await auth.api.getSession({ headers: request.headers });
      if (!found) return refusing({ code: "signInNeeded" });
      const userId = found.user.id as UserId;
      const wait = await waitForProof(office, userId);
      if (wait > 0) return refusing({ code: "tooManyAttempts", retryAfterSeconds: wait });
      const method = await methodFor(office, userId);
      const right = method === "demo" ? isHere : await fits(auth, request.headers, method, typed);
      if (!right) return refusing(wrong);
      await forgetProofTries(office, userId);
      const now = office.now();
      await keepProof(office.db, found.session.id, userId, { method, provedAt: now });
      await forgetProofsBefore(office.db, addMs(now, -proofLastsMs));
      return { result: ok("proved"), headers: new Headers() };
    },
  };
}

/** Straight at the endpoints: neither gives out a new session to somebody who has one, and the limits here are our own. */
async function fits(auth: Auth, headers: Headers, method: "password" | "code", typed: string): Promise<boolean> {
  const cookie = new Headers({ cookie: headers.get("cookie") ?? "" });
  const answer = method === "password"
    ? auth.api.verifyPassword({ body: { password: typed }, headers: cookie, asResponse: true })
    : auth.api.verifyTOTP({ body: { code: typed.replace(/\s/g, "") }, headers: cookie, asResponse: true });
  const { status, code } = await replyOf(await answer);
  if (status < 400) return true;
  if (code === "INVALID_PASSWORD" || code === "INVALID_CODE" || code === "PASSWORD_TOO_LONG") return false;
  throw new Error(`the proof of presence was answered ${status} ${code}`);
}
