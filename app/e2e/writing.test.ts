// The text people write together, in two real browsers: typing at once, offline and back, readers, keyboard, phone, and what changed.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { testDatabases } from "../../db/testing";
import { axeFindings, overflowOf } from "./axe";
import { enterAs, launchBrowser, type WatchedPage } from "./browser";
import { startServer, type RunningServer } from "./harness";

/** A connection that is taken away is an error to the browser, and here it is meant. */
const offlineNoise = [/ERR_INTERNET_DISCONNECTED/, /WebSocket connection to .* failed/];

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

describe.each(testDatabases)("on %s", (database) => {
  let server: RunningServer;
  let plan: string;
  let pages: WatchedPage[];
  beforeAll(async () => {
    server = await startServer({ database });
    const page = await enterAs(browser, server, "Forelder A");
    await page.locator('a[href^="/projects/"]').first().click();
    const href = await page.locator('a[href*="/documents/"]').first().getAttribute("href");
    plan = href ?? "";
    await page.context().close();
  });
  afterAll(() => server.close());
  beforeEach(() => void (pages = []));
  afterEach(async () => {
    for (const page of pages) expect(page.faults).toEqual([]);
    await Promise.all(pages.map((page) => page.context().close()));
  });

  async function enter(name: string, path = ""): Promise<WatchedPage> {
    const page = await enterAs(browser, server, name, offlineNoise);
    pages.push(page);
    await page.goto(plan + path);
    return page;
  }
  async function write(name: string): Promise<WatchedPage> {
    const page = await enter(name, "/write");
    await text(page).waitFor();
    return page;
  }
  const text = (page: Page) => page.locator("#text");
  const said = (page: Page) => page.locator(".save-line").innerText();
  const until = (page: Page, words: string) => page.locator(".save-line", { hasText: words }).waitFor();
  const paragraphUnder = (page: Page, heading: string) => text(page).locator(`h2:has-text("${heading}") + p`);
  /** The End key knows only the line on the screen. */
  async function standAtEnd(page: Page, heading: string) {
    await paragraphUnder(page, heading).click();
    await paragraphUnder(page, heading).evaluate((element) => {
      getSelection()?.selectAllChildren(element);
      getSelection()?.collapseToEnd();
    });
    await page.waitForTimeout(100);
  }

  test("[D23] two people type in the same paragraph at once, see each other, and both see everything", async () => {
    const [one, other] = [await write("Forelder A"), await write("Koordinator")];
    await one.locator(".presence summary", { hasText: "Koordinator" }).waitFor();
    await other.locator(".presence summary", { hasText: "Forelder A" }).waitFor();
    await standAtEnd(one, "13. Når noe endrer seg");
    await standAtEnd(other, "13. Når noe endrer seg");
    await one.locator('.other-caret[data-name="Koordinator"]').waitFor({ state: "attached" });
    await Promise.all([one.keyboard.type(" Vi ringer hverandre.", { delay: 15 }), other.keyboard.type(" Kommunen varsler.", { delay: 15 })]);
    const letters = (page: Page) => paragraphUnder(page, "13. Når noe endrer seg").evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      copy.querySelectorAll(".other-caret, .ProseMirror-separator").forEach((each) => each.remove());
      return copy.textContent ?? "";
    });
    for (const page of [one, other]) {
      await until(page, "Lagret");
      await expect.poll(() => letters(page)).toSatisfy((all: string) => count(all, "Vi ringer hverandre.") + count(all, "Kommunen varsler.") >= 1);
    }
    await expect.poll(() => letters(one)).toBe(await letters(other));
    const all = await letters(one);
    expect([..." Vi ringer hverandre. Kommunen varsler."].sort().join("")).toBe([...all.slice(all.indexOf("kommer videre.") + "kommer videre.".length)].sort().join(""));
  });

  test("[D24] the page says the truth about saving, through being offline and back, and a reload keeps it", async () => {
    const [one, other] = [await write("Forelder A"), await write("Forelder C")];
    await until(one, "Lagret");
    await standAtEnd(one, "6. Tomt og plan");
    const states = await watchSaving(one);
    await one.keyboard.type(" Skrevet på nett.");
    await until(one, "Lagret");
    expect(await states()).toEqual(expect.arrayContaining(["storing", "stored"]));
    await text(other).getByText("Skrevet på nett.").waitFor();

    await one.context().setOffline(true);
    await one.keyboard.type(" Skrevet på hytta.");
    await until(one, "Frakoblet. Endringene dine ligger på denne enheten");
    await one.keyboard.press("Control+s");
    await one.locator(".save-answer", { hasText: "frakoblet" }).waitFor();
    await standAtEnd(other, "11. Risiko");
    await other.keyboard.type(" Skrevet imens.");
    await until(other, "Lagret");
    expect(await text(other).innerText()).not.toContain("Skrevet på hytta.");

    await one.context().setOffline(false);
    await until(one, "Lagret");
    await text(one).getByText("Skrevet imens.").waitFor();
    await text(other).getByText("Skrevet på hytta.").waitFor();
    await one.reload();
    await text(one).getByText("Skrevet på hytta.").waitFor();
    await one.goto(plan);
    expect(await one.locator("article").innerText()).toContain("Skrevet på nett. Skrevet på hytta.");
  });

  test("[D24] what was written offline outlives the page itself", async () => {
    const one = await write("Forelder B");
    await until(one, "Lagret");
    await standAtEnd(one, "10. Samarbeidsavtale");
    await one.context().setOffline(true);
    await one.keyboard.type(" Lagt igjen på enheten.");
    await until(one, "Endringene dine ligger på denne enheten");
    await one.close();
    const later = Object.assign(await one.context().newPage(), { faults: [] as string[] });
    pages.push(later);
    await later.context().setOffline(false);
    await later.goto(`${plan}/write`);
    await text(later).getByText("Lagt igjen på enheten.").waitFor();
    await until(later, "Lagret");
    const other = await enter("Koordinator");
    expect(await other.locator("article").innerText()).toContain("Lagt igjen på enheten.");
  });

  test("[D25] a reader follows the text live, and cannot write in it", async () => {
    const [writer, reader] = [await write("Forelder A"), await write("Verge K")];
    expect(await text(reader).getAttribute("contenteditable")).toBe("false");
    expect(await reader.getByRole("toolbar").count()).toBe(0);
    expect(await said(reader)).toContain("Du leser.");
    await standAtEnd(writer, "4. Det beboerne sier");
    await writer.keyboard.type(" Også vergen ser dette.");
    await text(reader).getByText("Også vergen ser dette.").waitFor();
    await paragraphUnder(reader, "4. Det beboerne sier").click();
    await reader.keyboard.type("Men skriver ikke.");
    expect(await text(reader).innerText()).not.toContain("Men skriver ikke.");
  });

  test("[D26] everything in the toolbar is done by keyboard alone, and undo takes back one's own steps only", async () => {
    const [one, other] = [await write("Forelder A"), await write("Koordinator")];
    await standAtEnd(other, "12. Framdrift");
    await other.keyboard.type(" Fra koordinatoren.");
    await text(one).getByText("Fra koordinatoren.").waitFor();
    await standAtEnd(one, "12. Framdrift");
    await one.keyboard.press("Enter");
    await one.keyboard.type("Husbanken");
    await one.keyboard.press("Shift+Home");
    // no hand is as quick as this: the browser tells of a selection a moment after it was made
    await one.waitForTimeout(100);
    await one.keyboard.press("Alt+F10");
    const focused = () => one.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id);
    expect(await focused()).toBe("Angre");
    for (const expected of ["Gjør om", "Tekststil", "Fet"]) {
      await one.keyboard.press("ArrowRight");
      expect(await focused()).toBe(expected);
    }
    await one.keyboard.press("Enter");
    await expect.poll(() => text(one).locator("strong", { hasText: "Husbanken" }).count()).toBe(1);
    expect(await one.getByRole("button", { name: "Fet" }).getAttribute("aria-pressed")).toBe("true");

    await one.keyboard.press("Control+k");
    const dialog = one.getByRole("dialog");
    await dialog.getByLabel("Adresse").fill("ingen adresse");
    await one.keyboard.press("Enter");
    await dialog.getByRole("alert").waitFor();
    await dialog.getByLabel("Adresse").fill("www.husbanken.no");
    await one.keyboard.press("Enter");
    await text(one).locator('a[href="https://www.husbanken.no"]', { hasText: "Husbanken" }).waitFor();
    expect(await focused()).toBe("Teksten i Prosjektplan");

    await one.keyboard.press("Control+/");
    await one.getByRole("dialog", { name: "Hurtigtaster" }).waitFor();
    expect(await axeFindings(one)).toEqual([]);
    await one.keyboard.press("Escape");

    await one.keyboard.press("Control+z");
    await expect.poll(() => text(one).locator('a[href="https://www.husbanken.no"]').count()).toBe(0);
    for (let step = 0; step < 12; step += 1) await one.keyboard.press("Control+z");
    await expect.poll(() => text(one).getByText("Husbanken", { exact: true }).count()).toBe(0);
    expect(await text(one).innerText()).toContain("Fra koordinatoren.");
  });

  test("[D27] lists, tables, headings and the outline follow what is written", async () => {
    const one = await write("Forelder D");
    await standAtEnd(one, "13. Når noe endrer seg");
    await one.keyboard.press("Enter");
    await one.keyboard.press("Control+Alt+3");
    await one.keyboard.type("Hvem varsler hvem");
    const outline = one.locator(".outline-wide");
    await outline.getByRole("button", { name: "Hvem varsler hvem" }).waitFor();
    await one.keyboard.press("Enter");
    await one.keyboard.press("Control+Shift+9");
    await one.keyboard.type("Ring koordinatoren");
    await text(one).getByRole("checkbox").last().waitFor();
    await one.keyboard.press("Enter");
    await one.keyboard.press("Enter");
    await one.getByRole("button", { name: "Sett inn tabell" }).click();
    await one.getByRole("toolbar", { name: "Tabellen" }).waitFor();
    await one.keyboard.type("Hva");
    await one.keyboard.press("Tab");
    await one.keyboard.type("Når");
    await one.keyboard.press("Tab");
    await one.keyboard.type("Hvordan");
    await text(one).locator("th", { hasText: "Når" }).waitFor();
    await one.getByRole("button", { name: "Ny rad under" }).click();
    await until(one, "Lagret");
    expect(await axeFindings(one)).toEqual([]);
    await outline.getByRole("button", { name: "1. Kort fortalt" }).click();
    await one.keyboard.type("X");
    await text(one).locator("h2", { hasText: "X1. Kort fortalt" }).waitFor();
    await one.keyboard.press("Backspace");
    await until(one, "Lagret");
    await one.goto(plan);
    expect(await one.locator("article h3", { hasText: "Hvem varsler hvem" }).count()).toBe(1);
    expect(await one.locator("article .task-list li", { hasText: "Ring koordinatoren" }).innerText()).toContain("Ikke gjort:");
  });

  test("[P10] text that may not belong to everybody is asked about, and the question goes with it", async () => {
    const one = await write("Forelder D");
    await standAtEnd(one, "7. Modell og organisering");
    await one.keyboard.type(" En av oss har en diagnose.");
    const notice = one.locator(".privacy-notice");
    await notice.waitFor();
    await notice.locator("summary").click();
    await notice.getByText("Under «7. Modell og organisering»").waitFor();
    expect(await axeFindings(one)).toEqual([]);
    await standAtEnd(one, "7. Modell og organisering");
    for (let step = 0; step < " En av oss har en diagnose.".length; step += 1) await one.keyboard.press("Backspace");
    await notice.waitFor({ state: "detached" });
  });

  test("[D21, U1, U2] reading, writing, versions and comparing: axe finds nothing, and a phone needs no sideways scrolling", async () => {
    const one = await enter("Forelder A", "/versions");
    await one.getByLabel("Navn på versjonen").fill("Før prøven");
    await one.getByRole("button", { name: "Ta vare på versjonen" }).click();
    await one.getByRole("status").getByText("er tatt vare på").waitFor();
    const number = new URL(one.url()).searchParams.get("named") ?? "";
    await one.goto(`${plan}/write`);
    await standAtEnd(one, "2. Forankring");
    await one.keyboard.type(" Endret etterpå.");
    await until(one, "Lagret");
    await one.goto(`${plan}/compare?from=${number}&to=now`);
    await one.getByText("1 avsnitt endret").waitFor();
    expect(await one.locator(".compared ins").first().innerText()).toContain("Endret etterpå.");
    for (const path of ["", "/write", "/versions", `/versions/${number}`, `/versions/${number}?bring-back`, `/compare?from=1&to=now`]) {
      await one.setViewportSize({ width: 1280, height: 900 });
      await one.goto(plan + path);
      if (path === "/write") await text(one).waitFor();
      expect(await axeFindings(one), path).toEqual([]);
      await one.setViewportSize({ width: 320, height: 640 });
      expect(await overflowOf(one), `${path} narrow`).toBeLessThanOrEqual(0);
      expect(await axeFindings(one), `${path} narrow`).toEqual([]);
    }
  });

  test("[D9] an old version is brought back as an edit that those who write see at once", async () => {
    const [one, other] = [await write("Forelder A"), await write("Koordinator")];
    await standAtEnd(one, "9. Tjenester og bemanning");
    await one.keyboard.type(" Skal bort igjen.");
    await until(one, "Lagret");
    await text(other).getByText("Skal bort igjen.").waitFor();
    const [newest] = await versionsOn(one, plan);
    await one.goto(`${plan}/versions/${newest}?bring-back`);
    await one.getByRole("button", { name: `Ja, hent tilbake versjon ${newest}` }).click();
    await one.getByText(`Teksten er nå slik den var i versjon ${newest}.`).waitFor();
    await expect.poll(() => text(other).innerText()).not.toContain("Skal bort igjen.");
  });
});

async function versionsOn(page: Page, plan: string): Promise<string[]> {
  await page.goto(`${plan}/versions`);
  const links = await page.locator(".version-name").evaluateAll((all) => all.map((each) => each.getAttribute("href")?.split("/").at(-1) ?? ""));
  return links;
}

/** Notes every state the save line goes through from now on. */
async function watchSaving(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seenStates: seen });
    new MutationObserver(() => seen.push(document.querySelector(".save-line")?.getAttribute("data-state") ?? "")).observe(document.body, { subtree: true, attributes: true, childList: true });
  });
  return () => page.evaluate(() => (window as unknown as { seenStates: string[] }).seenStates);
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
