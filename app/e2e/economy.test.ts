// The economy in a real browser: two people in different cells, a block from a spreadsheet, undo, and what a home costs, two taps from the front.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages, preferenceCookies } from "../domain/preference";
import { wordsIn } from "../words";
import { axeFindings, overflowOf } from "./axe";
import { enterAs, launchBrowser, type WatchedPage } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
const { economy, financing, project } = wordsIn("nb");
const { page: say } = financing;
const main = (page: WatchedPage) => page.locator("main").innerText();
const kr = (amount: string) => amount.replaceAll(" ", "\u00a0");

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function economyOf(name: string, allowed: readonly RegExp[] = []): Promise<WatchedPage> {
  const page = await enterAs(browser, server, name, allowed);
  await page.waitForURL(/\/projects\/[^/]+$/);
  await page.getByRole("link", { name: project.frame.economy, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: economy.title }).waitFor();
  return page;
}

async function writing(name: string): Promise<WatchedPage> {
  const page = await economyOf(name);
  await page.getByRole("link", { name: economy.write }).click();
  await page.getByText(wordsIn("nb").writing.saving.stored, { exact: true }).waitFor({ timeout: 30_000 });
  return page;
}
const cell = (page: WatchedPage, name: string) => page.locator(`[id="${name}"]`);
const balance = (page: WatchedPage) => page.locator("[data-balance] dd").innerText();
const stored = (page: WatchedPage) => page.locator(".save-line[data-state=stored]").waitFor({ timeout: 20_000 });

describe("[F48, F49] the page of the economy", () => {
  test("a parent on a phone finds what a home costs a month, one tap from the front page", async () => {
    const page = await enterAs(browser, server, "Forelder D");
    await page.setViewportSize({ width: 360, height: 740 });
    await page.waitForURL(/\/projects\/[^/]+$/);
    await page.getByRole("link", { name: project.frame.economy, exact: true }).click();
    await page.getByRole("heading", { name: say.month }).waitFor();
    expect(await main(page)).toContain(kr("12 266 kr"));
    expect(await main(page)).toContain(kr("14 720 kr"));
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    // the figure asked for is seen without scrolling the table
    const box = await page.getByRole("cell", { name: kr("12 266 kr") }).first().boundingBox();
    expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    expect(page.faults).toEqual([]);
    await page.context().close();
  });

  test("every what-if has its line, and a role that may not read the economy finds no page", async () => {
    const page = await economyOf("Koordinator");
    expect(await page.getByRole("row").filter({ hasText: economy.scenario.vatLost }).innerText()).toContain(kr("943 000 kr"));
    expect(await page.getByRole("link", { name: economy.write }).count()).toBe(0);
    const address = page.url();
    const other = await enterAs(browser, server, "Observatør", [/status of 404/]);
    await other.waitForURL(/\/projects\/[^/]+$/);
    expect(await other.getByRole("link", { name: project.frame.economy, exact: true }).count()).toBe(0);
    expect((await other.goto(address))?.status()).toBe(404);
    await other.context().close();
    expect(page.faults).toEqual([]);
    await page.context().close();
  });

  test.each(languages)("axe finds nothing in %s, light or dark, where it is read and where it is written, and 320 px is wide enough", async (language) => {
    const page = await writing("Forelder B");
    const write = page.url();
    await page.context().addCookies([{ name: preferenceCookies.language, value: language, url: server.url }]);
    for (const [colours, address] of [["light", write], ["dark", write], ["light", write.replace(/\/documents\/.*/, "/economy")]] as const) {
      await page.context().addCookies([{ name: preferenceCookies.colourScheme, value: colours, url: server.url }]);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(address);
      if (address === write) await cell(page, "uses/land/amount").waitFor();
      await page.waitForLoadState("networkidle");
      expect(await axeFindings(page), `${address} wide`).toEqual([]);
      expect(await overflowOf(page), `${address} at 1280 px`).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflowOf(page), `${address} at 320 px`).toBeLessThanOrEqual(0);
      expect(await axeFindings(page), `${address} narrow`).toEqual([]);
    }
    expect(page.faults).toEqual([]);
    await page.context().close();
  });
});

describe("[F49, D30, D36] writing together", () => {
  test("two people fill different cells, both see the same totals, and who is where", async () => {
    const [one, other] = [await writing("Forelder B"), await writing("Forelder A")];
    await cell(one, "uses/land/amount").fill("4 250 000");
    await expect.poll(() => balance(other), { timeout: 20_000 }).toBe(say.lacking(kr("250 000 kr")));
    await expect.poll(() => other.getByText(say.isHere("Forelder B")).count(), { timeout: 20_000 }).toBe(1);
    await cell(other, "sources/saved/amount").fill("1,1 mill");
    for (const page of [one, other]) await expect.poll(() => balance(page), { timeout: 20_000 }).toBe(say.balanced);
    await Promise.all([stored(one), stored(other)]);
    // undo takes back one's own only
    await one.getByRole("button", { name: say.undo }).click();
    await expect.poll(() => balance(other), { timeout: 20_000 }).toBe(say.over(kr("250 000 kr")));
    expect(await cell(one, "sources/saved/amount").inputValue()).toBe(kr("1 100 000"));
    await other.getByRole("button", { name: say.undo }).click();
    for (const page of [one, other]) await expect.poll(() => balance(page), { timeout: 20_000 }).toBe(say.balanced);
    await Promise.all([stored(one), stored(other)]);
    expect([one.faults, other.faults]).toEqual([[], []]);
    await Promise.all([one.context().close(), other.context().close()]);
  });

  test("[D35, D36, F8] keys, a block from a spreadsheet, and what cannot be read", async () => {
    const page = await writing("Forelder B");
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await cell(page, "uses/land/amount").click();
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("uses/build/amount");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("uses/build/vat");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe("uses/land/amount");
    await page.keyboard.type("fire millioner");
    await page.keyboard.press("Tab");
    await expect.poll(() => page.locator(".grid-fault").innerText()).toBe(financing.rules.unreadable({}));
    expect(await cell(page, "uses/land/amount").inputValue()).toBe("fire millioner");
    expect(await cell(page, "uses/land/amount").getAttribute("aria-invalid")).toBe("true");
    await cell(page, "uses/land/amount").click();
    await page.keyboard.type("5");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await cell(page, "uses/land/amount").inputValue()).toBe("fire millioner");
    await cell(page, "uses/land/amount").fill("4 000 000");
    await page.keyboard.press("Tab");
    await expect.poll(() => balance(page)).toBe(say.balanced);

    // a new row, and a block laid out from its first cell: one more row than there was
    const uses = page.getByRole("table", { name: financing.tables.uses });
    await page.locator(".grid-block").filter({ has: uses }).getByRole("button", { name: say.addRow }).click();
    await expect.poll(focused).toMatch(/^uses\/.+\/name$/);
    await page.evaluate((block) => {
      const data = new DataTransfer();
      data.setData("text/plain", block);
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, "Grunnundersøkelse\tProsjektering\t80 000\r\nSkilt\tAnnet\t20 000\r\n");
    await expect.poll(() => balance(page)).toBe(say.lacking(kr("100 000 kr")));
    expect(await uses.getByRole("row").count()).toBe(11);
    await expect.poll(() => page.getByRole("status").last().innerText()).toBe(say.pasted(6, 0));
    await page.getByRole("button", { name: say.takeRow("Skilt") }).click();
    await page.getByRole("button", { name: say.takeRow("Grunnundersøkelse") }).click();
    await expect.poll(() => balance(page)).toBe(say.balanced);
    await stored(page);
    expect(page.faults).toEqual([]);
    await page.context().close();
  });

  test("what is on the page of the economy after writing is what was written, and its version reads as a text", async () => {
    const page = await writing("Forelder B");
    await cell(page, "loans/joint/rate").fill("6 %");
    await stored(page);
    const monthly = await page.locator(".month-table tbody tr").first().innerText();
    expect(monthly).not.toContain(kr("12 266 kr"));
    await page.getByRole("link", { name: project.frame.economy, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: economy.title }).waitFor();
    expect(await page.locator(".month-table tbody tr").first().innerText()).toBe(monthly);
    await page.goto(page.url().replace(/\/economy$/, "") + (await page.getByRole("link", { name: economy.write }).getAttribute("href"))?.replace(/.*(\/documents\/.*)\/write$/, "$1"));
    await expect.poll(() => main(page)).toContain(kr("26 000 000 kr"));
    expect(await main(page)).toContain(kr("6 %"));
    expect(page.faults).toEqual([]);
    await page.context().close();
  });
});
