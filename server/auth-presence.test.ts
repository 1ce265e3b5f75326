// Proof of presence on a real better-auth and a real database: password, code, the demo's way, wrong ones, limits, and for how long it is good.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { UserId } from "../app/domain/ids";
import { addMs } from "../app/domain/time";
import { findProof } from "../db/presence-proof";
import { testDatabases } from "../db/testing";
import { makeWhoIs } from "./access";
import { addressHeader, demoPassword, makeAuth } from "./auth";
import { makeDesk, type AuthDesk, type DeskAnswer } from "./auth-desk";
import { addVerifiedPerson } from "./auth-joining";
import { freshProof, presenceAsked } from "./auth-presence";
import type { Mode } from "./office";
import { testOffice, totp, type TestOffice } from "./testing";
import type { Visitor } from "./visitor";

const secret = "a-secret-of-this-test-0123456789abcdef";
const password = "en lang og god setning";
const email = "koordinator@example.no";
const wrong = { ok: false, refusal: { code: "invalidInput", fields: { presencePassword: "proofWrong" } } };

describe.each(testDatabases)("[M34] on %s", (kind) => {
  let office: TestOffice;
  let auth: ReturnType<typeof makeAuth>;
  let desk: AuthDesk;
  let userId: UserId;
  let cookies: Map<string, string>;

  async function open(mode: Mode) {
    office = await testOffice(kind, mode);
    auth = makeAuth(office, { secret });
    desk = makeDesk(office, auth);
    cookies = new Map();
    userId = await addVerifiedPerson(office, auth, { name: "Koordinator", email, password: mode === "demo" ? demoPassword(secret, email) : password });
    if (mode === "demo") take(await desk.signInDemo(request(), userId));
    else take(await desk.signIn(request(), { email, password }));
  }
  function request(): Request {
    const headers = new Headers({ origin: "http://localhost:3000", [addressHeader]: "192.0.2.1" });
    if (cookies.size > 0) headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    return new Request("http://localhost:3000/somewhere", { method: "POST", headers });
  }
  function take<T>(answer: DeskAnswer<T>): DeskAnswer<T>["result"] {
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = (line.split(";")[0] ?? "").split(/=(.*)/s);
      if (name !== undefined && value) cookies.set(name, value);
    }
    return answer.result;
  }
  const prove = async (typed: string, isHere = false) => take(await desk.provePresence(request(), { typed, isHere }));
  const visitor = async () => (await makeWhoIs(office, auth)(request().headers)) as Visitor;

  beforeEach(() => open("development"));
  afterEach(() => office.close());

  test("the right password is good in this session for five minutes, and nobody else's", async () => {
    expect(await presenceAsked(office, await visitor())).toEqual({ by: "password", fresh: null });
    expect(await prove("et helt annet passord")).toEqual(wrong);
    expect(await prove("", true)).toEqual(wrong);
    expect(await freshProof(office.db, await visitor(), office.now())).toBeNull();
    const at = office.now();
    office.setNow(at);
    expect(await prove(password)).toEqual({ ok: true, value: "proved" });
    expect(await presenceAsked(office, await visitor())).toEqual({ by: "password", fresh: { method: "password", provedAt: at } });
    expect(await freshProof(office.db, await visitor(), addMs(at, 5 * 60_000))).toEqual({ method: "password", provedAt: at });
    expect(await freshProof(office.db, await visitor(), addMs(at, 5 * 60_000 + 1))).toBeNull();
    expect(await freshProof(office.db, { ...(await visitor()), sessionId: "another" }, at)).toBeNull();
    expect(await findProof(office.db, (await visitor()).sessionId, "somebody else" as UserId)).toBeNull();
  });

  test("whoever has a second factor proves with a code, and the session stays theirs", async () => {
    const setup = take(await desk.startTwoFactor(request(), { password }));
    const key = setup.ok ? setup.value.secret : "";
    expect(take(await desk.confirmTwoFactor(request(), { code: totp(key) })).ok).toBe(true);
    expect((await presenceAsked(office, await visitor())).by).toBe("code");
    const before = (await visitor()).sessionId;
    expect(await prove(password)).toEqual(wrong);
    expect(await prove("000000")).toEqual(wrong);
    expect(await prove(` ${totp(key).slice(0, 3)} ${totp(key).slice(3)}`)).toEqual({ ok: true, value: "proved" });
    expect((await visitor()).sessionId).toBe(before);
    expect((await presenceAsked(office, await visitor())).fresh).toMatchObject({ method: "code" });
  });

  test("[X12] five tries a minute and ten wrong in a row, and a right one forgets them", async () => {
    let now = office.now();
    const later = (ms: number) => office.setNow((now = addMs(now, ms)));
    later(0);
    for (let tries = 0; tries < 4; tries += 1) expect(await prove("feil")).toEqual(wrong);
    expect((await prove(password)).ok).toBe(true);
    for (let tries = 0; tries < 5; tries += 1) expect(await prove("feil")).toEqual(wrong);
    expect(await prove(password)).toMatchObject({ refusal: { code: "tooManyAttempts" } });
    later(61_000);
    for (let tries = 0; tries < 5; tries += 1) expect(await prove("feil")).toEqual(wrong);
    later(61_000);
    const locked = await prove(password);
    expect(locked).toMatchObject({ refusal: { code: "tooManyAttempts" } });
    expect(!locked.ok && locked.refusal.code === "tooManyAttempts" && locked.refusal.retryAfterSeconds).toBeGreaterThan(600);
    later(15 * 60_000);
    expect((await prove(password)).ok).toBe(true);
  });

  test("without a session there is nothing to prove", async () => {
    cookies.clear();
    expect(await prove(password)).toEqual({ ok: false, refusal: { code: "signInNeeded" } });
  });

  test("[X17] in the demo one says that it is oneself, which counts nowhere else", async () => {
    await office.close();
    await open("demo");
    expect((await presenceAsked(office, await visitor())).by).toBe("demo");
    expect(await prove("hva som helst")).toEqual(wrong);
    expect(await prove("", true)).toEqual({ ok: true, value: "proved" });
    expect((await presenceAsked(office, await visitor())).fresh).toMatchObject({ method: "demo" });
  });
});
