// The power goes while two people type in two browsers: what either page had called saved, or had shown of the other's, is still there.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabases } from "../../db/testing";
import { enterAs, launchBrowser } from "./browser";
import { startServer, type RunningServer } from "./harness";

const rounds = 4;
/** A server that is gone is an error to the browser, and here it is meant. */
const goneNoise = [/ERR_CONNECTION/, /ERR_EMPTY_RESPONSE/, /WebSocket connection to .* failed/, /Failed to load resource/, /Failed to fetch/];

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

describe.each(testDatabases)("on %s", (database) => {
  let server: RunningServer;
  beforeAll(async () => void (server = await startServer({ database })));
  afterAll(() => server.close());

  test(`[D10] killed ${rounds} times, nothing called saved or seen by the other is gone`, async () => {
    const one = await enterAs(browser, server, "Forelder A", goneNoise);
    const other = await enterAs(browser, server, "Koordinator", goneNoise);
    if (!/\/projects\/./.test(one.url())) await one.locator('a[href^="/projects/"]').first().click();
    const plan = /^\/projects\/[^/]+\/documents\/[^/]+/.exec((await one.locator('a[href*="/documents/"]').first().getAttribute("href")) ?? "")?.[0] ?? "";
    for (const [page, heading] of [[one, "6. Tomt og plan"], [other, "10. Samarbeidsavtale"]] as const) {
      await page.goto(`${plan}/write`);
      await saved(page);
      await page.locator(`#text h2:has-text("${heading}") + p`).click();
      await page.keyboard.press("End");
    }
    const promised = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      await Promise.all([typeWords(one, `A${round}`), typeWords(other, `K${round}`)]);
      // read in one go, at whatever moment it is: the page's word on saving, and what it shows of the other
      const [mine, theirs] = await Promise.all([promiseOf(one, `A${round}`, `K${round}`), promiseOf(other, `K${round}`, `A${round}`)]);
      await server.kill();
      for (const word of [...mine, ...theirs]) promised.add(word);
      await server.start();
      const reader = await enterAs(browser, server, "Forelder C", goneNoise);
      await reader.goto(plan);
      const text = await reader.locator("article").innerText();
      expect([...promised].filter((word) => !text.includes(word))).toEqual([]);
      await reader.context().close();
      await Promise.all([saved(one), saved(other)]);
    }
    // and in the end both have everything either wrote
    for (const page of [one, other]) {
      for (let round = 0; round < rounds; round += 1) {
        await page.locator("#text", { hasText: `A${round}w11` }).waitFor();
        await page.locator("#text", { hasText: `K${round}w11` }).waitFor();
      }
    }
    expect(promised.size).toBeGreaterThan(rounds);
    for (const page of [one, other]) {
      expect(page.faults).toEqual([]);
      await page.context().close();
    }
  }, 240_000);
});

async function typeWords(page: Page, name: string): Promise<void> {
  for (let word = 0; word < 12; word += 1) await page.keyboard.type(` ${name}w${word}.`);
}

async function saved(page: Page): Promise<void> {
  await page.locator(".save-line", { hasText: "Lagret" }).waitFor();
}

/** The words this page has promised: its own when it says they are saved, and the other's as soon as it shows them. */
async function promiseOf(page: Page, own: string, theirs: string): Promise<string[]> {
  return page.evaluate(([own, theirs]) => {
    // block by block: the number of the next heading is no part of a word that is still on its way
    const text = [...document.querySelectorAll("#text p")].map((each) => each.textContent).join("\n");
    const isSaved = document.querySelector(".save-line")?.textContent?.includes("Lagret") ?? false;
    return (text.match(/[AK]\d+w\d+\./g) ?? []).filter((word) => (isSaved && word.startsWith(`${own}w`)) || word.startsWith(`${theirs}w`));
  }, [own, theirs] as const);
}
