// Changing the template in real browsers: a milestone's name without any script, and the switch of model by two people, one on each side.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings, overflowOf } from "./axe";
import { demoPeople, enterAs, launchBrowser, openPage, openWindow, sayHere, type WatchedPage } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
let project: string;
/** A refused form is an error to the browser's console, and here it is meant. */
const refused = [/status of (409|422|403)/];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const page = await enterAs(browser, server, "Forelder A");
  project = /^\/projects\/[^/]+/.exec((await page.locator('main a[href^="/projects/"]').first().getAttribute("href")) ?? "")?.[0] ?? "";
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function withoutScript(name: string): Promise<WatchedPage> {
  const page = await openPage(await openWindow(browser, server, { javaScriptEnabled: false }), server, refused);
  await page.goto(demoPeople(server).find((each) => each.name === name)?.address ?? "");
  return page;
}
const main = (page: Page) => page.locator("main").innerText();

test("[M66, U5] without any script: a milestone gets another name, and nothing typed is lost when it is refused", async () => {
  const coordinator = await withoutScript("Koordinator");
  await coordinator.goto(`${project}/milestones/edit`);
  await coordinator.getByRole("link", { name: /^Endre M38 / }).click();
  await coordinator.locator("[name=title]").fill("Første samling for alle");
  for (const box of await coordinator.locator("[name=preparedBy]:checked").all()) await box.uncheck();
  await coordinator.getByRole("button", { name: "Lagre" }).click();
  await expect.poll(() => coordinator.getByRole("alert").innerText(), { timeout: 10_000 }).toContain("Hvem forbereder den?");
  expect(await coordinator.locator("[name=title]").inputValue()).toBe("Første samling for alle");
  await coordinator.locator("[name=preparedBy][value=board]").check();
  await coordinator.getByRole("button", { name: "Lagre" }).click();
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Endringen er lagret.");
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Endret: navn");
  await coordinator.goto(`${project}/milestones/M38`);
  expect(await coordinator.locator("h1").innerText()).toContain("Første samling for alle");
  expect(coordinator.faults).toEqual([]);
  await coordinator.context().close();
});

test("[M74-M77, U5] the board proposes the other model without script, and the coordinator sees what it changes and confirms", async () => {
  const board = await withoutScript("Forelder A");
  await board.goto(`${project}/milestones/edit`);
  await board.getByRole("link", { name: "Bytt modell" }).click();
  await expect.poll(() => main(board), { timeout: 10_000 }).toMatch(/milepæler endres/);
  await board.locator("[name=reason]").fill("Gruppa vil bygge selv.");
  await sayHere(board);
  await board.getByRole("button", { name: /^Foreslå: / }).click();
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Forslaget er sendt til den andre siden.");
  expect(await board.getByRole("button", { name: /^Bekreft: / }).count()).toBe(0);

  const coordinator = await enterAs(browser, server, "Koordinator", refused);
  await coordinator.goto(project);
  await coordinator.getByRole("link", { name: "Bytte av modell" }).click();
  await coordinator.getByText("Grunn: Gruppa vil bygge selv.").waitFor();
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("M26");
  expect(await axeFindings(coordinator)).toEqual([]);
  await coordinator.setViewportSize({ width: 320, height: 700 });
  expect(await overflowOf(coordinator)).toBe(0);
  await sayHere(coordinator);
  await coordinator.getByRole("button", { name: /^Bekreft: / }).click();
  await coordinator.getByText("Prosjektet har byttet modell.").waitFor();
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Nå: Gruppa bygger selv (egen regi)");
  await coordinator.goto(`${project}/journal`);
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Bekreftet at prosjektet går over til egen regi");
  expect([...board.faults, ...coordinator.faults]).toEqual([]);
});
