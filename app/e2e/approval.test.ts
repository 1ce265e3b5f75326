// Story beat 3 in real browsers: the coordinator approves M15 with a condition after proving that it is she; Parent C has declared
// disqualification; a deputy answers in somebody's place; an approval is withdrawn; a record is corrected.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabases } from "../../db/testing";
import { languages } from "../domain/preference";
import { axeFindings, overflowOf } from "./axe";
import { demoPeople, enterAs, launchBrowser, openPage, openWindow, sayHere, type WatchedPage } from "./browser";
import { startServer, type RunningServer } from "./harness";

/** A refused form is an error to the browser's console, and here it is meant. */
const refused = [/status of (409|422|403)/];
const main = (page: Page) => page.locator("main").innerText();

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

describe.each(testDatabases)("on %s", (database) => {
  let server: RunningServer;
  let project: string;
  beforeAll(async () => {
    server = await startServer({ database });
    const page = await enterAs(browser, server, "Forelder A");
    const href = await page.locator('main a[href^="/projects/"]').first().getAttribute("href");
    project = /^\/projects\/[^/]+/.exec(href ?? "")?.[0] ?? "";
    await page.context().close();
  });
  afterAll(() => server.close());

  async function leave(...pages: WatchedPage[]): Promise<void> {
    for (const page of pages) {
      expect(page.faults).toEqual([]);
      await page.context().close();
    }
  }

  test("[M34, M37, M39] the coordinator reads, sees the chain, proves that it is she, and approves with a condition; Parent C stands outside", async () => {
    const parentC = await enterAs(browser, server, "Forelder C", refused);
    await parentC.goto(`${project}/milestones/M15`);
    await expect.poll(() => main(parentC), { timeout: 10_000 }).toMatch(/Forelder C \(styremedlem\) erklærte seg inhabil .*: har selv laget det som skal avgjøres/);
    expect(await parentC.locator('a[href$="/decide"], a[href$="/submit"]').count()).toBe(0);
    expect((await parentC.goto(`${project}/milestones/M15/submit`))?.status()).toBe(403);

    const coordinator = await enterAs(browser, server, "Koordinator", refused);
    await coordinator.goto(`${project}/milestones/M15`);
    await expect.poll(() => main(coordinator), { timeout: 10_000 }).toMatch(/Hvem har svart, og hvem er neste\?[\s\S]*Kommunen[\s\S]*Svar er ventet innen[\s\S]*Kan svare: Koordinator og Saksbehandler tjenester \(stedfortreder for Koordinator\)/);
    await expect.poll(() => main(coordinator), { timeout: 10_000 }).toMatch(/Forberedt av Arkitekt også/);
    await coordinator.getByRole("link", { name: "Les og avgjør" }).click();
    await coordinator.waitForURL(/decide$/);
    const form = coordinator.locator("#your-decision");
    await form.getByRole("radio", { name: "Godkjenn med vilkår", exact: true }).check();
    await form.locator("textarea[name=conditionText]").fill("Kostnadsoverslaget kontrolleres av en uavhengig rådgiver.");
    await form.locator("select[name=conditionRole]").selectOption("board");
    await form.locator("input[name=conditionDay]").fill("2027-06-01");
    await form.locator("input[name=authority]").fill("Delegert sak 214/26");
    // without saying that it is she: nothing happens, everything typed stands there, and the fault is at its field
    await form.evaluate((element: HTMLFormElement) => { element.noValidate = true; });
    await form.locator("button[type=submit]").last().click();
    await coordinator.locator("#presencePassword-fault").waitFor();
    await expect.poll(() => coordinator.getByRole("alert").innerText(), { timeout: 10_000 }).toContain("Du må bekrefte at det er deg");
    expect(await form.locator("textarea[name=conditionText]").inputValue()).toContain("uavhengig rådgiver");
    expect(await form.locator("input[name=authority]").inputValue()).toBe("Delegert sak 214/26");
    await sayHere(coordinator);
    await form.locator("button[type=submit]").last().click();
    await coordinator.waitForURL(/done=decided/);
    // the address changes a moment before the page does
    await coordinator.getByText("Godkjent med vilkår").first().waitFor();
    const page = await main(coordinator);
    expect(page).toContain("Bekreftet slik demoen gjør det, uten passord");
    expect(page).toMatch(/En godkjenning her er ikke et enkeltvedtak/);

    await parentC.goto(`${project}/journal`);
    const journal = await main(parentC);
    expect(journal).toMatch(/Erklærte seg inhabil i M15/);
    expect(journal).toMatch(/Avgjorde M15 .*: godkjent med vilkår/);
    expect(journal).not.toContain("uavhengig rådgiver");
    await leave(parentC, coordinator);
  });

  test("[M30] she withdraws it with a reason; everybody sees why, and it can be submitted again", async () => {
    const coordinator = await enterAs(browser, server, "Koordinator", refused);
    await coordinator.goto(`${project}/milestones/M15`);
    await coordinator.getByText("Andre valg").click();
    await coordinator.getByRole("link", { name: "Trekk tilbake godkjenningen" }).click();
    await coordinator.waitForURL(/turn\/withdrawn$/);
    await coordinator.locator("[name=reason]").fill("Rammen er endret i budsjettet.");
    await sayHere(coordinator);
    await coordinator.getByRole("button", { name: "Trekk tilbake godkjenningen" }).click();
    await coordinator.getByText("Godkjenningen er trukket tilbake.").waitFor();
    const parent = await enterAs(browser, server, "Forelder A", refused);
    await parent.goto(`${project}/milestones/M15`);
    await expect.poll(() => main(parent), { timeout: 10_000 }).toMatch(/Gjenåpnet[\s\S]*Rammen er endret i budsjettet\./);
    await parent.getByRole("link", { name: "Send til godkjenning" }).waitFor();
    await parent.goto(`${project}/journal`);
    await expect.poll(() => main(parent), { timeout: 10_000 }).toMatch(/Trakk tilbake godkjenningen av M15/);
    expect(await main(parent)).not.toContain("Rammen er endret");
    await leave(coordinator, parent);
  });

  test("[M38] without any script a deputy answers in the coordinator's place, and both names stand there", async () => {
    const parent = await enterAs(browser, server, "Forelder A", refused);
    await parent.goto(`${project}/milestones/M15/submit`);
    await parent.locator("main form button[type=submit]").last().click();
    await parent.waitForURL(/done=submitted/);
    const deputy = await openPage(await openWindow(browser, server, { javaScriptEnabled: false }), server, refused);
    await deputy.goto(demoPeople(server).find((each) => each.name === "Saksbehandler tjenester")?.address ?? "");
    await deputy.goto(`${project}/milestones/M15/decide`);
    await expect.poll(() => main(deputy), { timeout: 10_000 }).toContain("Du svarer i stedet for Koordinator");
    await deputy.getByLabel("Godkjenn", { exact: true }).check();
    await deputy.locator("[name=authority]").fill("Delegert sak 215/26");
    await sayHere(deputy);
    await deputy.getByRole("button", { name: "Registrer avgjørelsen" }).click();
    await expect.poll(() => main(deputy), { timeout: 10_000 }).toContain("Avgjørelsen er registrert.");
    await parent.goto(`${project}/milestones/M15`);
    await expect.poll(() => main(parent), { timeout: 10_000 }).toContain("Saksbehandler tjenester i stedet for Koordinator");
    await leave(parent, deputy);
  });

  test("[M31] a wrong record is set aside with a reason and registered again; the old one can still be read", async () => {
    const coordinator = await enterAs(browser, server, "Koordinator", refused);
    await coordinator.goto(`${project}/milestones/M07/turn/reopened`);
    await coordinator.locator("[name=reason]").fill("Saksnummeret var feil.");
    await coordinator.getByRole("button", { name: "Gjenåpne milepælen" }).click();
    await coordinator.waitForURL(/done=reopened/);
    await coordinator.getByRole("link", { name: "Registrer avgjørelsen" }).click();
    await coordinator.locator("[name=day]").fill("2025-12-16");
    await coordinator.locator("[name=caseNumber]").fill("sak 99/25");
    await coordinator.locator("[name=documentReference]").fill("25/0877-14");
    await coordinator.getByRole("button", { name: "Registrer", exact: true }).click();
    await coordinator.waitForURL(/done=recorded/);
    await expect.poll(() => main(coordinator), { timeout: 10_000 }).toMatch(/sak 99\/25[\s\S]*25\/0877-14[\s\S]*Registrert før, gjelder ikke lenger[\s\S]*sak 98\/25/);
    await leave(coordinator);
  });

  test("[M38] a deputy is named under People, and ended", async () => {
    const parent = await enterAs(browser, server, "Forelder B", refused);
    await parent.goto(`${project}/people`);
    await parent.getByRole("link", { name: "Stedfortredere for dem som avgjør" }).click();
    await parent.waitForURL(/people\/deputies$/);
    await expect.poll(() => main(parent), { timeout: 10_000 }).toMatch(/Har ingen stedfortreder: .*Forelder B/);
    await parent.locator("[name=holder]").selectOption({ label: "Forelder B, styremedlem" });
    await parent.locator("[name=deputy]").selectOption({ label: "Forelder E, forelder eller pårørende" });
    await parent.locator("[name=toDay]").fill("2026-01-01");
    await parent.getByRole("button", { name: "Utpek stedfortreder" }).click();
    await parent.locator("#toDay-fault").waitFor();
    await parent.locator("[name=toDay]").fill("2027-12-31");
    await parent.getByRole("button", { name: "Utpek stedfortreder" }).click();
    await parent.getByText("Stedfortrederen er utpekt.").waitFor();
    await parent.locator("li", { hasText: "Forelder E for Forelder B" }).getByRole("button").click();
    await parent.getByText("Stedfortredelsen er avsluttet.").waitFor();
    await leave(parent);
  });
});

describe("the pages of approvals", () => {
  let server: RunningServer;
  beforeAll(async () => void (server = await startServer()));
  afterAll(() => server.close());

  test.each(languages)("[U2] axe finds nothing in %s, and 320 px are wide enough", async (language) => {
    const page = await enterAs(browser, server, "Koordinator", refused);
    const href = await page.locator('main a[href^="/projects/"]').first().getAttribute("href");
    const project = /^\/projects\/[^/]+/.exec(href ?? "")?.[0] ?? "";
    await page.evaluate((body) => fetch("/preferences", { method: "POST", body: new URLSearchParams(body) }), { language, colourScheme: "light" });
    for (const path of ["milestones/M15", "milestones/M15/decide", "milestones/M10/turn/withdrawn", "milestones/M07/turn/reopened", "milestones/M18/turn/postponed", "milestones/M15/disqualification", "people/deputies"]) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${project}/${path}`);
      await page.locator("details").evaluateAll((all) => { for (const each of all) (each as HTMLDetailsElement).open = !each.classList.contains("choices"); });
      expect(await axeFindings(page), `${path} wide`).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflowOf(page), `${path} at 320 px`).toBeLessThanOrEqual(0);
    }
    expect(page.faults).toEqual([]);
    await page.context().close();
  });
});
