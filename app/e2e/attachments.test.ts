// Files as evidence, by real people in real browsers and over real sockets: sent, read, refused, cut off half way, approved, taken away.
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { once } from "node:events";
import { request as ask, type IncomingMessage } from "node:http";
import { join } from "node:path";
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
const text = (name: string, words: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(words, "utf8") });

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ env: { SAMTUN_LARGEST_FILE_MB: "1" } }), launchBrowser()]);
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

async function send(page: Page, type: string, file: ReturnType<typeof text>): Promise<void> {
  await page.locator("[name=type]").selectOption(type);
  await page.locator("#file").setInputFiles(file);
  await page.getByRole("button", { name: "Legg til", exact: true }).click();
}

/** Every file on the disk that is somebody's or half somebody's. */
const onDisk = () => readdirSync(`${server.databaseUrl}.files`, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));

test("[E2, E6, E9] a file is sent, decided on, and taken away: the approval says which, and stays readable", async () => {
  const board = await enterAs(browser, server, "Forelder A", refused);
  await board.goto(`${project}/milestones/M23/files`);
  const words = "Avtale med forretningsfører, utkast 3. Æ ø å.";
  await send(board, "letterOfIntent", text("Avtale forretningsfører.txt", words));
  await board.getByText("Fila er lagret.").waitFor();
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain(createHash("sha256").update(words).digest("hex").slice(0, 12));
  const [download] = await Promise.all([board.waitForEvent("download"), board.getByRole("link", { name: "Avtale forretningsfører.txt" }).click()]);
  expect(readFileSync(await download.path(), "utf8")).toBe(words);
  expect(download.suggestedFilename()).toBe("Avtale forretningsfører.txt");

  await board.goto(`${project}/milestones/M23/submit`);
  for (const box of await board.locator("[name=documentId]:checked").all()) await box.uncheck();
  expect(await board.getByRole("checkbox", { name: "Avtale forretningsfører.txt" }).isChecked()).toBe(true);
  await board.getByRole("button", { name: "Send inn" }).click();
  await board.waitForURL(/done=submitted/);

  const other = await enterAs(browser, server, "Forelder B", refused);
  await other.goto(`${project}/milestones/M23/decide`);
  await expect.poll(() => main(other), { timeout: 10_000 }).toContain("Avtale forretningsfører.txt");
  await other.getByRole("radio", { name: "Godkjenn", exact: true }).check();
  await other.locator("[name=authority]").fill("Styresak 9/26");
  await sayHere(other);
  await other.getByRole("button", { name: "Registrer avgjørelsen" }).click();
  await other.waitForURL(/done=decided/);
  await other.locator(".standing").getByText(/Godkjenningen gjelder/).first().waitFor();

  await board.goto(`${project}/milestones/M23/files`);
  await board.locator("summary", { hasText: "Ta bort" }).click();
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Er milepælen godkjent, gjelder ikke godkjenningen lenger.");
  await board.getByLabel("Hvorfor?").fill("Det kom et nytt utkast.");
  await board.getByRole("button", { name: "Ta bort fila" }).click();
  await board.getByText("Fila er tatt bort.").waitFor();
  await other.goto(`${project}/milestones/M23`);
  const standing = other.locator(".standing");
  await standing.getByText(/Fil 1 ble tatt bort .* av Forelder A, styremedlem\. Se om det fortsatt passer, og be om ny godkjenning\./).waitFor();
  await expect.poll(() => main(other), { timeout: 10_000 }).toContain("Godkjenningen gjelder ikke nå");
  // what was sent in and decided on is kept, also when it has been taken away
  await other.goto(`${project}/milestones/M23/files`);
  await other.locator("summary", { hasText: "1 fil er tatt bort" }).click();
  await expect.poll(() => main(other), { timeout: 10_000 }).toContain("Det kom et nytt utkast.");
  const [again] = await Promise.all([other.waitForEvent("download"), other.getByRole("link", { name: "Avtale forretningsfører.txt" }).click()]);
  expect(readFileSync(await again.path(), "utf8")).toBe(words);
  expect([...board.faults, ...other.faults]).toEqual([]);
  for (const page of [board, other]) await page.context().close();
});

test("[E1, E3, E5] without script: what a file is not is said at its field, the type is kept, and the right one goes through", async () => {
  const board = await withoutScript("Forelder B");
  await board.goto(`${project}/milestones/M19/files`);
  await send(board, "costEstimate", { name: "Overslag.pdf", mimeType: "application/pdf", buffer: Buffer.concat([Buffer.from("MZ"), randomBytes(400)]) });
  expect(await board.locator("#file-fault").innerText()).toContain("vi ser på innholdet, ikke på navnet");
  expect(await board.locator("#file").getAttribute("aria-invalid")).toBe("true");
  expect(await board.locator("[name=type]").inputValue()).toBe("costEstimate");
  await send(board, "household", text("Hva vi har råd til.txt", "Dette er vårt."));
  expect(await board.locator("#file-fault").innerText()).toContain("Send det direkte til kommunen eller banken");
  await send(board, "costEstimate", text("Overslag.txt", "Ti millioner."));
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Fila er lagret.");
  await expect.poll(() => main(board), { timeout: 10_000 }).toContain("Overslag.txt");

  // who does not read estimates is told that there is a file, not which; and its address leads nowhere
  const architect = await withoutScript("Arkitekt");
  await architect.goto(`${project}/milestones/M19/files`);
  await expect.poll(() => main(architect), { timeout: 10_000 }).toContain("Det er én fil til, som rollen din ikke leser.");
  expect(await architect.content()).not.toContain("Overslag");
  expect(await architect.locator("#file").count()).toBe(0);
  expect((await architect.context().request.get(`${server.url}${project}/milestones/M19/files/1`)).status()).toBe(404);
  expect([...board.faults, ...architect.faults]).toEqual([]);
  for (const page of [board, architect]) await page.context().close();
});

test("[E2, E5, O1] over real sockets: too large, cut off, from elsewhere, not signed in, not allowed; nothing of it stays on the disk", async () => {
  const before = onDisk();
  const address = `${project}/milestones/M23/files/upload`;
  const cookieOf = async (name: string) => {
    const page = await enterAs(browser, server, name);
    const cookies = (await page.context().cookies()).map((each) => `${each.name}=${each.value}`).join("; ");
    await page.context().close();
    return cookies;
  };
  const [board, parent] = [await cookieOf("Forelder A"), await cookieOf("Forelder D")];
  const form = (bytes: Buffer) => {
    const body = new FormData();
    body.set("type", "minutes");
    body.set("file", new File([new Uint8Array(bytes)], "Referat.txt", { type: "text/plain" }));
    return body;
  };
  // each on a connection of its own: one kept open may be closed by the server at the very moment it is used again
  const post = async (cookie: string, bytes: Buffer, origin = server.url, to = address) => {
    const whole = new Response(form(bytes));
    const body = Buffer.from(await whole.arrayBuffer());
    const sent = ask(`${server.url}${to}`, { method: "POST", agent: false, headers: { cookie, origin, "content-type": whole.headers.get("content-type") ?? "", "content-length": body.length } });
    sent.end(body);
    const [answer] = (await once(sent, "response")) as [IncomingMessage];
    const told = Buffer.concat(await answer.toArray() as Buffer[]).toString("utf8");
    return { status: answer.statusCode, json: () => JSON.parse(told) as { readonly refusal?: { readonly code: string } } };
  };
  const small = Buffer.from("Referat.");

  const large = await post(board, Buffer.alloc(1_000_001, 97));
  expect([large.status, large.json()]).toEqual([422, { refusal: { code: "fileRefused", why: "tooLarge" } }]);
  expect((await post(board, small, "https://elsewhere.example")).status).toBe(403);
  const nobody = await post("", small);
  expect([nobody.status, nobody.json()]).toEqual([401, { refusal: { code: "signInNeeded" } }]);
  const unallowed = await post(parent, small);
  expect([unallowed.status, unallowed.json().refusal?.code]).toEqual([403, "notAllowed"]);
  const elsewhere = await post(board, small, server.url, "/projects/00000000-0000-4000-8000-000000000000/milestones/M23/files/upload");
  expect(elsewhere.status).toBe(404);

  // a connection that breaks when half of what was promised has come
  const boundary = "----cut";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="type"\r\n\r\nminutes\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="Halv.txt"\r\nContent-Type: text/plain\r\n\r\n`;
  const cut = ask(`${server.url}${address}`, {
    method: "POST", headers: { cookie: board, origin: server.url, "content-type": `multipart/form-data; boundary=${boundary}`, "content-length": head.length + 800_000 },
  });
  const ended = new Promise((done) => cut.on("error", () => undefined).on("close", done));
  cut.write(head);
  cut.write(Buffer.alloc(300_000, 97));
  await expect.poll(() => onDisk().length, { timeout: 10_000 }).toBe(before.length + 1);
  cut.destroy();
  await ended;
  await expect.poll(onDisk, { timeout: 10_000 }).toEqual(before);

  // and the server goes on as before
  const whole = await post(board, small);
  expect([whole.status, whole.json()]).toEqual([200, { number: 2 }]);
  const kept = await fetch(`${server.url}${project}/milestones/M23/files/2`, { headers: { cookie: board, range: "bytes=2-4" } });
  expect([kept.status, kept.headers.get("content-range"), await kept.text()]).toEqual([206, "bytes 2-4/8", "fer"]);
  expect(kept.headers.get("content-disposition")).toMatch(/^attachment; /);
  // nothing a person named, and no cookie, is in the log
  expect(server.printed().join("\n")).not.toMatch(/Halv\.txt|Referat\.txt/);
});

test.each(languages)("[U2] the page of files is whole in %s, on a phone too, and axe finds nothing", async (language) => {
  const page = await enterAs(browser, server, "Forelder A");
  await page.evaluate((body) => fetch("/preferences", { method: "POST", body: new URLSearchParams(body) }), { language, colourScheme: "light" });
  await page.goto(`${project}/milestones/M15/files`);
  await expect.poll(() => page.locator("html").getAttribute("lang")).toBe(language);
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflowOf(page)).toBe(0);
  expect(page.faults).toEqual([]);
  await page.context().close();
});
