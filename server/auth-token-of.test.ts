// The short way to a session tells exactly what the sign-in library tells by its own long one.
import { createHmac } from "node:crypto";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { testDatabases } from "../db/testing";
import { makeWhoIs } from "./access";
import { makeAuth } from "./auth";
import { addVerifiedPerson } from "./auth-joining";
import { testOffice, type TestOffice } from "./testing";

const secret = "a-secret-of-this-test-0123456789abcdef";
const sign = (token: string, by = secret) => `${token}.${createHmac("sha256", by).update(token).digest("base64")}`;

describe.each(testDatabases)("%s", (kind) => {
  let office: TestOffice;
  beforeEach(async () => void (office = await testOffice(kind)));
  afterEach(() => office.close());

  test.each([["http", undefined], ["https", "https://samtun.example.no"]])("[X2] whatever cookie comes, both say the same (%s)", async (_scheme, baseUrl) => {
    const auth = makeAuth(baseUrl ? { ...office, baseUrl } : office, { secret });
    const whoIs = makeWhoIs(office, auth);
    const userId = await addVerifiedPerson(office, auth, { name: "Forelder A", email: "forelder.a@example.no", password: "en lang og god setning" });
    const { internalAdapter, authCookies } = await auth.$context;
    const { name } = authCookies.sessionToken;
    const [good, expired, ended] = await Promise.all([1, 2, 3].map(() => internalAdapter.createSession(userId)));
    if (!good || !expired || !ended) throw new Error("no sessions");
    const longAgo = kind === "postgres" ? sql`${new Date(0)}` : sql`${new Date(0).toISOString()}`;
    await sql`update "session" set "expiresAt" = ${longAgo} where token = ${expired.token}`.execute(office.db);
    await internalAdapter.deleteSession(ended.token);
    const signed = encodeURIComponent(sign(good.token));

    const cookies = {
      good: `${name}=${signed}`, amongOthers: `a=b; ${name}=${signed}; c=d`, first: `${name}=${signed}; ${name}=${encodeURIComponent(sign("other"))}`,
      quoted: `${name}="${signed}"`, expired: `${name}=${encodeURIComponent(sign(expired.token))}`, ended: `${name}=${encodeURIComponent(sign(ended.token))}`,
      otherSecret: `${name}=${encodeURIComponent(sign(good.token, `${secret}x`))}`, unsigned: `${name}=${good.token}`, cut: `${name}=${signed.slice(0, -6)}`,
      otherToken: `${name}=${encodeURIComponent(sign(good.token).replace(/^./, "#"))}`, otherName: `x${name}=${signed}`, empty: `${name}=`, nonsense: `${name}=%E0%A4%A`, none: "a=b",
    };
    const asked = await Promise.all(
      Object.entries(cookies).map(async ([what, cookie]) => {
        const headers = new Headers({ cookie });
        const short = await whoIs(headers);
        const long = await auth.api.getSession({ headers, query: { disableRefresh: true } });
        return { what, short: short && [short.sessionId, short.userId, short.email, short.name], long: long && [long.session.id, long.user.id, long.user.email, long.user.name] };
      }),
    );
    for (const { what, short, long } of asked) expect([what, short]).toEqual([what, long]);
    expect(asked.filter(({ short }) => short).map(({ what }) => what)).toEqual(["good", "amongOthers", "first", "quoted"]);
  });
});
