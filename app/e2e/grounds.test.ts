// What a milestone stands on, by real people in real browsers: stated where it is known, refused at its field, and a deed that cannot be done yet.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../domain/preference";
import { axeFindings, overflowOf } from "./axe";
import { demoPeople, enterAs, launchBrowser, openPage, openWindow, type WatchedPage } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
let project: string;
const refused = [/status of (403|409|422)/];
const main = (page: Page) => page.locator("main").innerText();

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

test("[M53, M57, U5] without script: what is known is stated, and what is no number comes back at its field as it was typed", async () => {
  const board = await withoutScript("Forelder B");
  await board.goto(`${project}/milestones/M21`);
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Fellesgjelden kan være høyst 75 prosent. Ingen har ført opp hvor stor den er.");
  await board.goto(`${project}/milestones/M21/grounds`);
  const row = board.locator("#debtShare");
  await row.locator("summary").click();
  await row.getByLabel("Svar").fill("sytti");
  await row.getByLabel(/Hvor kommer det fra/).fill("Finansieringsplanen, utkast 3.");
  await row.getByRole("button", { name: "Lagre" }).click();
  await expect.poll(() => board.getByRole("alert").innerText(), { timeout: 10_000 }).toContain("Svar");
  const value = board.locator("#value");
  expect([await value.inputValue(), await value.getAttribute("aria-invalid")]).toEqual(["sytti", "true"]);
  expect(await row.getByLabel(/Hvor kommer det fra/).inputValue()).toBe("Finansieringsplanen, utkast 3.");
  await value.fill("80");
  await row.getByRole("button", { name: "Lagre" }).click();
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Det er ført opp.");
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Fellesgjelden er 80 prosent. Høyst 75 er lov.");
  await row.locator("summary").click();
  await row.getByLabel("Svar").fill("70,5");
  await row.getByRole("button", { name: "Lagre" }).click();
  expect(await row.innerText()).toMatch(/70,5 prosent[\s\S]*Ført opp av Forelder B, styremedlem/);
  expect(await main(board)).not.toMatch(/Mangler\s+Fellesgjelden/);

  // a count of people is for those who work with it; the others are told that it is known
  await board.goto(`${project}/milestones/M17/grounds`);
  expect(await board.locator("#householdsClarified").innerText()).toContain("Tallet vises bare for dem i kommunen som arbeider med det.");
  expect(await board.locator("#householdsClarified").innerText()).not.toContain("7");
  const coordinator = await withoutScript("Koordinator");
  await coordinator.goto(`${project}/milestones/M17/grounds`);
  expect(await coordinator.locator("#householdsClarified").innerText()).toContain("7 av 10");
  expect([...board.faults, ...coordinator.faults]).toEqual([]);
  for (const page of [board, coordinator]) await page.context().close();
});

test("[M50, M51] building cannot be recorded as begun: the page says what is missing and whose it is, and keeps what was typed", async () => {
  const coordinator = await withoutScript("Koordinator");
  await coordinator.goto(`${project}/milestones/M28/record`);
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Dette kan ikke godkjennes eller registreres før alt som mangler, er på plass.");
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toMatch(/M20 Tilsagn fra Husbanken må være på plass først\.[\s\S]*kommunen/);
  await coordinator.locator("[name=note]").fill("Første spadetak.");
  await coordinator.locator("[name=day]").fill("2026-11-02");
  await coordinator.getByRole("button", { name: /^Registrer/ }).click();
  expect(await coordinator.getByRole("alert").innerText()).not.toBe("");
  expect(await coordinator.locator("[name=note]").inputValue()).toBe("Første spadetak.");
  expect(await coordinator.locator("[name=day]").inputValue()).toBe("2026-11-02");
  await coordinator.goto(`${project}/milestones/M28`);
  expect(await main(coordinator)).not.toContain("Første spadetak.");
  expect(coordinator.faults).toEqual([]);
  await coordinator.context().close();
});

test.each(languages)("[U2] the page of grounds is whole in %s, on a phone too, and axe finds nothing", async (language) => {
  const page = await enterAs(browser, server, "Forelder A");
  await page.evaluate((body) => fetch("/preferences", { method: "POST", body: new URLSearchParams(body) }), { language, colourScheme: "light" });
  await page.goto(`${project}/milestones/M21/grounds`);
  await expect.poll(() => page.locator("html").getAttribute("lang")).toBe(language);
  // every form open, as when one is at work
  for (const form of await page.locator(".fact-row summary").all()) await form.click();
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowOf(page)).toBe(0);
  expect(page.faults).toEqual([]);
  await page.context().close();
});
