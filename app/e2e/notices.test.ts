// Notices, one-click unsubscription, the calendar and the risk card in real browsers, by real people.
import Sqlite from "better-sqlite3";
import ICAL from "ical.js";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { colourSchemes, languages } from "../domain/preference";
import { wordsIn } from "../words";
import { lettersIn } from "../words/letters";
import { axeFindings, overflowOf } from "./axe";
import { demoPeople, enterAs, launchBrowser, openPage, openWindow, type WatchedPage } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const { notices: say, clocks, front } = wordsIn("nb");
const main = (page: Page) => page.locator("main").innerText();
const region = (page: Page, name: string) => page.getByRole("region", { name });

async function choosePace(page: Page, pace: string): Promise<void> {
  await page.goto("/account");
  const section = region(page, say.choices.title);
  await section.getByLabel(say.kind.decide).selectOption(pace);
  await section.getByRole("button", { name: say.choices.submit }).click();
  await page.getByText(say.choices.saved).waitFor();
  expect(await section.getByLabel(say.kind.decide).inputValue()).toBe(pace);
}

/** The night passes for what waits to be written about; the server is started anew, which makes it look at once. */
async function nightPasses(): Promise<void> {
  await server.stop();
  const file = new Sqlite(server.databaseUrl);
  file.prepare("update notice set made_at = ? where letter_id is null").run("2026-01-01T12:00:00.000Z");
  file.close();
  await server.start();
}

/** The newest letter about a task to that address, as it lies on this server; nothing leaves a demo. */
async function letterTo(page: Page, address: string): Promise<string> {
  const letters = page.locator("details").filter({ hasText: address }).filter({ hasText: lettersIn("nb").task("", "").subject });
  await expect.poll(async () => {
    await page.goto("/dev/mail");
    return letters.count();
  }, { timeout: 20_000 }).toBeGreaterThan(0);
  await letters.first().evaluate((each: HTMLDetailsElement) => { each.open = true; });
  return letters.first().innerText();
}

async function addressOf(page: Page): Promise<string> {
  await page.goto("/account");
  return page.locator("dl.facts dd").first().innerText();
}

describe("[N3] story beat 6", () => {
  test("the front page shows the option that runs out before the start permit: the risk, what is lost, and whose move it is", async () => {
    const page = await enterAs(browser, server, "Forelder D");
    const card = region(page, front.full.deadlines).getByRole("listitem").filter({ hasText: "Tomta er sikret" });
    const text = await card.innerText();
    expect(text).toContain(clocks.tag.tooShort);
    expect(text).toContain("Løper ut 30.\u00a0september 2027");
    expect(text).toContain("Det er før «Igangsettingstillatelse», som er ventet 17.\u00a0desember 2027.");
    expect(text).toContain("Andre kan kjøpe tomta før dere.");
    expect(text).toMatch(/Kommunen og styret må ta tak i dette\.|Styret og kommunen må ta tak i dette\./);
    await card.getByRole("link").click();
    await page.waitForURL(/\/milestones\/M13$/);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goBack();
    await card.getByRole("link").waitFor();
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(page.faults).toEqual([]);
    await page.context().close();
  });
});

describe("[N12, N14, N15] letters", () => {
  test("daily: the morning's letter says nothing, its link leads past sign-in to the milestone, and one click stops the next", async () => {
    const coordinator = await enterAs(browser, server, "Koordinator");
    const address = await addressOf(coordinator);
    await choosePace(coordinator, "daily");
    await nightPasses();
    const letter = await letterTo(coordinator, address);
    for (const secret of ["Solknatten", "M15", "Forprosjekt"]) expect(letter).not.toContain(secret);
    const link = /http\S+\/notices\/[\w-]+/.exec(letter)?.[0] ?? "";
    const stop = /http\S+\/unsubscribe\/[\w-]+/.exec(letter)?.[0] ?? "";

    // whoever is not signed in is asked to, and then led there
    const window = await openWindow(browser, server);
    const stranger = await openPage(window, server);
    await stranger.goto(link);
    expect(new URL(stranger.url()).pathname).toBe("/sign-in");
    expect(new URL(stranger.url()).searchParams.get("next")).toBe(new URL(link).pathname);
    expect(await main(stranger)).not.toContain("Forprosjekt");
    await stranger.goto(demoPeople(server).find((each) => each.name === "Koordinator")?.address ?? "");
    await stranger.goto(link);
    await stranger.waitForURL(/\/milestones\/M15$/);
    // to anybody else nothing is there
    const other = await enterAs(browser, server, "Forelder A", [/status of 404/]);
    expect((await other.goto(link))?.status()).toBe(404);

    // a person is asked; a mail program is not, and does not sign in
    await other.context().clearCookies();
    await other.goto(stop);
    await expect.poll(() => main(other), { timeout: 10_000 }).toContain(say.unsubscribe.lead);
    expect(await axeFindings(other)).toEqual([]);
    const posted = await fetch(stop, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: "List-Unsubscribe=One-Click" });
    expect([posted.status, posted.redirected]).toEqual([200, false]);
    expect(await posted.text()).toContain(say.unsubscribe.doneTitle);
    await other.getByRole("button", { name: say.unsubscribe.submit }).click();
    await other.getByRole("heading", { name: say.unsubscribe.doneTitle }).waitFor();
    expect((await fetch(`${stop}x`, { method: "POST", body: "" })).status).toBe(404);
    await coordinator.goto("/account");
    for (const kind of Object.values(say.kind)) expect(await coordinator.getByLabel(kind).inputValue()).toBe("never");

    // what waits still stands where it waits
    await coordinator.goto("/notices");
    await coordinator.getByRole("link", { name: "Forprosjekt og kostnadsoverslag" }).click();
    await coordinator.waitForURL(/\/milestones\/M15$/);
    // neither link is in the log
    const secrets = [stop.split("/").at(-1) ?? "-"];
    for (const secret of secrets) expect(server.printed().filter((line) => line.includes(secret))).toEqual([]);
    for (const page of [coordinator, stranger]) expect(page.faults).toEqual([]);
    for (const page of [coordinator, stranger, other]) await page.context().close();
  });
});

describe("[N22, N23, N25] the calendar", () => {
  const read = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown as string).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));

  test("an address is made, shown once and read by a calendar program; names by choice; taken away it is gone", async () => {
    const parent = await enterAs(browser, server, "Forelder A");
    await parent.goto("/account");
    const section = region(parent, say.calendar.title);
    await section.getByRole("button", { name: say.calendar.make }).click();
    const address = await section.getByLabel(say.calendar.address, { exact: true }).inputValue();
    expect(await axeFindings(parent)).toEqual([]);
    const answer = await fetch(address);
    expect(answer.headers.get("content-type")).toContain("text/calendar");
    const events = read(await answer.text());
    expect(events.find((each) => each.summary === "Frist M13")?.startDate.toString()).toBe("2027-09-30");
    expect(events.find((each) => each.summary === "Milepæl M14")?.startDate.toString()).toBe("2027-03-23");
    expect(events.map((each) => each.summary).join(" ")).not.toMatch(/Solknatten|tomta/i);
    await parent.goto("/account");
    expect(await section.getByLabel(say.calendar.address, { exact: true }).count()).toBe(0);

    await section.getByLabel(say.calendar.full).check();
    await section.getByRole("button", { name: say.calendar.titlesSubmit, exact: true }).click();
    await parent.getByText(say.calendar.titlesSaved).waitFor();
    expect(read(await (await fetch(address)).text()).map((each) => each.summary)).toContain("Løper ut: Tomta er sikret (Solknatten borettslag (under stiftelse))");

    await section.getByRole("button", { name: say.calendar.revoke }).click();
    await parent.getByText(say.calendar.revoked).waitFor();
    expect((await fetch(address)).status).toBe(404);
    const secret = /calendar\/(.*)\.ics/.exec(address)?.[1] ?? "-";
    expect(server.printed().filter((line) => line.includes(secret))).toEqual([]);
    expect(server.printed().some((line) => line.includes("/calendar/….ics"))).toBe(true);
    expect(parent.faults).toEqual([]);
    await parent.context().close();
  });

  test("[U5] without any script too", async () => {
    const page: WatchedPage = await openPage(await openWindow(browser, server, { javaScriptEnabled: false }), server);
    await page.goto(demoPeople(server).find((each) => each.name === "Forelder B")?.address ?? "");
    await page.goto("/account");
    await page.getByRole("button", { name: say.calendar.make }).click();
    expect((await fetch(await page.getByLabel(say.calendar.address, { exact: true }).inputValue())).status).toBe(200);
    await choosePace(page, "never");
    await page.context().close();
  });
});

describe.each(languages)("[U2] in %s", (language) => {
  test("axe finds nothing on the pages of notices, light or dark, and 320 px is wide enough", async () => {
    const page = await enterAs(browser, server, "Koordinator");
    const project = new URL(page.url()).pathname;
    for (const colourScheme of colourSchemes.filter((each) => each !== "auto")) {
      await page.evaluate((form) => fetch("/preferences", { method: "POST", body: new URLSearchParams(form) }), { language, colourScheme });
      for (const address of [project, "/account", "/notices"]) {
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(address);
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
        expect(await axeFindings(page), address).toEqual([]);
        await page.setViewportSize({ width: 320, height: 700 });
        expect(await overflowOf(page), address).toBeLessThanOrEqual(0);
      }
    }
    await page.evaluate(() => fetch("/preferences", { method: "POST", body: new URLSearchParams({ language: "nb", colourScheme: "auto" }) }));
    expect(page.faults).toEqual([]);
    await page.context().close();
  });
});
