// A real Chromium for browser tests, pages that fail their test on any error nobody expected, and signing in as a person of the demo.
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { findChromium } from "../../server/commands/chromium.mjs";
import type { RunningServer } from "./harness";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error("There is no Chromium here: set CHROMIUM_PATH.");
  return chromium.launch({ executablePath, args: flags });
}

export type WatchedPage = Page & {
  /** Errors the page reported and requests it sent elsewhere. A test ends by expecting this to be empty. */
  readonly faults: string[];
};

/** A browser window of somebody's own: cookies and storage are shared with nobody. `allowed`: errors this test provokes. */
export async function openWindow(browser: Browser, server: RunningServer, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ baseURL: server.url, locale: "nb-NO", timezoneId: "Europe/Oslo", ...options });
}

export async function openPage(window: BrowserContext, server: RunningServer, allowed: readonly RegExp[] = []): Promise<WatchedPage> {
  const page = await window.newPage();
  const faults: string[] = [];
  const note = (fault: string) => { if (!allowed.some((each) => each.test(fault))) faults.push(fault); };
  page.on("console", (message) => { if (message.type() === "error") note(`console: ${message.text()} (${message.location().url})`); });
  page.on("pageerror", (fault) => note(`thrown: ${fault.stack ?? fault.message}`));
  page.on("request", (request) => { if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(server.url)) note(`asked elsewhere: ${request.url()}`); });
  return Object.assign(page, { faults });
}

/** The people of the demo, as the server printed them: name and the address that signs in. */
export function demoPeople(server: RunningServer): readonly { readonly name: string; readonly address: string }[] {
  return server.printed().flatMap((line) => {
    const found = /^ {2}(\S.*?) {2,}\S.*? {2,}(http\S+\/demo\/sign-in\?person=\S+)$/.exec(line);
    return found?.[1] && found[2] ? [{ name: found[1], address: found[2] }] : [];
  });
}

/** A window of this person, signed in, showing their projects. `name` as it stands in the demo: `Forelder A`, `Koordinator`. */
export async function enterAs(browser: Browser, server: RunningServer, name: string, allowed: readonly RegExp[] = []): Promise<WatchedPage> {
  const person = demoPeople(server).find((each) => each.name === name);
  if (!person) throw new Error(`There is no ${name} in the demo, only ${demoPeople(server).map((each) => each.name).join(", ")}.`);
  const page = await openPage(await openWindow(browser, server), server, allowed);
  await page.goto(person.address);
  return page;
}

/** In a form that binds others the demo asks one to say that it is oneself; not again within five minutes. */
export async function sayHere(page: Page): Promise<void> {
  const box = page.locator("[name=presenceHere]");
  if ((await box.count()) > 0) await box.check();
}
