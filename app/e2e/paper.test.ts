// The case paper of a milestone in a real browser: a coordinator comes to it from the milestone, reads, prints and downloads it; a stranger finds nothing.
import { readFileSync } from "node:fs";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../domain/preference";
import { axeFindings, overflowOf } from "./axe";
import { enterAs, launchBrowser, openPage, openWindow } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
let project: string;
const main = async (page: Page) => (await page.locator("main").innerText()).replace(/\u00a0/g, " ");

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const page = await enterAs(browser, server, "Koordinator");
  const first = (await page.locator('main a[href^="/projects/"]').first().getAttribute("href")) ?? "";
  project = /^\/projects\/[^/]+/.exec(first)?.[0] ?? "";
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test("[M90, M91] a coordinator anchors a milestone, opens its case paper, and takes it along as PDF and DOCX, the same bytes each time", async () => {
  const page = await enterAs(browser, server, "Koordinator");
  await page.goto(`${project}/milestones/M10/anchoring`);
  await page.locator("select[name=target]").selectOption({ index: 1 });
  await page.locator("textarea[name=justification]").last().fill("Avtalen gir gruppa og kommunen samme plan.");
  await page.getByRole("button", { name: "Lagre begrunnelsen" }).last().click();
  await expect.poll(() => main(page), { timeout: 10_000 }).toContain("Begrunnelsen er lagret");
  await page.goto(`${project}/milestones/M10`);
  await page.getByRole("link", { name: "Saksframlegg", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /^Saksframlegg: M10 / }).waitFor();
  const shown = await main(page);
  for (const words of ["ikke et enkeltvedtak", "Forankret i kommunens plan", "Avtalen gir gruppa og kommunen samme plan.", "Dette er sendt inn", "Hva den bygger på", "Avgjørelser", "Fullmakt", "Gjelder godkjenningen nå?"]) expect(shown).toContain(words);
  const get = async (name: RegExp): Promise<Download> => (await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]))[0];
  for (const [name, format, start] of [[/PDF/, "pdf", "%PDF-"], [/Word/, "docx", "PK"]] as const) {
    const [one, other] = [await get(name), await get(name)];
    expect(one.suggestedFilename()).toBe(`saksframlegg-m10.${format}`);
    const bytes = readFileSync(await one.path());
    expect(bytes.toString("latin1").startsWith(start)).toBe(true);
    expect(readFileSync(await other.path()).equals(bytes)).toBe(true);
  }
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test("[M90] it is read in every language, on a phone, without script, and on paper without buttons", async () => {
  const page = await enterAs(browser, server, "Koordinator");
  for (const language of languages) {
    await page.evaluate((form) => fetch("/preferences", { method: "POST", body: new URLSearchParams(form) }), { language, colourScheme: "light" });
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${project}/milestones/M10/paper`);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect([language, width, await overflowOf(page), await axeFindings(page)]).toEqual([language, width, 0, []]);
    }
  }
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".document-actions").isVisible()).toBe(false);
  expect(await page.locator("main table").first().isVisible()).toBe(true);
  expect(page.faults).toEqual([]);
  const still = await openPage(await openWindow(browser, server, { javaScriptEnabled: false, storageState: await page.context().storageState() }), server);
  await still.goto(`${project}/milestones/M10/paper`);
  expect(await still.locator("main h2").count()).toBeGreaterThan(6);
  await still.context().close();
  await page.context().close();
});

test("[M92, X1] whoever sees only a summary has no link and no paper; a stranger gets 404 for the page and the files", async () => {
  const observer = await enterAs(browser, server, "Observatør", [/status of 403/]);
  await observer.goto(`${project}/milestones/M10`);
  expect(await observer.getByRole("link", { name: "Saksframlegg", exact: true }).count()).toBe(0);
  expect((await observer.goto(`${project}/milestones/M10/paper`))?.status()).toBe(403);
  await observer.context().close();
  const stranger = await enterAs(browser, server, "Administrator i kommunen", [/status of 404/]);
  expect((await stranger.goto(`${project}/milestones/M10/paper`))?.status()).toBe(404);
  for (const format of ["pdf", "docx", "odt"]) expect([format, (await stranger.request.get(`${server.url}${project}/milestones/M10/paper/${format}`)).status()]).toEqual([format, 404]);
  expect(stranger.faults).toEqual([]);
  await stranger.context().close();
});
