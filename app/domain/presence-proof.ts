// Proof of presence: that the person who signed in an hour ago is the one who sits there now. Asked for when something binds others.
import type { Instant } from "./time";

/**
 * "password": the account's own. "code": six digits from the app of the second factor. "demo": nobody in the demo has a password, so they
 * said in words that it is they (and only the demo takes that for a proof).
 */
export const proofMethods = ["password", "code", "demo"] as const;
export type ProofMethod = (typeof proofMethods)[number];

export type Proof = { readonly method: ProofMethod; readonly provedAt: Instant };

/** For how long one proof is good, in the session where it was given. */
export const proofLastsMs = 5 * 60_000;

/** [M34] `proof`: the last one of this session, or null. One from the future (a clock put back) proves nothing. */
export function isFresh(proof: Proof | null, now: Instant): proof is Proof {
  if (!proof) return false;
  const age = Date.parse(now) - Date.parse(proof.provedAt);
  return age >= 0 && age <= proofLastsMs;
}
