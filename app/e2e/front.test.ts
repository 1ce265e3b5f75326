// A project's own pages in a real browser: the front page as different roles meet it, the policy page, and nothing for strangers.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { colourSchemes, languages } from "../domain/preference";
import { wordsIn } from "../words";
import { axeFindings, overflowOf } from "./axe";
import { enterAs, launchBrowser, type WatchedPage } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const { front: say, policy, project: around } = wordsIn("nb");
const heading = (page: WatchedPage, name: string) => page.getByRole("heading", { name, exact: true });

/** Chooses as a person does, by posting the form of the frame. */
async function choose(page: WatchedPage, choice: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(async (form) => void (await fetch("/preferences", { method: "POST", body: new URLSearchParams(form) })), choice);
  await page.reload();
}

describe("[U10] the front page", () => {
  test("a parent lands on it, and sees where the project is, who it waits for and what is late", async () => {
    const page = await enterAs(browser, server, "Forelder E");
    expect(new URL(page.url()).pathname).toMatch(/^\/projects\/[^/]+$/);
    await heading(page, say.full.title).waitFor();
    expect(await page.locator('.phase-strip [aria-current="step"]').innerText()).toContain(around.phase.F4);
    expect(await page.locator(".front-hero").innerText()).toContain("kommunen, som har hatt «Forprosjekt og kostnadsoverslag»");
    expect(await page.getByRole("region", { name: say.full.late }).innerText()).toContain("Reguleringsplan");
    expect(await page.getByRole("region", { name: say.full.deadlines }).innerText()).toContain("30.\u00a0september 2027");
    expect(await heading(page, say.full.yours).count()).toBe(0);
    expect(page.faults).toEqual([]);
  });

  test("to the coordinator it says first what waits for the coordinator, one click away", async () => {
    const page = await enterAs(browser, server, "Koordinator");
    const yours = page.getByRole("region", { name: say.full.yours });
    await yours.getByRole("link", { name: "Forprosjekt og kostnadsoverslag" }).click();
    await page.waitForURL(/\/milestones\/M15$/);
    expect(page.faults).toEqual([]);
  });

  test("[U11] a resident gets the easy page: short lines, and the plan", async () => {
    const page = await enterAs(browser, server, "Beboer A04");
    await heading(page, say.easy.title).waitFor();
    expect(await page.getByRole("region", { name: say.easy.nowHeading }).innerText()).toContain("Arkitekten tegner husene.");
    expect(await page.getByRole("navigation", { name: around.frame.navigation }).innerText()).not.toContain(around.frame.milestones);
    await page.getByRole("link", { name: say.easy.readPlan }).click();
    await page.waitForURL(/\/documents\/[^/]+$/);
    expect(page.faults).toEqual([]);
  });

  test("[U11] an observer sees no plan", async () => {
    const page = await enterAs(browser, server, "Observatør");
    await heading(page, say.easy.title).waitFor();
    expect(await page.getByRole("link", { name: say.easy.readPlan }).count()).toBe(0);
  });
});

test("[M21] the coordinator writes why the project answers a measure, and a form sent empty keeps its place", async () => {
  const page = await enterAs(browser, server, "Koordinator", [/status of 422/]);
  await page.getByRole("link", { name: around.frame.policy, exact: true }).click();
  await page.waitForURL(/\/policy$/);
  const card = page.locator("li.card", { hasText: "T3-09" });
  await card.getByText(policy.write, { exact: true }).click();
  await card.getByLabel(policy.justification).fill("   ");
  await card.getByRole("button", { name: policy.save }).click();
  await card.locator(".ds-validation-message").waitFor();
  await card.getByLabel(policy.justification).fill("Avtalen om tildeling er en reserve.");
  await card.getByRole("button", { name: policy.save }).click();
  await page.getByRole("status").getByText(policy.saved).waitFor();
  expect(await page.getByRole("region", { name: policy.anchored }).innerText()).toContain("Avtalen om tildeling er en reserve.");
  expect(page.faults).toEqual([]);
});

test("[X1] whoever is no member gets 404 on every address of the project, as for one that does not exist", async () => {
  const parent = await enterAs(browser, server, "Forelder A");
  const project = new URL(parent.url()).pathname;
  const plan = await parent.getByRole("link", { name: around.frame.plan, exact: true }).getAttribute("href");
  const outsider = await enterAs(browser, server, "Administrator i kommunen", [/status of 404/]);
  const milestone = `${project}/milestones/M15`;
  const addresses = [
    project, `${project}/policy`, `${project}/journal`, `${project}/people`, `${project}/milestones`, milestone, `${milestone}/submit`,
    `${milestone}/decide`, `${milestone}/record`, `${plan}`, `${plan}/write`, `${plan}/versions`, `${plan}/versions/1`, `${plan}/compare?from=1&to=2`,
    "/projects/no-such-project",
  ];
  for (const address of addresses) expect([address, (await outsider.goto(address))?.status()]).toEqual([address, 404]);
  const posted = await outsider.evaluate(
    async (address) => (await fetch(address, { method: "POST", body: new URLSearchParams({ measureId: "T3-07", justification: "x" }) })).status, `${project}/policy`,
  );
  expect(posted).toBe(404);
});

describe.each(languages)("[U2] in %s", (language) => {
  test.each(["Koordinator", "Beboer A04"])("axe finds nothing on the pages of %s, light or dark, and 320 px is wide enough", async (name) => {
    const page = await enterAs(browser, server, name);
    const front = page.url();
    for (const colourScheme of colourSchemes.filter((each) => each !== "auto")) {
      await choose(page, { language, colourScheme });
      for (const address of [front, `${front}/policy`]) {
        await page.goto(address);
        expect(await page.locator("html").getAttribute("lang")).toBe(language);
        expect(await axeFindings(page)).toEqual([]);
      }
    }
    await page.setViewportSize({ width: 320, height: 700 });
    for (const address of [front, `${front}/policy`]) {
      await page.goto(address);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    }
    await choose(page, { language: "nb", colourScheme: "auto" });
    expect(page.faults).toEqual([]);
  });
});
