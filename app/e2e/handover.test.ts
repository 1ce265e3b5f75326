// Handing over in real browsers: what the board sees before it presses, the archive on disk, and a stranger who has it checked.
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../domain/preference";
import { axeFindings, overflowOf } from "./axe";
import { enterAs, launchBrowser, openPage, openWindow } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
let project: string;
let folder: string;
let archive: string;
const main = (page: Page) => page.locator("main").innerText();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "samtun-handover-"));
  archive = join(folder, "archive.zip");
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const page = await enterAs(browser, server, "Forelder A");
  const first = (await page.locator('main a[href^="/projects/"]').first().getAttribute("href")) ?? "";
  project = /^\/projects\/[^/]+/.exec(first)?.[0] ?? "";
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("[H1, H2] the board sees what becomes a case document, and hands it over; a parent cannot", async () => {
  const board = await enterAs(browser, server, "Forelder A", [/status of 422/]);
  await board.goto(`${project}/milestones/M15`);
  await board.getByRole("link", { name: "Oversend til kommunen" }).click();
  await board.getByRole("heading", { name: "Oversend til kommunen" }).waitFor();
  const shown = await main(board);
  for (const words of ["Dette blir saksdokumenter", "hvem som helst kan be om å få se det", "Prosjektplan, versjon", "Dette følger ikke med", "kommentarer og samtaler"]) expect(shown).toContain(words);
  // a title that says too much comes back at its field, with what was typed
  await board.locator("[name=publicTitle]").fill("Plan for diagnosene");
  await board.getByLabel("Nei, alle kan få se det").check();
  await board.getByLabel(/Jeg forstår at dette blir saksdokumenter/).check();
  await board.getByRole("button", { name: "Oversend nå" }).click();
  await board.getByRole("alert").waitFor();
  expect(await board.locator("[name=publicTitle]").getAttribute("aria-invalid")).toBe("true");
  expect(await board.locator("[name=publicTitle]").inputValue()).toBe("Plan for diagnosene");
  await board.locator("[name=publicTitle]").fill("Forprosjekt");
  await board.getByRole("button", { name: "Oversend nå" }).click();
  await board.waitForURL(/handovers\/2\?done/);
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Pakken ligger her");
  const [download] = await Promise.all([board.waitForEvent("download"), board.getByRole("link", { name: "Last ned arkivpakken" }).click()]);
  await download.saveAs(archive);
  expect(download.suggestedFilename()).toMatch(/^samtun-oversendelse-2-\d{4}-\d\d-\d\d\.zip$/);
  await board.goto(`${project}/journal`);
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("til kommunen (oversendelse 2)");
  expect(board.faults).toEqual([]);
  await board.context().close();

  const parent = await enterAs(browser, server, "Forelder D", [/status of 403/]);
  await parent.goto(`${project}/milestones/M15`);
  expect(await parent.getByRole("link", { name: "Oversend til kommunen" }).count()).toBe(0);
  await parent.goto(`${project}/handovers/2`);
  await expect.poll(() => main(parent), { timeout: 10_000 }).toContain("Dette ble oversendt");
  await parent.goto(`${project}/handovers/new?milestone=M15`);
  await expect.poll(() => main(parent), { timeout: 10_000 }).toContain("rollen din gir ikke rett til denne siden");
  await parent.context().close();
});

test("[P37] a stranger, without script, is told that the archive is whole, or which file was changed", async () => {
  const stranger = await openPage(await openWindow(browser, server, { javaScriptEnabled: false }), server, [/status of 422/]);
  await stranger.goto("/");
  await stranger.getByRole("link", { name: "Kontroller en pakke eller et fingeravtrykk" }).click();
  await stranger.locator("#archive").setInputFiles(archive);
  await stranger.getByRole("button", { name: "Kontroller pakken" }).click();
  await expect.poll(() => main(stranger), { timeout: 10_000 }).toContain("Pakken er hel");
  await expect.poll(() => main(stranger), { timeout: 10_000 }).toContain("Akkurat denne pakken ble laget her");

  const bytes = readFileSync(archive);
  const path = /dokumenter\/[\w-]+\.pdf/.exec(bytes.toString("latin1"))?.[0] ?? "";
  const at = bytes.indexOf("%PDF-") + 2_000;
  bytes.writeUInt8((bytes.readUInt8(at) + 1) % 256, at);
  const spoilt = join(folder, "spoilt.zip");
  writeFileSync(spoilt, bytes);
  await stranger.locator("#archive").setInputFiles(spoilt);
  await stranger.getByRole("button", { name: "Kontroller pakken" }).click();
  await expect.poll(() => main(stranger), { timeout: 10_000 }).toContain("Pakken er ikke hel");
  await expect.poll(() => main(stranger), { timeout: 10_000 }).toContain(`${path} er endret.`);
  await stranger.context().close();
});

test("[P36] a fingerprint from a paper is looked up: known by its kind, or not at all", async () => {
  const board = await enterAs(browser, server, "Forelder A");
  await board.goto(`${project}/handovers/2`);
  const hash = await board.locator("code").first().innerText();
  await board.context().close();
  const stranger = await openPage(await openWindow(browser, server), server);
  await stranger.goto("/verify");
  await stranger.getByLabel("Fingeravtrykk (SHA-256)").fill(hash.toUpperCase());
  await stranger.getByRole("button", { name: "Slå opp" }).click();
  await stranger.getByText("fingeravtrykket av en frosset tekst her").waitFor();
  await stranger.getByLabel("Fingeravtrykk (SHA-256)").fill("0".repeat(64));
  await stranger.getByRole("button", { name: "Slå opp" }).click();
  await stranger.getByText("Denne installasjonen kjenner ikke fingeravtrykket").waitFor();
  expect(await main(stranger)).not.toContain("Prosjektplan");
  expect(stranger.faults).toEqual([]);
  await stranger.context().close();
});

test("[H7] a text is taken along as PDF and as Word", async () => {
  const parent = await enterAs(browser, server, "Forelder D");
  await parent.goto(`${project}/handovers/2`);
  await parent.getByRole("link", { name: /Prosjektplan, versjon/ }).click();
  for (const [name, start] of [["PDF", "%PDF-"], ["Word", "PK"]] as const) {
    const [download] = await Promise.all([parent.waitForEvent("download"), parent.getByRole("link", { name, exact: true }).click()]);
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    expect(readFileSync(file).subarray(0, start.length).toString("latin1")).toBe(start);
  }
  expect(parent.faults).toEqual([]);
  await parent.context().close();
});

test.each(languages)("[U2] the pages are whole in %s, on a phone too, and axe finds nothing", async (language) => {
  for (const viewport of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
    const page = await enterAs(browser, server, "Forelder A");
    await page.evaluate((body) => fetch("/preferences", { method: "POST", body: new URLSearchParams(body) }), { language, colourScheme: "light" });
    await page.setViewportSize(viewport);
    for (const address of [`${project}/handovers`, `${project}/handovers/new?milestone=M15`, `${project}/handovers/2`, "/verify", `/verify?hash=${"0".repeat(64)}`]) {
      await page.goto(address);
      expect([address, viewport.width, await axeFindings(page)]).toEqual([address, viewport.width, []]);
      expect([address, viewport.width, await overflowOf(page)]).toEqual([address, viewport.width, 0]);
    }
    expect(page.faults).toEqual([]);
    await page.context().close();
  }
});
