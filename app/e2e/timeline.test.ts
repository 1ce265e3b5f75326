// The timeline in a real browser: the picture and the table say the same, all of it works without script and by keyboard, on a phone and on paper.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languages, preferenceCookies } from "../domain/preference";
import { daysBetween, type Day } from "../domain/time";
import { wordsIn } from "../words";
import { axeFindings, overflowOf } from "./axe";
import { demoPeople, enterAs, launchBrowser, openPage, openWindow } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
let project: string;
const { timeline: say, project: around, front } = wordsIn("nb");
const refused = [/status of 422/];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  const page = await enterAs(browser, server, "Forelder D");
  project = new URL(page.url()).pathname;
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

type Told = Readonly<Record<string, Readonly<Record<string, string>>>>;
const names = ["planned", "expected", "forecast", "reached", "expires"] as const;

/** By code and kind: the day in the table. */
async function told(page: Page): Promise<Told> {
  return page.locator(".tl-table tbody tr").evaluateAll((rows) => Object.fromEntries(rows.map((row) => [
    row.getAttribute("data-code"),
    Object.fromEntries([...row.querySelectorAll("td[data-day] time")].map((time) => [time.parentElement?.getAttribute("data-day"), time.getAttribute("datetime")])),
  ]))) as Promise<Told>;
}

/** By code and kind: where across the picture its sign stands, in the units of the drawing. */
async function drawn(page: Page): Promise<Record<string, Record<string, number>>> {
  return page.locator(".tl-wide g[data-code]").evaluateAll((lines, kinds) => Object.fromEntries(lines.map((line) => [
    line.getAttribute("data-code"),
    Object.fromEntries(kinds.flatMap((kind) => {
      const sign = line.querySelector<SVGGraphicsElement>(`.tl-${kind}`);
      const box = sign?.getBBox();
      return box ? [[kind, box.x + box.width / 2]] : [];
    })),
  ])), names);
}

test.each(["", "?zoom=2027", "?zoom=next"])("[T10] the picture and the table%s have the same milestones with the same days", async (choices) => {
  const page = await enterAs(browser, server, "Forelder D");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${project}/timeline${choices}`);
  const [table, picture] = [await told(page), await drawn(page)];
  if (choices === "") expect(Object.keys(table)).toHaveLength(40);
  expect(Object.keys(table).length).toBeGreaterThan(5);
  expect(Object.keys(picture).sort()).toEqual(Object.keys(table).sort());
  // two signs of the picture fix its scale; every other sign must then stand where the table's day says
  const all = Object.entries(table).flatMap(([code, days]) => names.flatMap((name) => (days[name] ? [{ code, name, day: days[name] as Day, x: picture[code]?.[name] }] : [])));
  const seen = all.flatMap((each) => (each.x === undefined ? [] : [{ ...each, x: each.x }])).sort((left, right) => left.x - right.x);
  const [first, last] = [seen[0], seen.at(-1)];
  if (!first || !last) throw new Error("no signs");
  const perDay = (last.x - first.x) / daysBetween(first.day, last.day);
  for (const { code, name, day, x } of seen) expect(Math.abs(first.x + perDay * daysBetween(first.day, day) - x), `${code} ${name}`).toBeLessThan(0.6);
  const [least, most] = [first.day, last.day];
  for (const { code, name, day, x } of all) if (x === undefined) expect(day < least || day > most, `${code} ${name} ${day} is not in the picture`).toBe(true);
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test("[T5, T6, T10] without any script: the way there, a year, another order, and what moves when the zoning plan comes later", async () => {
  const page = await openPage(await openWindow(browser, server, { javaScriptEnabled: false }), server, refused);
  await page.goto(demoPeople(server).find((each) => each.name === "Koordinator")?.address ?? "");
  await page.getByRole("link", { name: front.full.forecastMore }).click();
  await page.waitForURL(/\/timeline$/);
  expect(await page.locator("h1").innerText()).toBe(say.title);
  expect(await page.locator(".tl-likely").innerText()).toMatch(/^Mest sannsynlig innflytting: [a-z]+ 20\d\d\.$/);
  expect(await page.locator(".tl-eight").innerText()).toMatch(/^Åtte av ti ganger innen utgangen av [a-z]+ 20\d\d\.$/);

  await page.getByRole("link", { name: "2027", exact: true }).click();
  await page.waitForURL(/zoom=2027/);
  expect(await page.locator('.tl-zooms [aria-current="true"]').innerText()).toBe("2027");
  await page.getByRole("columnheader", { name: say.table.slack }).getByRole("link").click();
  await page.waitForURL(/\?zoom=2027&order=slack$/);
  expect(await page.locator(".tl-table tbody tr").first().innerText()).toContain(say.table.critical);
  expect(await page.locator("th[aria-sort]").innerText()).toBe(say.table.slack);

  await page.getByRole("button", { name: say.slip.show }).click();
  await page.locator("#slip-fault").waitFor();
  await page.locator("[name=slip]").selectOption("M14");
  await page.locator("[name=days]").fill("to");
  await page.getByRole("button", { name: say.slip.show }).click();
  await page.locator("#days-fault").waitFor();
  expect(await page.locator("[name=days]").inputValue()).toBe("to");
  await page.locator("[name=days]").fill("200");
  await page.getByRole("button", { name: say.slip.show }).click();
  const answer = page.locator(".tl-slip-answer");
  await answer.getByRole("row", { name: /M14/ }).waitFor();
  const zoning = await answer.getByRole("row", { name: /M14/ }).locator("time").evaluateAll((times) => times.map((each) => each.getAttribute("datetime") ?? ""));
  expect(daysBetween(zoning[0] as Day, zoning[1] as Day)).toBe(200);
  const moveIn = (await answer.getByRole("row", { name: /M35/ }).getByRole("cell").last().innerText()).trim();
  expect(await answer.innerText()).toContain(`Innflyttingen blir ${moveIn} senere.`);
  expect(await answer.innerText()).toMatch(/«Tomta er sikret» løper ut 30\.\s+september 2027\. .*Det mangler \d+ dager\./);
  // the choices made before are kept
  expect(new URL(page.url()).searchParams.get("order")).toBe("slack");
  await page.context().close();
});

test("[U1, T10] the keyboard reaches every choice, and what moves is told when it comes", async () => {
  const page = await enterAs(browser, server, "Forelder D", refused);
  await page.getByRole("navigation", { name: around.frame.navigation }).getByRole("link", { name: around.frame.timeline }).click();
  await page.waitForURL(/\/timeline$/);
  await page.locator("[name=slip]").focus();
  await page.keyboard.type("M27");
  await page.keyboard.press("Tab");
  await page.keyboard.type("30");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: /Innflyttingen blir \d+ dager senere\./ }).waitFor();
  const next = page.getByRole("link", { name: say.zoom.next });
  await next.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/zoom=next/);
  // the address changes a moment before the picture does
  await expect.poll(() => page.locator(".tl-wide svg").first().getAttribute("aria-label")).toContain(around.phase.F3);
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test("[T9] a resident is told in easy language, a parent in a sentence with what decides it", async () => {
  const resident = await enterAs(browser, server, "Beboer A04");
  expect(await resident.locator(".easy-sentences").innerText()).toMatch(/Vi tror innflyttingen blir i [a-z]+ 20\d\d\./);
  const parent = await enterAs(browser, server, "Forelder D");
  expect(await parent.locator(".move-in-forecast").innerText()).toMatch(/Mest sannsynlig flytter beboerne inn i [a-z]+ 20\d\d\. .*Det som avgjør: «[^»]+»/);
  for (const page of [resident, parent]) {
    expect(page.faults).toEqual([]);
    await page.context().close();
  }
});

test.each(languages.flatMap((language) => (["light", "dark"] as const).map((colours) => [language, colours] as const)))(
  "[U2, T10] axe finds nothing on the timeline in %s, %s, and a phone shows the list first, without scrolling sideways",
  async (language, colours) => {
    const page = await enterAs(browser, server, "Forelder D", refused);
    await page.context().addCookies([{ name: preferenceCookies.colourScheme, value: colours, url: server.url }]);
    await page.evaluate((body) => fetch("/preferences", { method: "POST", body: new URLSearchParams(body) }), { language, colourScheme: colours });
    for (const choices of ["", "?slip=M14&days=200&order=forecast", "?slip=M14&days=x"]) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${project}/timeline${choices}`);
      expect(await page.getAttribute("html", "lang")).toBe(language);
      expect(await axeFindings(page), `${choices} wide`).toEqual([]);
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 740 });
        expect(await overflowOf(page), `${choices} at ${width} px`).toBeLessThanOrEqual(0);
      }
      expect(await axeFindings(page), `${choices} narrow`).toEqual([]);
      const [list, picture] = [await page.locator(".tl-table").boundingBox(), await page.locator(".tl-narrow").boundingBox()];
      expect((list?.y ?? 0) < (picture?.y ?? 0)).toBe(true);
      expect(await page.locator(".tl-wide").isVisible()).toBe(false);
    }
    expect(page.faults).toEqual([]);
    await page.context().close();
  },
);

test("[T10] on paper, A4 and A3 on its side, every milestone stands in the picture and in the table", async () => {
  const page = await enterAs(browser, server, "Forelder D");
  await page.goto(`${project}/timeline`);
  const folder = mkdtempSync(join(tmpdir(), "samtun-paper-"));
  try {
    for (const format of ["A4", "A3"]) {
      const file = join(folder, `${format}.pdf`);
      await page.pdf({ path: file, format, landscape: true });
      const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
      for (const code of Object.keys(await told(page))) expect(text.split(code).length - 1, `${format} ${code}`).toBeGreaterThanOrEqual(2);
      expect(text).toContain("Mest sannsynlig innflytting:");
      // what can only be pressed stays on the screen
      expect(text).not.toContain(say.slip.show);
      expect(text).not.toContain(say.zoom.next);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await page.context().close();
  }
});
