// The check of the by-laws in real browsers: answered point by point, looked through, and in the way of the approval until it is whole.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../domain/preference";
import { axeFindings, overflowOf } from "./axe";
import { demoPeople, enterAs, launchBrowser, openPage, openWindow, sayHere, type WatchedPage } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
let project: string;
const refused = [/status of (403|404|409|422)/];
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

async function fact(page: Page, name: string, value: string): Promise<void> {
  await page.goto(`${project}/milestones/M21/grounds`);
  const row = page.locator(`#${name}`);
  await row.locator("summary").click();
  const field = row.getByLabel("Svar", { exact: true });
  if (value === "yes") await field.selectOption(value);
  else await field.fill(value);
  await row.getByRole("button", { name: "Lagre" }).click();
}

test("[M62-M64, U5] without script: each point is answered, a reason is asked for, the text is looked through, and only then can they be approved", async () => {
  const board = await withoutScript("Forelder B");
  await board.goto(`${project}/milestones/M21/grounds`);
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Vedtektssjekken: 12 punkter er ikke besvart.");
  await board.getByRole("link", { name: "Vedtektssjekken" }).click();
  const owners = board.locator("#bylawsOwners");
  await owners.locator("summary").click();
  await owners.getByLabel("Bør vurderes av jurist").check();
  await owners.getByRole("button", { name: "Lagre svaret" }).click();
  // for a lawyer, and nothing about what: refused at its field, and the choice is kept
  await expect.poll(() => board.getByRole("alert").innerText(), { timeout: 10_000 }).toContain("Hva mangler, eller hva må vurderes?");
  expect(await owners.locator("[name=note]").getAttribute("aria-invalid")).toBe("true");
  expect(await owners.getByLabel("Bør vurderes av jurist").isChecked()).toBe(true);
  await owners.locator("[name=note]").fill("Vilkåret om vedtak om heldøgns tjenester.");
  await owners.getByRole("button", { name: "Lagre svaret" }).click();
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Svaret er lagret.");
  expect(await owners.innerText()).toMatch(/Bør vurderes av jurist[\s\S]*Vilkåret om vedtak om heldøgns tjenester\.[\s\S]*Besvart av Forelder B, styremedlem/);

  await board.locator("[name=text]").fill("§ 3 Andelseier må være utviklingshemmet. § 4 Andelseieren skal selge når vedtaket faller bort.");
  await board.getByRole("button", { name: "Se gjennom", exact: true }).click();
  expect(await board.locator("#flags").innerText()).toMatch(/2 steder bør en jurist se på:[\s\S]*utviklingshemmet: Vilkår kan ikke[\s\S]*skal selge: Den som eier lovlig/);
  expect(await board.locator("[name=text]").inputValue()).toContain("§ 3 Andelseier");
  await board.goto(`${project}/milestones/M21/bylaws`);
  expect(await board.content()).not.toContain("Andelseieren skal selge når");

  for (const [name, value] of [["debtShare", "70"], ["equalSplit", "yes"], ["shareAmount", "5 000"], ["municipalHomes", "4"]] as const) await fact(board, name, value);
  await board.goto(`${project}/milestones/M21/bylaws`);
  expect(await board.locator("#municipality").innerText()).toMatch(/Ikke i orden[\s\S]*Kommunen skal eie 4 av 10 boliger\. Høyst 3 er lov\./);
  await fact(board, "municipalHomes", "3");
  await board.goto(`${project}/milestones/M21/bylaws`);
  for (const point of ["Content", "NoDutyToSell", "Preemption", "Veto", "Use", "Adaptation", "Charges", "Board"]) {
    const row = board.locator(`#bylaws${point}`);
    await row.locator("summary").click();
    await row.getByLabel("I orden", { exact: true }).check();
    await row.getByRole("button", { name: "Lagre svaret" }).click();
  }
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Ett punkt er ikke besvart.");

  const other = await withoutScript("Forelder A");
  await other.goto(`${project}/milestones/M21/submit`);
  await other.getByRole("checkbox", { name: "Prosjektplan" }).check();
  await other.locator("[name=voiceKind][value=heard]").check();
  await other.locator("[name=voiceText]").fill("Vi vil bestemme selv hvem som får nøkkel.");
  await other.getByRole("button", { name: "Send inn" }).click();
  await expect.poll(() => main(other), { timeout: 10_000 }).toContain("Milepælen er sendt til godkjenning.");

  const coordinator = await withoutScript("Koordinator");
  const decide = async () => {
    await coordinator.goto(`${project}/milestones/M21/decide`);
    await coordinator.getByRole("radio", { name: "Godkjenn", exact: true }).check();
    await coordinator.locator("[name=authority]").fill("Delegert sak 40/26");
    await sayHere(coordinator);
    await coordinator.getByRole("button", { name: "Registrer avgjørelsen" }).click();
  };
  await decide();
  expect(await coordinator.getByRole("alert").innerText()).not.toBe("");
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Vedtektssjekken: 1 punkt bør vurderes av jurist, 1 punkt er ikke besvart.");
  await board.goto(`${project}/milestones/M21/bylaws`);
  const last = board.locator("#bylawsDisqualification");
  await last.locator("summary").click();
  await last.getByLabel("I orden", { exact: true }).check();
  await last.getByRole("button", { name: "Lagre svaret" }).click();
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Alle punktene er besvart.");
  await decide();
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Godkjenningen gjelder");
  // the journal tells that a point was answered, and nothing of what
  await board.goto(`${project}/journal`);
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("svaret på et punkt i vedtektssjekken");
  expect(await main(board)).not.toContain("heldøgns tjenester.");
  expect([...board.faults, ...other.faults, ...coordinator.faults]).toEqual([]);
  for (const page of [board, other, coordinator]) await page.context().close();
});

test("[M62, X1] others read the answers and give none; no other milestone has by-laws", async () => {
  const parent = await withoutScript("Forelder D");
  await parent.goto(`${project}/milestones/M21/bylaws`);
  await expect.poll(() => main(parent), { timeout: 10_000 }).toContain("Besvares av styret og forretningsføreren.");
  expect(await parent.getByRole("button", { name: "Lagre svaret" }).count()).toBe(0);
  expect((await parent.goto(`${project}/milestones/M15/bylaws`))?.status()).toBe(404);
  const observer = await withoutScript("Observatør");
  expect((await observer.goto(`${project}/milestones/M21/bylaws`))?.status()).toBe(403);
  expect([...parent.faults, ...observer.faults]).toEqual([]);
  for (const page of [parent, observer]) await page.context().close();
});

test.each(languages)("[U2] the check is whole in %s, on a phone too, and axe finds nothing", async (language) => {
  const page = await enterAs(browser, server, "Forelder A");
  await page.evaluate((body) => fetch("/preferences", { method: "POST", body: new URLSearchParams(body) }), { language, colourScheme: "light" });
  await page.goto(`${project}/milestones/M21/bylaws`);
  await expect.poll(() => page.locator("html").getAttribute("lang")).toBe(language);
  for (const form of await page.locator(".fact-row summary").all()) await form.click();
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowOf(page)).toBe(0);
  expect(page.faults).toEqual([]);
  await page.context().close();
});
