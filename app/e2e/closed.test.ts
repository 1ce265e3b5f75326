// What the writing page says and offers when the server closes its socket, and that it is over when it is.
import type { Browser, Page, WebSocketRoute } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeCodes } from "../domain/documents/live";
import { wordsIn } from "../words";
import { enterAs, launchBrowser, type WatchedPage } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer;
let browser: Browser;
beforeAll(async () => void ([server, browser] = await Promise.all([startServer(), launchBrowser()])));
afterAll(async () => void (await Promise.all([browser.close(), server.close()])));

const { documents, writing } = wordsIn("nb");
const text = (page: Page) => page.locator("#text");
const line = (page: Page, words: string) => page.locator(".save-line", { hasText: words });

/** The plan, being written. `judge` answers the code to close with when the page sends its own edit. */
async function write(judge: () => number | null): Promise<WatchedPage> {
  const page = await enterAs(browser, server, "Forelder A");
  await page.routeWebSocket(/\/sync\//, (socket: WebSocketRoute) => {
    const toServer = socket.connectToServer();
    socket.onMessage((message) => {
      const isEdit = typeof message !== "string" && message[0] === 0 && message[1] === 2;
      const code = isEdit ? judge() : null;
      if (code === null) toServer.send(message);
      else void socket.close({ code }).then(() => toServer.close());
    });
  });
  await page.getByRole("link", { name: wordsIn("nb").project.frame.plan, exact: true }).click();
  await page.getByRole("link", { name: documents.read.write }).click();
  await text(page).waitFor();
  await line(page, writing.saving.stored).waitFor();
  return page;
}

test("[D24] no room: the line says what to do and where the words are, and comes back by itself with everything", async () => {
  let isFull = true;
  const page = await write(() => (isFull ? closeCodes.tooManyOpen : null));
  await text(page).locator("p").last().click();
  await page.keyboard.type("Kom ikke inn med en gang.");
  const { happened, advice } = writing.saving.waiting.tooManyOpen;
  await line(page, `${happened}. ${advice} ${writing.saving.kept.onDevice}`).waitFor();
  isFull = false;
  await line(page, writing.saving.stored).waitFor();
  expect(page.faults).toEqual([]);
  await page.context().close();
});

test("[D17] too large: what was written can be read, and let go of, and then the text can be written in again", async () => {
  let isTooLarge = true;
  const page = await write(() => (isTooLarge ? closeCodes.tooLarge : null));
  await text(page).locator("p").last().click();
  await page.keyboard.type("Altfor mye.");
  const notice = page.getByRole("alert");
  await notice.getByText(writing.closed.tooLarge).waitFor();
  isTooLarge = false;
  await notice.getByRole("button", { name: writing.closed.startOver }).click();
  await page.waitForLoadState();
  await line(page, writing.saving.stored).waitFor();
  expect(await text(page).innerText()).not.toContain("Altfor mye.");
  await text(page).locator("p").last().click();
  await page.keyboard.type("Kortere.");
  await line(page, writing.saving.stored).waitFor();
  await page.reload();
  await text(page).getByText("Kortere.").waitFor();
  expect(page.faults).toEqual([]);
  await page.context().close();
});
