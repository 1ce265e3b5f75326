// The built server as a whole: health, headers, the pages that say no, cross-site posts, and leaving in order.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabases } from "../../db/testing";
import { launchBrowser, openPage, openWindow } from "./browser";
import { startServer, type RunningServer } from "./harness";

describe.each(testDatabases)("the server on %s", (database) => {
  let server: RunningServer;
  beforeAll(async () => void (server = await startServer({ database, mode: "production" })));
  afterAll(() => server.close());

  test("[O3] lives and is ready", async () => {
    for (const path of ["/health/live", "/health/ready"]) expect((await fetch(server.url + path)).status).toBe(200);
  });

  test("[O10] an empty installation prints one link for the first administrator", () => {
    const links = server.printed().filter((line) => line.includes("/welcome/"));
    expect(links).toHaveLength(1);
    expect(links[0]?.trim()).toMatch(new RegExp(`^${server.url}/welcome/[\\w-]{40,}$`));
  });

  test("[X8] a post from another site is refused, in the reader's language", async () => {
    const answer = await fetch(`${server.url}/preferences`, {
      method: "POST", headers: { origin: "https://evil.example", "accept-language": "en", "content-type": "application/x-www-form-urlencoded" }, body: "language=en",
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('<html lang="en">');
  });

  test("[O9] SIGTERM: the server closes in order, exits with 0, and comes back with its data", async () => {
    expect(await server.stop()).toBe(0);
    expect(server.printed().at(-1)).toContain('"closed"');
    await server.start();
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  });

  test("[O9] nor does a sudden end hurt", async () => {
    await server.kill();
    await server.start();
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200);
  });
});

test("[O1] with a wrong environment the server says everything at once, opens nothing and exits with 1", async () => {
  const refused = startServer({ mode: "production", env: { SAMTUN_PROT: "1", SMTP_URL: "", SAMTUN_SECRET: "short" } });
  await expect(refused).rejects.toThrow(/^the server ended with 1:\nSamtun cannot start:\n(.*\n)*.*SAMTUN_PROT(.*\n)*.*SMTP_URL(.*\n)*/);
  await expect(refused).rejects.not.toThrow(/\n\s+at /);
});

describe("in a browser", () => {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => void ([server, browser] = await Promise.all([startServer({ mode: "production" }), launchBrowser()])));
  afterAll(async () => void (await Promise.all([browser.close(), server.close()])));

  test("[O4] the front page loads under its strict policy without an error, and asks nothing of anybody else", async () => {
    const page = await openPage(await openWindow(browser, server), server);
    const answer = await page.goto("/");
    expect(answer?.status()).toBe(200);
    expect(answer?.headers()["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[\w+/=]+'/);
    await page.waitForFunction(() => "__remixRouteModules" in window);
    expect(page.faults).toEqual([]);
  });

  test("[O4] a script without the nonce does not run", async () => {
    const page = await openPage(await openWindow(browser, server), server, [/Content.Security.Policy/i]);
    await page.goto("/");
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.smuggled = true";
      document.body.append(script);
      return "smuggled" in window;
    });
    expect(ran).toBe(false);
  });

  test.each([["nb-NO", "nb"], ["nn-NO", "nn"], ["en-GB", "en"]])("[U6] a page that is not there says so to a reader of %s", async (locale, language) => {
    const page = await openPage(await openWindow(browser, server, { locale }), server, [/404/]);
    const answer = await page.goto("/no-such-page");
    expect(answer?.status()).toBe(404);
    expect(await page.getAttribute("html", "lang")).toBe(language);
    expect(await page.locator("h1").count()).toBe(1);
    expect(page.faults).toEqual([]);
  });
});
