// The words of a page come with the page: named in it, fetched with the code of the next, and waited for.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wordsIn } from "../words";
import { demoPeople, launchBrowser, openPage, openWindow, type WatchedPage } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => void ([server, browser] = await Promise.all([startServer(), launchBrowser()])));
afterAll(async () => void (await Promise.all([browser.close(), server.close()])));

const say = wordsIn("en");

/** As they are fetched: "en-every-page", "en-front". */
async function enter(allowed: readonly RegExp[] = []): Promise<{ page: WatchedPage; fetched: string[] }> {
  const page = await openPage(await openWindow(browser, server, { locale: "en-GB" }), server, allowed);
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(...wordsNamed(request.url())));
  await page.goto(demoPeople(server).find((each) => each.name === "Forelder A")?.address ?? "");
  fetched.length = 0;
  await page.goto("/account");
  await awake(page);
  return { page, fetched };
}

function wordsNamed(text: string): string[] {
  return [...text.matchAll(/\/words-(\w\w-[\w-]+?)-.{8}\.js/g)].map((match) => match[1] ?? "");
}

/** Somebody in one project only is sent on to it. */
async function toProject(page: Page): Promise<void> {
  await page.getByRole("link", { name: say.shell.projects, exact: true }).click();
  await page.getByRole("navigation", { name: say.project.frame.navigation }).waitFor();
}

async function awake(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document.querySelector("main") ?? {}).some((key) => key.startsWith("__react")));
}

test("[U5] a page names the words it wakes with, fetches those only, and a click fetches what the next page adds", async () => {
  const { page, fetched } = await enter();
  expect(fetched.sort()).toEqual(["en-account", "en-every-page", "en-notices"]);
  expect(wordsNamed(await (await page.request.get("/account", { headers: { "Accept-Language": "en" } })).text()).sort()).toEqual(["en-account", "en-every-page", "en-notices"]);
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  fetched.length = 0;
  await toProject(page);
  await page.getByRole("navigation", { name: say.project.frame.navigation }).getByRole("link", { name: say.project.frame.policy }).click();
  await page.getByRole("heading", { name: say.policy.title }).waitFor();
  expect([...new Set(fetched)].sort()).toEqual(["en-clocks", "en-front", "en-journal", "en-milestones", "en-policy", "en-project"]);
  expect(fetched.length).toBe(new Set(fetched).size);
  expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
  expect(await page.title()).toMatch(new RegExp(`^${say.policy.title} – Solknatten.* – Samtun$`));
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test("[U5] while the words of the next page are on their way, the page one is on stays as it is", async () => {
  const { page } = await enter();
  let arrive = (): void => undefined;
  const hold = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(/words-en-policy-/, async (route) => {
    await hold;
    await route.continue();
  });
  await toProject(page);
  const menu = page.getByRole("navigation", { name: say.project.frame.navigation });
  await menu.waitFor();
  const before = await page.locator("h1").innerText();
  const data = page.waitForResponse(/policy\.data/);
  await menu.getByRole("link", { name: say.project.frame.policy }).click();
  await data;
  await page.waitForTimeout(300);
  expect(await page.locator("h1").innerText()).toBe(before);
  arrive();
  await page.getByRole("heading", { name: say.policy.title }).waitFor();
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test("[U6] words that cannot be had give the page that says so, and it leads on when they can", async () => {
  const { page } = await enter([/./]);
  await page.route(/words-en-policy-/, (route) => route.abort());
  await toProject(page);
  await page.getByRole("navigation", { name: say.project.frame.navigation }).getByRole("link", { name: say.project.frame.policy }).click();
  await page.getByRole("heading", { name: say.shell.faults.broken.title }).waitFor();
  await page.unroute(/words-en-policy-/);
  await page.getByRole("link", { name: say.shell.faults.again }).click();
  await page.getByRole("heading", { name: say.policy.title }).waitFor();
  await page.context().close();
});

test("[U5] without its words a page stays as the server wrote it", async () => {
  const window = await openWindow(browser, server, { locale: "en-GB" });
  const page = await openPage(window, server, [/./]);
  await page.route(/words-en-/, (route) => route.abort());
  await page.goto("/sign-in");
  await page.waitForLoadState("networkidle");
  expect(await page.locator("h1").innerText()).toBe(say.account.signIn.title);
  expect(await page.getByLabel(say.account.fields.email).count()).toBe(1);
  await window.close();
});
