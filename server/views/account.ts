// A person's own page: their name and address, how they sign in, what they get by mail and calendar, and where they are signed in now.
import { usualPace, type CalendarTitles, type Paces } from "../../app/domain/notice";
import { ok, refuse, type Result } from "../../app/domain/result";
import type { Instant } from "../../app/domain/time";
import { findFeed } from "../../db/calendar";
import { pacesOf } from "../../db/notice-choice";
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
  readonly paces: Paces;
  readonly calendar: { readonly madeAt: Instant; readonly titles: CalendarTitles } | null;
  readonly sessions: readonly { readonly id: string; readonly beganAt: Instant; readonly expiresAt: Instant; readonly device: Device; readonly isThis: boolean }[];
};

/** Refuses signInNeeded. */
export async function account(office: Office, visitor: Visitor | null, _input: void): Promise<Result<AccountPage>> {
  if (!visitor) return refuse({ code: "signInNeeded" });
  const paces = (await pacesOf(office.db, [visitor.userId])).get(visitor.userId) ?? usualPace;
  const feed = await findFeed(office.db, visitor.userId);
  const sessions = await listSessionsOf(office.db, visitor.userId, office.now());
  return ok({
    name: visitor.name, email: visitor.email, administratorOf: visitor.administratorOf,
    paces, calendar: feed && { madeAt: feed.madeAt, titles: feed.titles },
    hasSecondFactor: await hasSecondFactor(office.db, visitor.userId),
    sessions: sessions.map(({ id, beganAt, expiresAt, userAgent }) => ({ id, beganAt, expiresAt, device: deviceOf(userAgent), isThis: id === visitor.sessionId })),
  });
}
