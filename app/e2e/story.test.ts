// The main job, whole: two people write the same paragraph, one goes offline and comes back, the plan is submitted, sent back, approved,
// edited again, and approved again, each in a browser of their own.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabases } from "../../db/testing";
import { enterAs, launchBrowser, sayHere, type WatchedPage } from "./browser";
import { startServer, type RunningServer } from "./harness";

/** A connection that is taken away is an error to the browser, and here it is meant. */
const offlineNoise = [/ERR_INTERNET_DISCONNECTED/, /WebSocket connection to .* failed/];

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

describe.each(testDatabases)("on %s", (database) => {
  let server: RunningServer;
  beforeAll(async () => void (server = await startServer({ database })));
  afterAll(() => server.close());

  test("[M1] a parent and a coordinator write one plan, and exactly that text is approved", async () => {
    const parent = await enterAs(browser, server, "Forelder A", offlineNoise);
    const coordinator = await enterAs(browser, server, "Koordinator", offlineNoise);
    const project = await projectOf(parent);
    const plan = await hrefOf(parent, 'a[href*="/documents/"]');

    // both write in the same paragraph at once
    await Promise.all([openEditor(parent, plan), openEditor(coordinator, plan)]);
    await Promise.all([standAtEnd(parent), standAtEnd(coordinator)]);
    await Promise.all([parent.keyboard.type(" Foreldrene skriver.", { delay: 10 }), coordinator.keyboard.type(" Kommunen skriver.", { delay: 10 })]);
    await Promise.all([saved(parent), saved(coordinator)]);
    await expect.poll(async () => (await textOf(parent)) === (await textOf(coordinator))).toBe(true);

    // one is offline and writes on; what they wrote comes to the other when they are back
    await parent.context().setOffline(true);
    await parent.keyboard.type(" Skrevet uten nett.");
    await parent.locator(".save-line", { hasText: "Frakoblet. Endringene dine ligger på denne enheten" }).waitFor();
    await parent.context().setOffline(false);
    await saved(parent);
    await coordinator.locator("#text").getByText("Skrevet uten nett.").waitFor();

    // the demo has M15 with the municipality already: it is sent back, and submitted again with the text as it is now
    await decide(coordinator, project, "Send tilbake med merknad", { remark: "Skriv hvem som varsler hvem." });
    await parent.goto(`${project}/milestones/M15`);
    await parent.getByText("Skriv hvem som varsler hvem.").first().waitFor();
    await submit(parent, project);

    // the coordinator reads that very text and approves it with a condition; the one who submitted has no such page
    await parent.goto(`${project}/milestones/M15`);
    expect(await parent.locator('a[href$="/decide"]').count()).toBe(0);
    await coordinator.goto(`${project}/milestones/M15/decide`);
    await coordinator.getByText("Skrevet uten nett.").first().waitFor();
    await decide(coordinator, project, "Godkjenn med vilkår", { authority: "Delegert sak 12/26", condition: "Kostnadsoverslaget kontrolleres av en uavhengig rådgiver." });
    await parent.goto(`${project}/milestones/M15`);
    await parent.getByText("Godkjent med vilkår").first().waitFor();
    expect(await parent.locator("main").innerText()).toContain("Delegert sak 12/26");

    // the document lives on: the milestone says that it has moved, shows the difference, and lets them ask again
    await openEditor(parent, plan);
    await standAtEnd(parent);
    await parent.keyboard.type(" En setning til.");
    await saved(parent);
    await coordinator.goto(`${project}/milestones/M15`);
    await coordinator.locator("ins", { hasText: "En setning til." }).waitFor();
    await submit(parent, project);
    await coordinator.goto(`${project}/milestones/M15/decide`);
    await coordinator.locator("ins", { hasText: "En setning til." }).waitFor();
    await decide(coordinator, project, "Godkjenn", { authority: "Delegert sak 12/26" });
    await coordinator.goto(`${project}/milestones/M15`);
    expect(await coordinator.locator("ins").count()).toBe(0);

    // and all of it stands in the journal, in words, on a whole chain
    await parent.goto(`${project}/journal`);
    const journal = await parent.locator("main").innerText();
    for (const sentence of [/Avgjorde M15 .*: sendt tilbake/, /Sendte inn M15 .* på nytt/, /Avgjorde M15 .*: godkjent med vilkår/, /«Prosjektplan» er endret, så godkjenningen av M15/]) {
      expect(journal).toMatch(sentence);
    }
    expect(journal).not.toContain("Skriv hvem som varsler hvem.");
    for (const page of [parent, coordinator]) {
      expect(page.faults).toEqual([]);
      await page.context().close();
    }
  });
});

async function projectOf(page: WatchedPage): Promise<string> {
  if (!/\/projects\/./.test(page.url())) await page.locator('a[href^="/projects/"]').first().click();
  await page.waitForURL(/\/projects\/[^/]+$/);
  return new URL(page.url()).pathname;
}

async function hrefOf(page: Page, selector: string): Promise<string> {
  const href = await page.locator(selector).first().getAttribute("href");
  return /^\/projects\/[^/]+\/documents\/[^/]+/.exec(href ?? "")?.[0] ?? "";
}

async function openEditor(page: Page, plan: string): Promise<void> {
  await page.goto(`${plan}/write`);
  await page.locator("#text").waitFor();
  await saved(page);
}

async function standAtEnd(page: Page): Promise<void> {
  await page.locator('#text h2:has-text("13. Når noe endrer seg") + p').click();
  await page.keyboard.press("End");
}

async function saved(page: Page): Promise<void> {
  await page.locator(".save-line", { hasText: "Lagret" }).waitFor();
}

async function textOf(page: Page): Promise<string> {
  return page.locator("#text").evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    copy.querySelectorAll(".other-caret, .ProseMirror-separator").forEach((each) => each.remove());
    return copy.textContent ?? "";
  });
}

async function submit(page: Page, project: string): Promise<void> {
  await page.goto(`${project}/milestones/M15/submit`);
  const plan = page.getByRole("checkbox", { name: /Prosjektplan/ });
  if ((await plan.count()) > 0) await plan.check();
  await page.locator("main form button[type=submit]").last().click();
  await page.waitForURL(/milestones\/M15\?done=submitted/);
}

type Said = { readonly authority?: string; readonly remark?: string; readonly condition?: string };

async function decide(page: Page, project: string, answer: string, said: Said): Promise<void> {
  await page.goto(`${project}/milestones/M15/decide`);
  const form = page.locator("#your-decision");
  await form.getByRole("radio", { name: answer, exact: true }).check();
  if (said.condition) {
    await form.locator("textarea[name=conditionText]").first().fill(said.condition);
    await form.locator("select[name=conditionRole]").first().selectOption("board");
    await form.locator("input[name=conditionDay]").first().fill("2027-06-01");
  }
  if (said.authority) await form.locator("input[name=authority]").fill(said.authority);
  if (said.remark) await form.locator("textarea[name=remark]").fill(said.remark);
  await sayHere(page);
  await form.locator("button[type=submit]").last().click();
  await page.waitForURL(/milestones\/M15\?done=decided/);
}
