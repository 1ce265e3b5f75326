// The desk, on a real better-auth and a real database: invitation, password, second factor, reset, limits.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { UserId } from "../app/domain/ids";
import { addMs } from "../app/domain/time";
import { appointAdministrator, hasAdministrator } from "../db/administrator";
import { listLetters } from "../db/letter";
import { listSessionsOf } from "../db/session";
import { testDatabases } from "../db/testing";
import { inTransaction } from "../db/transaction";
import { actorIn, makeWhoIs } from "./access";
import { foundProject } from "./acts/found-project";
import { inviteMember } from "./acts/invite-member";
import { addressHeader, authSchemaFaults, demoPassword, makeAuth } from "./auth";
import { makeDesk, type DeskAnswer } from "./auth-desk";
import { addVerifiedPerson } from "./auth-joining";
import { testOffice, totp, type TestOffice } from "./testing";
import type { Visitor } from "./visitor";
import { makeWelcomeLink } from "./welcome";

const secret = "a-secret-of-this-test-0123456789abcdef";
const password = "en lang og god setning";
const origin = "http://localhost:3000";

/** A browser: keeps cookies, says where it comes from. */
class Browser {
  private readonly jar = new Map<string, string>();
  constructor(private readonly address = "192.0.2.1", private readonly from = origin) {}

  request(): Request {
    const headers = new Headers({ origin: this.from, [addressHeader]: this.address });
    if (this.jar.size > 0) headers.set("cookie", [...this.jar].map(([name, value]) => `${name}=${value}`).join("; "));
    return new Request(`${origin}/somewhere`, { method: "POST", headers });
  }

  take<T>(answer: DeskAnswer<T>): DeskAnswer<T>["result"] {
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = (line.split(";")[0] ?? "").split(/=(.*)/s);
      if (name === undefined) continue;
      if (!value || /max-age=0/i.test(line)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return answer.result;
  }
}

describe.each(testDatabases)("%s", (kind) => {
  let office: TestOffice;
  let auth: ReturnType<typeof makeAuth>;
  let desk: ReturnType<typeof makeDesk>;
  const email = "forelder.a@example.no";
  let userId: UserId;

  beforeEach(async () => {
    office = await testOffice(kind);
    auth = makeAuth(office, { secret });
    desk = makeDesk(office, auth);
    userId = await addVerifiedPerson(office, auth, { name: "Forelder A", email, password });
  });
  afterEach(() => office.close());

  const visitorOf = (browser: Browser) => makeWhoIs(office, auth)(browser.request().headers);
  const signedIn = async (browser = new Browser()) => {
    expect(browser.take(await desk.signIn(browser.request(), { email, password }))).toEqual({ ok: true, value: "signedIn" });
    return browser;
  };

  test("[O11] better-auth finds every table and column it expects", async () => {
    expect(await authSchemaFaults(office, { secret })).toEqual([]);
  });

  test("[X10] signing in gives a session that only the server can read, and signing out ends it", async () => {
    const browser = new Browser();
    const answer = await desk.signIn(browser.request(), { email: " Forelder.A@Example.no ", password });
    const cookie = answer.headers.getSetCookie().find((line) => line.includes("session_token")) ?? "";
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    browser.take(answer);
    expect(await visitorOf(browser)).toMatchObject({ userId, name: "Forelder A", email, language: "nb", administratorOf: null });
    const before = browser.request().headers;
    expect(browser.take(await desk.signOut(browser.request()))).toEqual({ ok: true, value: "signedOut" });
    expect(await makeWhoIs(office, auth)(before)).toBeNull();
    expect(office.notices).toContainEqual({ kind: "sessionsChanged", userId });
  });

  test("[X10] over https the cookie is Secure", async () => {
    const httpsOffice = { ...office, baseUrl: "https://samtun.example.no" };
    const httpsDesk = makeDesk(httpsOffice, makeAuth(httpsOffice, { secret }));
    const browser = new Browser("192.0.2.9", "https://samtun.example.no");
    const cookie = (await httpsDesk.signIn(browser.request(), { email, password })).headers.getSetCookie().join("\n");
    expect(cookie).toMatch(/__Secure-samtun.*Secure/i);
  });

  test("[X11] a wrong password and an address nobody has are answered alike", async () => {
    const wrong = await desk.signIn(new Browser().request(), { email, password: "feil feil feil feil" });
    const nobody = await desk.signIn(new Browser().request(), { email: "ingen@example.no", password: "feil feil feil feil" });
    expect(wrong.result).toEqual({ ok: false, refusal: { code: "wrongCredentials" } });
    expect(nobody.result).toEqual(wrong.result);
    expect([...nobody.headers]).toEqual([...wrong.headers]);
  });

  test("[X12] the sixth try with one address must wait, wherever it comes from, also for an address nobody has", async () => {
    for (const address of [email, "ingen@example.no"]) {
      for (let count = 0; count < 5; count++) {
        const { result } = await desk.signIn(new Browser(`192.0.2.${count}`).request(), { email: address, password: "feil feil feil feil" });
        expect(result).toEqual({ ok: false, refusal: { code: "wrongCredentials" } });
      }
      const { result } = await desk.signIn(new Browser("192.0.2.77").request(), { email: address, password });
      expect(result).toMatchObject({ ok: false, refusal: { code: "tooManyAttempts" } });
      const wait = !result.ok && result.refusal.code === "tooManyAttempts" ? result.refusal.retryAfterSeconds : 0;
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(60);
    }
  });

  test("[X12] ten different addresses from one place, then that place must wait", async () => {
    const tries = [];
    for (let count = 0; count < 11; count++) {
      tries.push((await desk.signIn(new Browser("198.51.100.1").request(), { email: `a${count}@example.no`, password: "feil" })).result);
    }
    expect(tries.slice(0, 10).every((each) => !each.ok && each.refusal.code === "wrongCredentials")).toBe(true);
    expect(tries[10]).toMatchObject({ ok: false, refusal: { code: "tooManyAttempts" } });
    expect((await desk.signIn(new Browser("198.51.100.2").request(), { email, password })).result.ok).toBe(true);
  });

  test("[X13] a post from another site signs nobody in", async () => {
    const browser = await signedIn(new Browser("192.0.2.1"));
    const stranger = browser.request();
    stranger.headers.set("origin", "https://evil.example");
    expect((await desk.signIn(stranger, { email, password })).result).toEqual({ ok: false, refusal: { code: "crossSite" } });
    expect((await desk.signOutEverywhere(stranger)).result).toEqual({ ok: false, refusal: { code: "crossSite" } });
    expect(await visitorOf(browser)).not.toBeNull();
  });

  test("[X14] signing out everywhere ends every session", async () => {
    const [one, two] = [await signedIn(), await signedIn(new Browser("192.0.2.2"))];
    expect(await listSessionsOf(office.db, userId, office.now())).toHaveLength(2);
    expect((await desk.signOutEverywhere(one.request())).result.ok).toBe(true);
    expect(await visitorOf(two)).toBeNull();
    expect(await listSessionsOf(office.db, userId, office.now())).toEqual([]);
  });

  test("[X14] a new password ends every session, works, and its link works once", async () => {
    const before = await signedIn();
    expect((await desk.askForNewPassword(new Browser().request(), { email: "ingen@example.no" })).result).toEqual({ ok: true, value: "sent" });
    expect(await listLetters(office.db, 10)).toEqual([]);
    expect((await desk.askForNewPassword(new Browser().request(), { email })).result).toEqual({ ok: true, value: "sent" });
    const token = tokenIn((await listLetters(office.db, 10))[0]?.body, "/new-password?token=");
    const short = await desk.setNewPassword(new Browser().request(), { token, password: "kort" });
    expect(short.result).toEqual({ ok: false, refusal: { code: "invalidInput", fields: { password: "passwordTooShort" } } });
    const fresh = "en helt annen setning";
    expect((await desk.setNewPassword(new Browser().request(), { token, password: fresh })).result).toEqual({ ok: true, value: "changed" });
    expect(office.notices).toContainEqual({ kind: "sessionsChanged", userId });
    expect(await visitorOf(before)).toBeNull();
    expect((await desk.signIn(new Browser().request(), { email, password })).result.ok).toBe(false);
    expect((await desk.signIn(new Browser().request(), { email, password: fresh })).result.ok).toBe(true);
    expect((await desk.setNewPassword(new Browser().request(), { token, password })).result).toEqual({ ok: false, refusal: { code: "linkExpired" } });
  });

  test("[X14] changing the password asks for the old one and ends the other sessions", async () => {
    const [one, two] = [await signedIn(), await signedIn(new Browser("192.0.2.2"))];
    const wrong = await desk.changePassword(one.request(), { current: "noe helt annet", password: "en ny og lang setning" });
    expect(wrong.result).toEqual({ ok: false, refusal: { code: "wrongCredentials" } });
    expect(one.take(await desk.changePassword(one.request(), { current: password, password: "en ny og lang setning" })).ok).toBe(true);
    expect(await visitorOf(one)).not.toBeNull();
    expect(await visitorOf(two)).toBeNull();
  });

  test("[X15] a second factor: set up, asked for, recovery codes once each, taken away", async () => {
    const browser = await signedIn();
    expect((await desk.startTwoFactor(browser.request(), { password: "feil feil feil" })).result).toEqual({ ok: false, refusal: { code: "wrongCredentials" } });
    const setup = browser.take(await desk.startTwoFactor(browser.request(), { password }));
    if (!setup.ok) throw new Error(setup.refusal.code);
    expect(setup.value.picture).toMatch(/^<svg/);
    const pending = await desk.pendingTwoFactor(browser.request());
    expect(pending.result).toEqual(setup);
    expect((await desk.confirmTwoFactor(browser.request(), { code: "000000" })).result).toEqual({ ok: false, refusal: { code: "wrongCode" } });
    const confirmed = browser.take(await desk.confirmTwoFactor(browser.request(), { code: totp(setup.value.secret) }));
    if (!confirmed.ok) throw new Error(confirmed.refusal.code);
    expect(confirmed.value).toHaveLength(10);
    expect((await desk.pendingTwoFactor(browser.request())).result).toEqual({ ok: false, refusal: { code: "wrongState" } });

    const halfWay = async (address: string) => {
      const other = new Browser(address);
      expect(other.take(await desk.signIn(other.request(), { email, password }))).toEqual({ ok: true, value: "codeNeeded" });
      expect(await visitorOf(other)).toBeNull();
      return other;
    };
    const byApp = await halfWay("192.0.2.3");
    expect(byApp.take(await desk.enterCode(byApp.request(), { code: "000000" }))).toEqual({ ok: false, refusal: { code: "wrongCode" } });
    expect(byApp.take(await desk.enterCode(byApp.request(), { code: ` ${totp(setup.value.secret)} ` }))).toEqual({ ok: true, value: "signedIn" });
    expect(await visitorOf(byApp)).toMatchObject({ userId });

    const recovery = confirmed.value[0] ?? "";
    const byCode = await halfWay("192.0.2.4");
    expect(byCode.take(await desk.enterCode(byCode.request(), { code: recovery }))).toEqual({ ok: true, value: "signedIn" });
    const again = await halfWay("192.0.2.5");
    expect(again.take(await desk.enterCode(again.request(), { code: recovery }))).toEqual({ ok: false, refusal: { code: "wrongCode" } });

    expect(browser.take(await desk.endTwoFactor(browser.request(), { password }))).toEqual({ ok: true, value: "ended" });
    await signedIn(new Browser("192.0.2.6"));
  });

  test("[X16] the first administrator: one link, once, and the address verified by a letter", async () => {
    const link = await makeWelcomeLink(office);
    const token = link?.split("/welcome/")[1] ?? "";
    const input = { token, name: "Koordinator", municipality: "Drammen", email: "koordinator@example.no", password };
    expect((await desk.becomeAdministrator(new Browser().request(), input)).result).toEqual({ ok: true, value: "letterSent" });
    expect((await desk.becomeAdministrator(new Browser().request(), input)).result).toEqual({ ok: false, refusal: { code: "linkUsed" } });
    expect(await hasAdministrator(office.db)).toBe(false);
    const early = await desk.signIn(new Browser().request(), { email: input.email, password });
    expect(early.result).toEqual({ ok: false, refusal: { code: "emailNotVerified" } });
    const verification = tokenIn((await listLetters(office.db, 10))[0]?.body, "/verify-email?token=");
    expect((await desk.verifyEmail(new Browser().request(), { token: "noe" })).result).toEqual({ ok: false, refusal: { code: "linkExpired" } });
    expect((await desk.verifyEmail(new Browser().request(), { token: verification })).result).toEqual({ ok: true, value: "verified" });
    const browser = new Browser();
    browser.take(await desk.signIn(browser.request(), { email: input.email, password }));
    expect(await visitorOf(browser)).toMatchObject({ administratorOf: "Drammen" });
    expect(await makeWelcomeLink(office)).toBeNull();
  });

  test("[X16] a welcome link runs out after two days", async () => {
    const token = (await makeWelcomeLink(office))?.split("/welcome/")[1] ?? "";
    office.setNow(new Date(Date.now() + 48 * 3600_000).toISOString() as never);
    const input = { token, name: "Koordinator", municipality: "Drammen", email: "koordinator@example.no", password };
    expect((await desk.becomeAdministrator(new Browser().request(), input)).result).toEqual({ ok: false, refusal: { code: "linkExpired" } });
  });

  test("[X21] an account made from an invitation: member and signed in at once; the link works once and sets no password on an account", async () => {
    const administrator: Visitor = { userId, sessionId: "s", name: "Forelder A", email, language: "nb", colourScheme: "auto", administratorOf: "Drammen" };
    await inTransaction(office.db, (db) => appointAdministrator(db, userId, "Drammen", office.now()));
    const founded = await foundProject(office, administrator, {
      name: "Solknatten", model: "municipalLed", homeCount: 10, moveInDay: null, parentGroup: "Foreldregruppa", careProvider: null,
      coordinator: { email, displayName: "Koordinator" }, board: { email: "Ny@example.no", displayName: "Forelder B" },
    });
    if (!founded.ok) throw new Error(founded.refusal.code);
    const token = tokenIn((await listLetters(office.db, 10))[0]?.body, "/invitations/");
    const typed = { token, name: "Forelder B", password };
    const browser = new Browser("192.0.2.20");
    expect((await desk.joinByInvitation(browser.request(), { ...typed, token: "noe" })).result).toEqual({ ok: false, refusal: { code: "linkExpired" } });
    // an office that has used up its sign-ins for this minute does not stop somebody whose account is made already
    const second = new Browser("192.0.2.21");
    for (let each = 0; each < 12; each += 1) for (const one of [browser, second]) await desk.signIn(one.request(), { email: `en${each}${one === browser}@example.no`, password });
    const answers = await Promise.all([desk.joinByInvitation(browser.request(), typed), desk.joinByInvitation(second.request(), typed)]);
    expect(answers.filter((answer) => answer.result.ok)).toHaveLength(1);
    for (const answer of answers) browser.take(answer);
    const visitor = await visitorOf(browser);
    expect(visitor).toMatchObject({ name: "Forelder B", email: "ny@example.no" });
    expect(await actorIn(office.db, visitor, founded.value.projectId)).toMatchObject({ ok: true, value: { role: "board", displayName: "Forelder B" } });
    expect((await desk.joinByInvitation(new Browser("192.0.2.22").request(), typed)).result).toEqual({ ok: false, refusal: { code: "linkUsed" } });

    const party = founded.value.parties.find((each) => each.kind === "municipality");
    const invited = await inviteMember(office, administrator, {
      projectId: founded.value.projectId, partyId: party!.id, role: "observer", email: "ny@example.no", displayName: "Observatør",
    });
    expect(invited).toEqual({ ok: false, refusal: { code: "alreadyMember" } });
    await addVerifiedPerson(office, auth, { name: "Kjent", email: "kjent@example.no", password });
    office.setNow(addMs(office.now(), 1000));
    await inviteMember(office, administrator, { projectId: founded.value.projectId, partyId: party!.id, role: "observer", email: "kjent@example.no", displayName: "Observatør" });
    const known = tokenIn((await listLetters(office.db, 10))[0]?.body, "/invitations/");
    const taking = await desk.joinByInvitation(new Browser("192.0.2.23").request(), { token: known, name: "X", password: "et helt nytt passord" });
    expect(taking.result).toEqual({ ok: false, refusal: { code: "signInNeeded" } });
    expect((await desk.signIn(new Browser("192.0.2.24").request(), { email: "kjent@example.no", password })).result.ok).toBe(true);
  });

  test("[X17] one-click sign-in is for the demo alone", async () => {
    const demo = { ...office, mode: "demo" as const };
    const person = { name: "Forelder B", email: "b@example.no", password: demoPassword(secret, "b@example.no") };
    const demoId = await addVerifiedPerson(demo, auth, person);
    const browser = new Browser();
    expect((await desk.signInDemo(browser.request(), demoId)).result).toEqual({ ok: false, refusal: { code: "notInThisMode" } });
    expect(browser.take(await makeDesk(demo, auth).signInDemo(browser.request(), demoId))).toEqual({ ok: true, value: "signedIn" });
    expect(await visitorOf(browser)).toMatchObject({ userId: demoId });
  });

  test("[X18] nobody signs up by themselves", async () => {
    const answer = await auth.handler(
      new Request(`${origin}/api/auth/sign-up/email`, {
        method: "POST", headers: { origin, "content-type": "application/json" },
        body: JSON.stringify({ name: "Hvem som helst", email: "hvem@example.no", password }),
      }),
    );
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});

function tokenIn(body: string | undefined, before: string): string {
  const found = body?.split(before)[1]?.split(/\s/)[0];
  if (!found) throw new Error("no link in the letter");
  return decodeURIComponent(found);
}
