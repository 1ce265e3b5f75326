// "What do those who are going to live here say?" in real browsers: refused at its field, answered, read by whoever decides, and on the case paper.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../domain/preference";
import { axeFindings, overflowOf } from "./axe";
import { demoPeople, enterAs, launchBrowser, openPage, openWindow, sayHere, type WatchedPage } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
let project: string;
const refused = [/status of 422/];
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

test("[M59-M61, U5] without script: refused at its field with what was typed, then answered, decided on, and on the case paper", async () => {
  const coordinator = await withoutScript("Koordinator");
  await coordinator.goto(`${project}/milestones/M29/submit`);
  await coordinator.getByRole("checkbox", { name: "Prosjektplan" }).check();
  await coordinator.locator("[name=note]").fill("Alt går etter planen.");
  await coordinator.getByLabel("De er spurt", { exact: true }).check();
  await coordinator.locator("[name=voiceText]").fill("En har epilepsi og vil ha heis.");
  await coordinator.getByRole("button", { name: "Send inn" }).click();
  await expect.poll(() => coordinator.getByRole("alert").innerText(), { timeout: 10_000 }).toContain("Hva sier de?");
  const text = coordinator.locator("[name=voiceText]");
  expect([await text.inputValue(), await text.getAttribute("aria-invalid")]).toEqual(["En har epilepsi og vil ha heis.", "true"]);
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Ta bort ord om helse.");
  expect(await coordinator.locator("[name=voiceKind][value=heard]").isChecked()).toBe(true);
  expect(await coordinator.locator("[name=note]").inputValue()).toBe("Alt går etter planen.");
  await text.fill("Vi gleder oss til å flytte. Vi vil velge farge på døra selv.");
  await coordinator.getByRole("button", { name: "Send inn" }).click();
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Milepælen er sendt til godkjenning.");
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Vi vil velge farge på døra selv.");

  const board = await withoutScript("Forelder B");
  await board.goto(`${project}/milestones/M29/decide`);
  await expect.poll(() => main(board), { timeout: 10_000 }).toMatch(/Hva mener de som skal bo her\?\s+De som skal bo her, sier\s+Vi gleder oss til å flytte/);
  await board.getByRole("radio", { name: "Godkjenn", exact: true }).check();
  await board.locator("[name=authority]").fill("Styresak 11/26");
  await sayHere(board);
  await board.getByRole("button", { name: "Registrer avgjørelsen" }).click();
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Godkjenningen gjelder");
  await board.goto(`${project}/milestones/M29/paper`);
  await expect.poll(() => main(board), { timeout: 10_000 }).toMatch(/Hva mener de som skal bo her\?\s+De som skal bo her, sier:\s+Vi gleder oss til å flytte/);
  // it is nobody's who sees a summary only, and not in the journal
  await board.goto(`${project}/journal`);
  expect(await main(board)).not.toContain("gleder oss");
  const observer = await withoutScript("Observatør");
  await observer.goto(`${project}/milestones/M29`);
  expect(await main(observer)).not.toContain("gleder oss");
  expect([...coordinator.faults, ...board.faults, ...observer.faults]).toEqual([]);
  for (const page of [coordinator, board, observer]) await page.context().close();
});

test("[M59] an outside decision about homes asks too, and a reason is an answer", async () => {
  const board = await withoutScript("Forelder A");
  await board.goto(`${project}/milestones/M12`);
  await expect.poll(() => main(board), { timeout: 10_000 }).toMatch(/Hva mener de som skal bo her\? De er ikke spurt, fordi:\s+De fire tomtene er ikke vist fram ennå/);
  await board.goto(`${project}/milestones/M19/record`);
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Hva mener de som skal bo her?");
  await board.goto(`${project}/milestones/M20`);
  const page = await enterAs(browser, server, "Koordinator");
  await page.goto(`${project}/milestones/M20/record`);
  await page.locator("[name=day]").waitFor();
  expect(await page.locator("[name=voiceText]").count()).toBe(0);
  for (const each of [board, page]) {
    expect(each.faults).toEqual([]);
    await each.context().close();
  }
});

test.each(languages)("[U2] the forms are whole in %s, on a phone too, and axe finds nothing", async (language) => {
  const page = await enterAs(browser, server, "Forelder A");
  await page.evaluate((body) => fetch("/preferences", { method: "POST", body: new URLSearchParams(body) }), { language, colourScheme: "light" });
  for (const address of [`${project}/milestones/M21/submit`, `${project}/milestones/M19/record`, `${project}/milestones/M21/days`]) {
    await page.goto(address);
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe(language);
    expect([address, await axeFindings(page)]).toEqual([address, []]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect([address, await overflowOf(page)]).toEqual([address, 0]);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test("[M9, U5] days are changed on a page of their own, without script, and a wrong one comes back as it was typed", async () => {
  const coordinator = await withoutScript("Koordinator");
  await coordinator.goto(`${project}/milestones/M30`);
  await coordinator.locator("summary", { hasText: "Andre valg" }).click();
  await coordinator.getByRole("link", { name: "Endre datoer" }).click();
  await coordinator.locator("[name=plannedDay]").fill("2029-05-25");
  await coordinator.locator("[name=expectedDay]").evaluate((field) => { (field as HTMLInputElement).type = "text"; });
  await coordinator.locator("[name=expectedDay]").fill("i juni");
  await coordinator.getByRole("button", { name: "Lagre datoene" }).click();
  expect(await coordinator.locator("[name=expectedDay]").getAttribute("aria-invalid")).toBe("true");
  expect(await coordinator.locator("[name=plannedDay]").inputValue()).toBe("2029-05-25");
  await coordinator.locator("[name=expectedDay]").fill("2029-06-08");
  await coordinator.getByRole("button", { name: "Lagre datoene" }).click();
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Datoene er lagret.");
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("08.06.2029");
  // nobody else's to change
  const parent = await openPage(await openWindow(browser, server, { javaScriptEnabled: false }), server, [/status of 403/]);
  await parent.goto(demoPeople(server).find((each) => each.name === "Forelder D")?.address ?? "");
  expect((await parent.goto(`${project}/milestones/M30/days`))?.status()).toBe(403);
  expect([...coordinator.faults, ...parent.faults]).toEqual([]);
  for (const page of [coordinator, parent]) await page.context().close();
});
