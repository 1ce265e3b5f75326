// Milestones in real browsers: without any script, by two who decide at once, an approval that moves and holds again, and how the pages look.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languages, preferenceCookies } from "../domain/preference";
import { axeFindings, overflowOf } from "./axe";
import { demoPeople, enterAs, launchBrowser, openPage, openWindow, sayHere, type WatchedPage } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
let project: string;
/** A refused form is an error to the browser's console, and here it is meant. */
const refused = [/status of (409|422|403)/];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const page = await enterAs(browser, server, "Forelder A");
  project = (await page.locator('main a[href^="/projects/"]').first().getAttribute("href")) ?? "";
  project = /^\/projects\/[^/]+/.exec(project)?.[0] ?? "";
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
const main = (page: Page) => page.locator("main").innerText();

test("[U5, M2, M3] without any script: sent back, submitted again, approved with two conditions, and one of them met", async () => {
  const coordinator = await withoutScript("Koordinator");
  await coordinator.goto(`${project}/milestones/M15/decide`);
  await coordinator.getByLabel("Send tilbake med merknad").check();
  await coordinator.locator("[name=authority]").fill("Delegert sak 12/26");
  await sayHere(coordinator);
  await coordinator.getByRole("button", { name: "Registrer avgjørelsen" }).click();
  // nothing is lost of what was typed, and the fault stands at its field
  await expect.poll(() => coordinator.getByRole("alert").innerText(), { timeout: 10_000 }).toContain("hvorfor");
  expect(await coordinator.locator("[name=authority]").inputValue()).toBe("Delegert sak 12/26");
  expect(await coordinator.locator("[name=decision][value=returned]").isChecked()).toBe(true);
  expect(await coordinator.locator("[name=remark]").getAttribute("aria-invalid")).toBe("true");
  await coordinator.locator("[name=remark]").fill("Usikkerheten mangler.");
  await sayHere(coordinator);
  await coordinator.getByRole("button", { name: "Registrer avgjørelsen" }).click();
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Sendt tilbake");

  const parent = await withoutScript("Forelder A");
  await parent.goto(`${project}/milestones/M15`);
  await expect.poll(() => main(parent), { timeout: 10_000 }).toMatch(/Kom til styret og arkitekten i dag/);
  await parent.getByRole("link", { name: "Send inn på nytt" }).click();
  await expect.poll(() => main(parent), { timeout: 10_000 }).toContain("Usikkerheten mangler.");
  const chosen = parent.locator("[name=documentId]:checked, [name=file]:checked");
  while ((await chosen.count()) > 0) await chosen.first().uncheck();
  await parent.locator("[name=note]").fill("Nå er den med.");
  await parent.getByRole("button", { name: "Send inn" }).click();
  await expect.poll(() => main(parent), { timeout: 10_000 }).toContain("Velg minst ett dokument");
  expect(await parent.locator("[name=note]").inputValue()).toBe("Nå er den med.");
  await parent.getByRole("checkbox", { name: "Prosjektplan" }).check();
  await parent.getByRole("button", { name: "Send inn" }).click();
  await expect.poll(() => main(parent), { timeout: 10_000 }).toContain("Milepælen er sendt til godkjenning.");

  await coordinator.goto(`${project}/milestones/M15/decide`);
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Nå er den med.");
  await coordinator.getByLabel("Godkjenn med vilkår").check();
  await coordinator.locator("[name=authority]").fill("Delegert sak 12/26");
  await coordinator.locator("[name=conditionText]").fill("Kontroller kostnadene.");
  await coordinator.getByRole("button", { name: "Legg til et vilkår" }).click();
  expect(await coordinator.locator("[name=conditionText]").first().inputValue()).toBe("Kontroller kostnadene.");
  await coordinator.locator("[name=conditionText]").last().fill("Tegn inn to rømningsveier.");
  for (const [row, role] of ["coordinator", "architect"].entries()) {
    await coordinator.locator("[name=conditionRole]").nth(row).selectOption(role);
    if (row === 0) await coordinator.locator("[name=conditionDay]").nth(row).fill("2027-02-01");
  }
  await sayHere(coordinator);
  await coordinator.getByRole("button", { name: "Registrer avgjørelsen" }).click();
  await expect.poll(() => coordinator.getByRole("alert").innerText(), { timeout: 10_000 }).toContain("Vilkår 2: Innen");
  await coordinator.locator("[name=conditionDay]").last().fill("2027-03-01");
  await sayHere(coordinator);
  await coordinator.getByRole("button", { name: "Registrer avgjørelsen" }).click();
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Godkjent med vilkår");
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("2 vilkår gjenstår");
  await coordinator.getByRole("button", { name: "Merk som oppfylt" }).first().click();
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("1 vilkår gjenstår");
  for (const page of [coordinator, parent]) await page.context().close();
});

test("[M3] two read the same submission; the second is told who was first, and sees what it was", async () => {
  const coordinator = await enterAs(browser, server, "Koordinator", refused);
  await coordinator.goto(`${project}/milestones/M29/submit`);
  await coordinator.getByRole("checkbox").first().check();
  await coordinator.locator("[name=voiceKind][value=notHeard]").check();
  await coordinator.locator("[name=voiceText]").fill("Dette gjelder bare betalingen til entreprenøren.");
  await coordinator.getByRole("button", { name: "Send inn" }).click();
  await coordinator.waitForURL(/done=submitted/);
  const [first, second] = [await enterAs(browser, server, "Forelder A", refused), await enterAs(browser, server, "Forelder B", refused)];
  for (const page of [first, second]) {
    await page.goto(`${project}/milestones/M29/decide`);
    await page.getByRole("radio", { name: "Godkjenn", exact: true }).check();
    await page.locator("[name=authority]").fill("Styresak 7/26");
  }
  await sayHere(first);
  await first.getByRole("button", { name: "Registrer avgjørelsen" }).click();
  await first.waitForURL(/done=decided/);
  await sayHere(second);
  await second.getByRole("button", { name: "Registrer avgjørelsen" }).click();
  await second.getByText(/Forelder A, styremedlem var først: godkjent/).waitFor();
  await expect.poll(() => second.getByRole("alert").innerText(), { timeout: 10_000 }).toContain("Noen andre");
  for (const page of [coordinator, first, second]) {
    expect(page.faults).toEqual([]);
    await page.context().close();
  }
});

test("[M6] the approval says that the text has moved, by whom and how, and that it holds again when the text is back", async () => {
  const parent = await enterAs(browser, server, "Forelder B", refused);
  const plan = await planOf(parent);
  await parent.goto(`${plan}/write`);
  await parent.locator("#text").waitFor();
  await parent.locator(".save-line", { hasText: "Lagret" }).waitFor();
  await parent.locator('#text h2:has-text("13.") + p').click();
  await parent.keyboard.press("End");
  await parent.keyboard.type(" Ny setning.");
  await parent.locator(".save-line", { hasText: "Lagret" }).waitFor();
  await parent.goto(`${project}/milestones/M15`);
  const panel = parent.locator(".standing");
  await panel.getByText("Teksten er ikke lenger den som ble godkjent").waitFor();
  expect(await panel.innerText()).toMatch(/godkjent .* av kommunen[\s\S]*Sist endret av Forelder B/);
  await panel.locator("ins", { hasText: "Ny setning." }).waitFor();
  await panel.getByRole("link", { name: "Be om ny godkjenning" }).waitFor();

  await parent.goto(`${plan}/write`);
  await parent.locator("#text").waitFor();
  await parent.locator(".save-line", { hasText: "Lagret" }).waitFor();
  await parent.locator('#text h2:has-text("13.") + p').click();
  await parent.keyboard.press("End");
  for (let letter = 0; letter < " Ny setning.".length; letter += 1) await parent.keyboard.press("Backspace");
  await parent.locator(".save-line", { hasText: "Lagret" }).waitFor();
  await parent.goto(`${project}/milestones/M15`);
  await panel.getByText(/Godkjenningen gjelder/).first().waitFor();
  expect(parent.faults).toEqual([]);
  await parent.context().close();
});

test("[M8] a decision made elsewhere is registered with its case number; a day that has not been is refused at its field", async () => {
  const coordinator = await enterAs(browser, server, "Koordinator", refused);
  await coordinator.goto(`${project}/milestones/M14`);
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toContain("Avgjørelsen blir ikke tatt i Samtun");
  await coordinator.getByRole("link", { name: "Registrer avgjørelsen" }).click();
  await coordinator.locator("[name=day]").fill("2999-01-01");
  // the browser would stop a day to come by itself: here the server is asked
  await coordinator.locator("form:has([name=day])").evaluate((form: HTMLFormElement) => { form.noValidate = true; });
  await coordinator.locator("[name=caseNumber]").fill("sak 98/26");
  await coordinator.getByRole("button", { name: "Registrer", exact: true }).click();
  await coordinator.locator("#day-fault").waitFor();
  expect(await coordinator.locator("[name=caseNumber]").inputValue()).toBe("sak 98/26");
  await coordinator.locator("[name=day]").fill("2026-03-01");
  await coordinator.locator("[name=note]").fill("Født 010190 12345");
  await coordinator.getByRole("button", { name: "Registrer", exact: true }).click();
  await coordinator.locator("#note-fault").waitFor();
  await coordinator.locator("[name=note]").fill("Enstemmig.");
  await coordinator.getByRole("button", { name: "Registrer", exact: true }).click();
  await coordinator.getByText("Det er registrert.").waitFor();
  await expect.poll(() => main(coordinator), { timeout: 10_000 }).toMatch(/Saksnummer\s+sak 98\/26/);
  expect(coordinator.faults).toEqual([]);
  await coordinator.context().close();
});

test("[M10] an observer sees where each milestone stands, and nothing of what is said about it", async () => {
  const observer = await enterAs(browser, server, "Observatør", refused);
  await observer.goto(`${project}/milestones/M15`);
  await expect.poll(() => main(observer), { timeout: 10_000 }).toContain("Rollen din ser hvor milepælen står");
  expect(await main(observer)).not.toContain("Delegert sak");
  expect((await observer.goto(`${project}/milestones/M15/decide`))?.status()).toBe(403);
  expect((await observer.goto(`${project}/journal`))?.status()).toBe(403);
  await observer.context().close();
});

test.each(languages.flatMap((language) => (["light", "dark"] as const).map((colours) => [language, colours] as const)))(
  "[U2] axe finds nothing on the pages of milestones in %s, %s, and 320 px are wide enough",
  async (language, colours) => {
    const page = await enterAs(browser, server, "Koordinator", refused);
    await page.context().addCookies([{ name: preferenceCookies.colourScheme, value: colours, url: server.url }]);
    await page.evaluate((body) => fetch("/preferences", { method: "POST", body: new URLSearchParams(body) }), { language, colourScheme: colours });
    for (const path of ["", "/M15", "/M14", "/M20/record", "/M28/record", "/M10", "/M21/submit", "/M15/decide", "/../journal"]) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${project}/milestones${path}`);
      expect(await page.getAttribute("html", "lang")).toBe(language);
      await page.locator("details").evaluateAll((all) => { for (const each of all) (each as HTMLDetailsElement).open = !each.classList.contains("choices"); });
      expect(await axeFindings(page), `${path} wide`).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await overflowOf(page), `${path} at 320 px`).toBeLessThanOrEqual(0);
      // what is laid out differently on a phone is so in every language
      if (language === "nb") expect(await axeFindings(page), `${path} narrow`).toEqual([]);
    }
    expect(page.faults).toEqual([]);
    await page.context().close();
  },
);

async function planOf(page: Page): Promise<string> {
  await page.goto(`${project}/milestones/M15`);
  return /^\/projects\/[^/]+\/documents\/[^/]+/.exec((await page.locator('a[href*="/documents/"]').first().getAttribute("href")) ?? "")?.[0] ?? "";
}
