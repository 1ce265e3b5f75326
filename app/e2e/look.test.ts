// The frame, the front page and the pages that say what went wrong: in three languages, light and dark, on a phone, and without scripts.
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { colourSchemes, languages, preferenceCookies, type ColourScheme, type Language } from "../domain/preference";
import { wordsIn } from "../words";
import { axeFindings, overflowOf } from "./axe";
import { launchBrowser, openPage, openWindow } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
const strangersPages = ["/", "/sign-in", "/no-such-page"];
const expected404 = [/status of 404/];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function windowIn(language: Language, colours: ColourScheme, options: Parameters<typeof openWindow>[2] = {}): Promise<BrowserContext> {
  const window = await openWindow(browser, server, options);
  await window.addCookies([
    { name: preferenceCookies.language, value: language, url: server.url },
    { name: preferenceCookies.colourScheme, value: colours, url: server.url },
  ]);
  return window;
}

test.each(languages.flatMap((language) => (["light", "dark"] as const).map((colours) => [language, colours] as const)))(
  "[U1, U2] axe finds nothing in %s, %s, and a phone 320 px wide needs no sideways scrolling",
  async (language, colours) => {
    const window = await windowIn(language, colours);
    for (const path of strangersPages) {
      const page = await openPage(window, server, expected404);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      expect(await page.getAttribute("html", "lang")).toBe(language);
      expect(await axeFindings(page), `${path} wide`).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflowOf(page), `${path} at 320 px`).toBeLessThanOrEqual(0);
      expect(await axeFindings(page), `${path} narrow`).toEqual([]);
      expect(page.faults, path).toEqual([]);
      await page.close();
    }
    await window.close();
  },
);

test("[U5] a page is right before any script has run: axe finds nothing in the HTML as it was sent", async () => {
  const window = await windowIn("nb", "light");
  // the page's own scripts never arrive, axe alone runs
  await window.route("**/*.js", (route) => route.abort());
  for (const path of strangersPages) {
    const page = await openPage(window, server, [/./]);
    await page.goto(path);
    expect(await axeFindings(page), path).toEqual([]);
    await page.close();
  }
  await window.close();
});

test("[U3] language and colours are chosen without JavaScript, remembered, and lead back to the same page", async () => {
  const window = await openWindow(browser, server, { javaScriptEnabled: false });
  const page = await openPage(window, server, expected404);
  await page.goto("/no-such-page?from=here");
  await page.locator(".choices summary").click();
  await page.locator("button[name=language][value=nn]").click();
  expect(page.url()).toBe(`${server.url}/no-such-page?from=here`);
  expect(await page.locator("h1").textContent()).toBe(wordsIn("nn").shell.faults.notFound.title);
  for (const colours of colourSchemes) {
    await page.locator(".choices summary").click();
    await page.locator(`button[name=colourScheme][value=${colours}]`).click();
    expect(await page.getAttribute("html", "data-color-scheme")).toBe(colours);
    expect(await page.getAttribute("html", "lang")).toBe("nn");
  }
  await window.close();
});

test("[U3, U7] a guest of the demo goes on in the language they chose, and a choice made inside is kept", async () => {
  const window = await openWindow(browser, server);
  const page = await openPage(window, server);
  await page.goto("/");
  await page.locator(".choices summary").click();
  await page.locator("button[name=language][value=en]").click();
  await page.getByRole("button", { name: "Enter as Koordinator" }).click();
  await page.waitForURL(/\/projects/);
  expect(await page.getAttribute("html", "lang")).toBe("en");
  await page.locator(".choices summary").click();
  await page.locator("button[name=language][value=nn]").click();
  await page.locator("html[lang=nn]").waitFor();
  // the account remembers, not only the browser
  await window.clearCookies({ name: preferenceCookies.language });
  await page.reload();
  expect(await page.getAttribute("html", "lang")).toBe("nn");
  expect(page.faults).toEqual([]);
  await window.close();
});

test.each(["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", ""])(
  "[U3] a choice never leads to another site: %j",
  async (returnTo) => {
    const answer = await fetch(`${server.url}/preferences`, {
      method: "POST", redirect: "manual", body: new URLSearchParams({ language: "nb", returnTo }), headers: { Origin: server.url },
    });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe("/");
  },
);

test("[U3] a language nobody speaks here is a page that says so, and nothing is remembered", async () => {
  const answer = await fetch(`${server.url}/preferences`, {
    method: "POST", redirect: "manual", body: new URLSearchParams({ language: "tlh" }), headers: { Origin: server.url, "Accept-Language": "en" },
  });
  expect(answer.status).toBe(422);
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(await answer.text()).toContain(wordsIn("en").shell.faults.refused.title);
});

test("[U5] only the reader's language is sent to the browser", async () => {
  const window = await windowIn("nn", "light");
  const page = await openPage(window, server);
  const scripts: string[] = [];
  page.on("response", async (response) => { if (response.url().endsWith(".js")) scripts.push(await response.text().catch(() => "")); });
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  const sent = scripts.join("\n");
  expect(sent).toContain(wordsIn("nn").landing.points.plan.text);
  expect(sent).not.toContain(wordsIn("nb").landing.points.plan.text);
  expect(sent).not.toContain(wordsIn("en").landing.points.plan.text);
  await window.close();
});

test("[U1] the way past the menu is the first stop of the Tab key and leads to the content", async () => {
  const window = await windowIn("nb", "light");
  const page = await openPage(window, server);
  await page.goto("/");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip-link");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  expect(page.faults).toEqual([]);
  await window.close();
});

test("[U1] a key pressed while a page is waking is not one too many for it, whenever it comes", async () => {
  const window = await windowIn("nb", "light");
  for (let round = 0; round < 16; round++) {
    const page = await openPage(window, server);
    const slowly = await window.newCDPSession(page);
    await slowly.send("Emulation.setCPUThrottlingRate", { rate: 3 + (round % 8) });
    await page.goto("/", { waitUntil: "domcontentloaded" });
    await page.keyboard.press("Tab");
    await page.waitForTimeout((round * 37) % 320);
    await page.keyboard.press("Enter");
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => document.activeElement?.id), `round ${round}`).toBe("content");
    expect(page.faults, `round ${round}`).toEqual([]);
    await page.close();
  }
  await window.close();
});
