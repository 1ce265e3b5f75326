// The server is told to stop while people write: it closes in time, and everything anybody had seen or was told is stored comes back.
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { testDatabases } from "../../db/testing";
import { demoPeople } from "./browser";
import { startServer, type RunningServer } from "./harness";

let server: RunningServer | null = null;
const providers: WebsocketProvider[] = [];

afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy();
  await server?.close();
});

async function until(condition: () => boolean, what: string, ms = 15_000): Promise<void> {
  for (const end = Date.now() + ms; !condition(); ) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function cookieOf(running: RunningServer, name: string): Promise<string> {
  const address = demoPeople(running).find((each) => each.name === name)?.address ?? "";
  const answer = await fetch(address, { redirect: "manual" });
  return answer.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
}

async function textOf(running: RunningServer, cookie: string): Promise<{ address: string; documentId: string }> {
  const front = await fetch(`${running.url}/projects`, { headers: { cookie } }).then((answer) => answer.text());
  const documentId = /documents\/([0-9a-f-]{36})/.exec(front)?.[1];
  if (!documentId) throw new Error("no document on the front page");
  return { address: `${running.url.replace("http", "ws")}/sync`, documentId };
}

function join(running: RunningServer, cookie: string, { address, documentId }: { address: string; documentId: string }): WebsocketProvider {
  class SignedIn extends WebSocket {
    constructor(url: string | URL) {
      super(url, [], { headers: { cookie, origin: running.url } });
    }
  }
  const provider = new WebsocketProvider(address, documentId, new Y.Doc(), { disableBc: true, WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket });
  providers.push(provider);
  return provider;
}

test.each(testDatabases)("[O9, O12] SIGTERM while people write: exit 0 within ten seconds, and nothing seen is gone (%s)", async (database) => {
  const running = await startServer({ database });
  server = running;
  const cookie = await cookieOf(running, "Forelder A");
  const place = await textOf(running, cookie);
  const [writer, watcher] = [join(running, cookie, place), join(running, await cookieOf(running, "Koordinator"), place)];
  await until(() => writer.synced && watcher.synced, "both to be in the text");
  const seen = watcher.doc.getText("probe");
  const writing = setInterval(() => writer.doc.getText("probe").insert(0, "x"), 2);
  await until(() => seen.length > 100, "a hundred letters");
  const began = performance.now();
  const stopping = running.stop();
  expect(await stopping).toBe(0);
  clearInterval(writing);
  expect(performance.now() - began).toBeLessThan(10_000);
  const promised = seen.length;
  for (const each of [writer, watcher]) each.disconnect();
  await running.start();
  const later = join(running, cookie, place);
  await until(() => later.synced, "the text");
  expect(later.doc.getText("probe").length).toBeGreaterThanOrEqual(promised);
  // and what was written after the server had gone comes when the writer is back
  writer.connect();
  await until(() => later.doc.getText("probe").length === writer.doc.getText("probe").length, "the rest");
}, 90_000);
