// A person's own page: their name and address, how they sign in, and where they are signed in now.
import { ok, refuse, type Result } from "../../app/domain/result";
import type { Instant } from "../../app/domain/time";
import { hasSecondFactor } from "../../db/second-factor";
import { listSessionsOf } from "../../db/session";
import { deviceOf, type Device } from "../device";
import type { Office } from "../office";
import type { Visitor } from "../visitor";

export type AccountPage = {
  readonly name: string;
  readonly email: string;
  readonly administratorOf: string | null;
  readonly hasSecondFactor: boolean;
  readonly sessions: readonly { readonly id: string; readonly beganAt: Instant; readonly expiresAt: Instant; readonly device: Device; readonly isThis: boolean }[];
};

/** Refuses signInNeeded. */
export async function account(office: Office, visitor: Visitor | null, _input: void): Promise<Result<AccountPage>> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  const sessions = await listSessionsOf(office.db, visitor.userId, office.now());
  return ok({
    name: visitor.name, email: visitor.email, administratorOf: visitor.administratorOf,
    hasSecondFactor: await hasSecondFactor(office.db, visitor.userId),
    sessions: sessions.map(({ id, beganAt, expiresAt, userAgent }) => ({ id, beganAt, expiresAt, device: deviceOf(userAgent), isThis: id === visitor.sessionId })),
  });
}
