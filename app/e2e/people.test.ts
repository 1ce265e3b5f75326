// People come and go: an empty installation gets its first administrator, a project is founded, letters arrive, invitations are answered.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabases } from "../../db/testing";
import { totp } from "../../server/testing";
import { axeFindings } from "./axe";
import { enterAs, launchBrowser, openPage, openWindow } from "./browser";
import { startServer, type RunningServer } from "./harness";

const password = "en lang og god setning";
/** A form that comes back with a fault is reported by the browser as a failed request. */
const refusedForms = [/status of (401|403|404|410|422|429)/];

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** A mail server that keeps what it gets, decoded. */
async function openMailbox() {
  const letters: { to: string; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      let raw = "";
      stream.on("data", (bytes: Buffer) => (raw += bytes.toString("latin1")));
      stream.on("end", () => {
        const text = raw.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
        letters.push({ to: session.envelope.rcptTo[0]?.address ?? "", text });
        done();
      });
    },
  });
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  return {
    url: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    /** The link in the newest letter to that address. */
    async linkTo(address: string, path: string): Promise<string> {
      for (let tries = 0; tries < 400; tries++) {
        const link = letters.filter((each) => each.to === address).at(-1)?.text.match(new RegExp(`http\\S+${path}\\S+`))?.[0];
        if (link) return link;
        await new Promise((done) => setTimeout(done, 25));
      }
      throw new Error(`no letter with ${path} came to ${address}`);
    },
    close: () => new Promise<void>((done) => server.close(done)),
  };
}

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.fill(`main [name="${name}"]`, value);
}

async function send(page: Page, button: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
}

describe.each(testDatabases)("from an empty %s database", (database) => {
  let server: RunningServer;
  let mailbox: Awaited<ReturnType<typeof openMailbox>>;
  beforeAll(async () => {
    mailbox = await openMailbox();
    server = await startServer({ database, mode: "production", env: { SMTP_URL: mailbox.url } });
  });
  afterAll(async () => {
    await server.close();
    await mailbox.close();
  });

  test("[X16, X19, X23, X21, X15] welcome link, first administrator, a project, its first member, a second factor", async () => {
    const administrator = await openPage(await openWindow(browser, server), server, refusedForms);
    await administrator.goto(server.printed().find((line) => line.includes("/welcome/"))?.trim() ?? "");
    await fill(administrator, { municipality: "Drammen kommune", name: "Administrator", email: "admin@example.no", password, passwordAgain: "noe helt annet" });
    await send(administrator, "Lag kontoen");
    await administrator.getByRole("alert").getByText("Passordet en gang til").waitFor();
    expect(await administrator.inputValue("#municipality")).toBe("Drammen kommune");
    await fill(administrator, { password, passwordAgain: password });
    await send(administrator, "Lag kontoen");
    await administrator.getByRole("heading", { name: "Bekreft adressen din" }).waitFor();

    await administrator.goto(await mailbox.linkTo("admin@example.no", "/verify-email"));
    await send(administrator, "Bekreft adressen");
    await administrator.getByRole("heading", { name: "Adressen er bekreftet" }).waitFor();
    // away from this site is not followed
    await administrator.goto("/sign-in?next=https://evil.example/");
    await fill(administrator, { email: "admin@example.no", password });
    await send(administrator, "Logg inn");
    await administrator.waitForURL(`${server.url}/projects`);

    await administrator.goto("/administration/projects/new");
    await fill(administrator, {
      name: "Solknatten borettslag", homeCount: "10", parentGroup: "Foreldregruppa Solknatten", coordinatorEmail: "admin@example.no",
      coordinatorName: "Koordinator", boardEmail: "forelder@example.no", boardName: "Forelder A",
    });
    await administrator.check("#model-municipalLed");
    await send(administrator, "Opprett prosjektet");
    await administrator.getByText("Solknatten borettslag er opprettet").waitFor();
    await administrator.getByRole("link", { name: "Åpne prosjektet: Solknatten borettslag" }).click();
    await administrator.waitForURL(/\/projects\/[^/]+$/);
    const project = administrator.url();

    const link = await mailbox.linkTo("forelder@example.no", "/invitations/");
    const parent = await openPage(await openWindow(browser, server), server, refusedForms);
    expect((await parent.goto(project))?.url()).toContain("/sign-in?next=");
    await parent.goto(link);
    expect(await axeFindings(parent)).toEqual([]);
    await fill(parent, { name: "Forelder A", password, passwordAgain: password });
    await send(parent, "Lag konto og bli med");
    await parent.waitForURL(project);
    expect((await parent.goto(link))?.status()).toBe(410);
    expect((await parent.goto("/administration"))?.status()).toBe(404);

    await parent.goto("/account/two-factor");
    await fill(parent, { password });
    await send(parent, "Begynn");
    await parent.locator(".qr svg").waitFor();
    const key = (await parent.locator(".secret").innerText()).replace(/\s/g, "");
    await fill(parent, { code: "000000" });
    await send(parent, "Slå på totrinnsinnlogging");
    await parent.getByText("Koden stemmer ikke.").waitFor();
    expect((await parent.locator(".secret").innerText()).replace(/\s/g, "")).toBe(key);
    await fill(parent, { code: totp(key) });
    await send(parent, "Slå på totrinnsinnlogging");
    await parent.getByRole("heading", { name: "Ta vare på gjenopprettingskodene" }).waitFor();
    const codes = await parent.locator(".recovery-codes li").allInnerTexts();
    expect(codes).toHaveLength(10);

    await parent.getByRole("banner").getByRole("button", { name: /Logg ut/ }).click();
    await parent.waitForURL(`${server.url}/`);
    await parent.goto("/sign-in?next=/account");
    await fill(parent, { email: "forelder@example.no", password });
    await send(parent, "Logg inn");
    await parent.waitForURL(/\/sign-in\/code/);
    await fill(parent, { code: codes[0] ?? "" });
    await send(parent, "Gå videre");
    await parent.waitForURL(`${server.url}/account`);
    expect((await parent.goto("/dev/mail"))?.status()).toBe(404);
    expect([...administrator.faults, ...parent.faults]).toEqual([]);
  });
});

describe.each([true, false])("in the demo, with scripts: %s", (javaScriptEnabled) => {
  let server: RunningServer;
  beforeAll(async () => void (server = await startServer({ mode: "demo" })));
  afterAll(() => server.close());

  test("[X20, X21, X22, U5] invite, read the letter, accept, be a member, end it", async () => {
    const board = await openPage(await openWindow(browser, server, { javaScriptEnabled }), server, refusedForms);
    const signIn = server.printed().find((line) => /^ {2}Forelder A /.test(line))?.match(/http\S+/)?.[0] ?? "";
    await board.goto(signIn);
    await board.goto("/projects");
    await board.locator('main a[href^="/projects/"]').first().click();
    await board.waitForURL(/\/projects\/[^/]+$/);
    const people = `${board.url()}/people`;
    await board.goto(people);
    await board.selectOption("#place", { label: "forelder eller pårørende" });
    await fill(board, { email: "forelder.l@example.no", displayName: "Forelder L 01017012345" });
    await send(board, "Send invitasjon");
    await board.locator("#displayName-fault").waitFor();
    expect(await board.inputValue("#email")).toBe("forelder.l@example.no");
    await fill(board, { displayName: "Forelder L" });
    await send(board, "Send invitasjon");
    await board.getByText("Invitasjonen er sendt til forelder.l@example.no.").waitFor();

    const invited = await openPage(await openWindow(browser, server, { javaScriptEnabled }), server, refusedForms);
    await invited.goto("/dev/mail");
    await invited.locator(".letter-body a").first().click();
    await invited.waitForURL(/\/invitations\//);
    await fill(invited, { name: "Forelder L", password, passwordAgain: password });
    await send(invited, "Lag konto og bli med");
    await invited.waitForURL(/\/projects\/[^/]+$/);
    expect((await invited.goto(people))?.status()).toBe(200);

    await board.goto(people);
    await board.getByRole("link", { name: "Avslutt for Forelder L" }).click();
    await board.getByRole("heading", { name: "Avslutte deltakelsen for Forelder L?" }).waitFor();
    await send(board, "Avslutt deltakelsen");
    await board.getByText("Deltakelsen er avsluttet.").waitFor();
    expect(await board.getByText("Forelder L", { exact: true }).count()).toBe(0);
    expect((await invited.goto(people))?.status()).toBe(404);
    expect([...board.faults, ...invited.faults]).toEqual([]);
  });

  test("[X24] a coordinator counts the parents, and a care lead has no list", async () => {
    const coordinator = await enterAs(browser, server, "Koordinator", refusedForms);
    await coordinator.goto("/projects");
    const project = await coordinator.locator('main a[href^="/projects/"]').first().getAttribute("href");
    await coordinator.goto(`${project}/people`);
    expect(await coordinator.getByText(/som bare parten selv ser navn/).count()).toBe(1);
    expect(await coordinator.getByText("Forelder D", { exact: true }).count()).toBe(0);
    const careLead = await enterAs(browser, server, "Tjenesteleder", refusedForms);
    expect((await careLead.goto(`${project}/people`))?.status()).toBe(403);
  });
});
