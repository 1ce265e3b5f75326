// The copy on the device, in a real browser with a real IndexedDB, against the real socket door.
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { readStored } from "../../db/document-log";
import { closeDoors, openDoor, until, type Door } from "../../server/sync/door-testing";
import { replay } from "../../server/sync/replay";
import { liveHouse } from "../../server/sync/testing";
import type { Visitor } from "../../server/visitor";
import type { LiveConnection } from "../ui/live/connection";
import { launchBrowser } from "./browser";

declare global {
  /** What the bundled module puts on the page, and what the page opened with it. */
  interface Window {
    live: typeof import("../ui/live/connection");
    opened: LiveConnection;
  }
}

let browser: Browser;
let script: string;
beforeAll(async () => {
  const [bundle, started] = await Promise.all([
    build({
      stdin: { contents: `export { connectDocument } from "./connection"`, resolveDir: join(import.meta.dirname, "../ui/live"), loader: "ts" },
      bundle: true, write: false, format: "iife", globalName: "live", platform: "browser",
    }),
    launchBrowser(),
  ]);
  script = bundle.outputFiles[0]?.text ?? "";
  browser = started;
});
afterAll(() => browser.close());
afterEach(closeDoors);

async function enter(door: Door, visitor: Visitor): Promise<Page> {
  door.visitors.set("who=me", visitor);
  door.server.on("request", (request, response) => {
    response.setHeader("Content-Type", request.url === "/live.js" ? "text/javascript" : "text/html");
    response.end(request.url === "/live.js" ? script : "<!doctype html><title>x</title><script src=/live.js></script>");
  });
  const context = await browser.newContext();
  const address = door.url.replace("ws:", "http:").replace("/sync", "/");
  await context.addCookies([{ name: "who", value: "me", url: address }]);
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

const options = (door: Door, visitor: Visitor) => ({ documentId: door.house.documentId, userId: visitor.userId, schemaVersion: 1 });
const begin = (page: Page, door: Door, visitor: Visitor) => page.evaluate((given) => void (window.opened = window.live.connectDocument(given)), options(door, visitor));
const state = (page: Page) => page.evaluate(() => window.opened.getState());
const write = (page: Page, text: string) => page.evaluate((words) => window.opened.doc.getText("words").insert(0, words), text);
const databases = (page: Page) => page.evaluate(async () => (await indexedDB.databases()).map((each) => each.name));

test("[D16] what is written without a connection survives the page, is not called stored, and is when it is", async () => {
  const door = await openDoor(await liveHouse("sqlite"));
  const visitor = await door.house.join("Forelder A", "parent");
  const page = await enter(door, visitor);
  await begin(page, door, visitor);
  await until(async () => (await state(page)).kind === "stored", "stored");
  await page.evaluate(() => window.opened.provider.disconnect());
  await write(page, "på denne enheten");
  await until(async () => (await state(page)).isOnDevice, "the copy on the device");
  expect(await state(page)).toMatchObject({ kind: "offline", hasUnstored: true });

  await page.reload();
  door.visitors.clear();
  await begin(page, door, visitor);
  await until(async () => (await state(page)).kind === "closed", "the server to say that nobody is signed in");
  expect(await state(page)).toMatchObject({ reason: "signedOut", hasUnstored: true, isReady: true });
  // signed out with something unstored: it stays for when they come back
  expect(await databases(page)).toContain(`samtun ${visitor.userId} ${door.house.documentId}`);

  await page.reload();
  door.visitors.set("who=me", visitor);
  await begin(page, door, visitor);
  await until(async () => (await state(page)).kind === "stored", "stored");
  const onDisk = replay(await readStored(door.house.database.db, door.house.documentId));
  expect(onDisk.getText("words").toString()).toBe("på denne enheten");
});

test("[D16] when access ends nothing of the document stays on the device", async () => {
  const door = await openDoor(await liveHouse("sqlite"));
  const visitor = await door.house.join("Forelder A", "parent");
  const page = await enter(door, visitor);
  await begin(page, door, visitor);
  await until(async () => (await state(page)).kind === "stored", "stored");
  await write(page, "x");
  await until(async () => (await state(page)).kind === "stored", "stored");
  expect(await databases(page)).toHaveLength(1);
  await door.house.end(visitor);
  await until(async () => (await state(page)).kind === "closed", "the end");
  await until(async () => (await databases(page)).length === 0, "the copy to be gone");
});
