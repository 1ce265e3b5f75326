// The desk where people sign in: each method takes the browser's request and what was typed, and gives back the answer with its cookies.
import type { ProjectId, UserId } from "../app/domain/ids";
import type { Result } from "../app/domain/result";
import type { Auth } from "./auth";
import { joiningDesk } from "./auth-joining";
import { passwordDesk } from "./auth-passwords";
import { presenceDesk } from "./auth-presence";
import { secondFactorDesk } from "./auth-second-factor";
import { sessionDesk } from "./auth-sessions";
import type { Office } from "./office";

/** `headers` holds the Set-Cookie lines the route must send along with whatever it answers. */
export type DeskAnswer<T> = { readonly result: Result<T>; readonly headers: Headers };

/** What the page shows while a second factor is set up: the same key as an SVG picture (QR code) and as text. */
export type TwoFactorSetup = { readonly picture: string; readonly secret: string };

export type AuthDesk = {
  /** Refuses wrongCredentials (also for an address nobody has), emailNotVerified, tooManyAttempts. */
  signIn(request: Request, input: { email: string; password: string }): Promise<DeskAnswer<"signedIn" | "codeNeeded">>;
  /** Six digits are a TOTP code, anything else a recovery code. Refuses wrongCode, signInNeeded (start over), tooManyAttempts. */
  enterCode(request: Request, input: { code: string }): Promise<DeskAnswer<"signedIn">>;
  signOut(request: Request): Promise<DeskAnswer<"signedOut">>;
  /** Ends every session of the person, this one too. */
  signOutEverywhere(request: Request): Promise<DeskAnswer<"signedOut">>;
  /** Only in the demo: one click, no password. Refuses notInThisMode, notFound. */
  signInDemo(request: Request, userId: UserId): Promise<DeskAnswer<"signedIn" | "codeNeeded">>;
  /** Answers the same whether or not the address has an account. Refuses tooManyAttempts. */
  askForNewPassword(request: Request, input: { email: string }): Promise<DeskAnswer<"sent">>;
  /** Ends all the person's sessions. Refuses linkExpired, invalidInput, tooManyAttempts. */
  setNewPassword(request: Request, input: { token: string; password: string }): Promise<DeskAnswer<"changed">>;
  /** Ends all the person's other sessions. Refuses wrongCredentials, tooManyAttempts, signInNeeded. */
  changePassword(request: Request, input: { current: string; password: string }): Promise<DeskAnswer<"changed">>;
  /** Answers the same whether or not a letter was sent. Refuses tooManyAttempts. */
  sendVerification(request: Request, input: { email: string }): Promise<DeskAnswer<"sent">>;
  /** Refuses linkExpired, tooManyAttempts. */
  verifyEmail(request: Request, input: { token: string }): Promise<DeskAnswer<"verified">>;
  /** A new account for the invited address, the membership, and a session. Refuses linkExpired, linkUsed, linkForAnotherAddress, tooManyAttempts. */
  joinByInvitation(request: Request, input: { token: string; name: string; password: string }): Promise<DeskAnswer<ProjectId>>;
  /** The first administrator; the address is verified by a letter afterwards. Refuses linkExpired, linkUsed, tooManyAttempts. */
  becomeAdministrator(
    request: Request,
    input: { token: string; name: string; municipality: string; email: string; password: string },
  ): Promise<DeskAnswer<"letterSent">>;
  /** Refuses wrongCredentials, tooManyAttempts, signInNeeded, wrongState (it is on already). */
  startTwoFactor(request: Request, input: { password: string }): Promise<DeskAnswer<TwoFactorSetup>>;
  /** What is being set up and not confirmed yet, to be shown again after a wrong code. Refuses signInNeeded, wrongState. */
  pendingTwoFactor(request: Request): Promise<DeskAnswer<TwoFactorSetup>>;
  /** Answers the recovery codes: the one time they are shown. Refuses wrongCode, tooManyAttempts, signInNeeded. */
  confirmTwoFactor(request: Request, input: { code: string }): Promise<DeskAnswer<readonly string[]>>;
  /** Refuses wrongCredentials, tooManyAttempts, signInNeeded. */
  endTwoFactor(request: Request, input: { password: string }): Promise<DeskAnswer<"ended">>;
  /**
   * [M34] That it is they who sit here: good in this session for five minutes. `typed`: password or code; `isHere`: what one says in the
   * demo, where nobody has a password. Refuses invalidInput at the field, tooManyAttempts, signInNeeded.
   */
  provePresence(request: Request, input: { typed: string; isHere: boolean }): Promise<DeskAnswer<"proved">>;
};

/** One desk for the whole server. */
export function makeDesk(office: Office, auth: Auth): AuthDesk {
  return { ...sessionDesk(office, auth), ...passwordDesk(office, auth), ...secondFactorDesk(office, auth), ...joiningDesk(office, auth), ...presenceDesk(office, auth) };
}
