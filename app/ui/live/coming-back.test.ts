// Coming back after the server sent us away: when, what the page knows meanwhile, and that the stock client comes back too.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { WebsocketProvider } from "y-websocket";
import { readSyncMessage } from "y-protocols/sync";
import * as Y from "yjs";
import { closeCodes } from "../../domain/documents/live";
import { returnAfterMs } from "./coming-back";
import { connectDocument } from "./connection";
import type { SaveState } from "./save-state";

const Socket = WebSocket as unknown as typeof globalThis.WebSocket;
const open: (() => void)[] = [];
afterEach(() => open.splice(0).forEach((close) => close()));

/** A server that sends the first of those who come away with these codes, one each, and lets the next in. */
async function doorman(codes: readonly number[]): Promise<string> {
  const left = [...codes];
  const doc = new Y.Doc();
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", (socket) => {
    const code = left.shift();
    if (code !== undefined) return socket.close(code);
    socket.on("message", (data: Buffer) => {
      const decoder = decoding.createDecoder(data);
      if (decoding.readVarUint(decoder) !== 0) return;
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 0);
      readSyncMessage(decoder, encoder, doc, null);
      if (encoding.length(encoder) > 1) socket.send(encoding.toUint8Array(encoder));
    });
  });
  await new Promise((resolve) => server.once("listening", resolve));
  open.push(() => {
    server.clients.forEach((each) => each.terminate());
    server.close();
  });
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Every state the page would show until the document is in step. */
async function statesUntilInStep(address: string): Promise<SaveState[]> {
  const connection = connectDocument({ documentId: "d", userId: "u", schemaVersion: 1, address, Socket });
  open.push(() => connection.destroy());
  const states: SaveState[] = [connection.getState()];
  await new Promise<void>((resolve) => {
    connection.provider.on("sync", (isSynced) => {
      if (isSynced) resolve();
    });
    connection.subscribe(() => states.push(connection.getState()));
  });
  states.push(connection.getState());
  return states;
}

describe("[D16] the state says why while it waits", () => {
  test.each(["restarting", "tooFast"] as const)("%s, until the document is in step again", async (reason) => {
    const states = await statesUntilInStep(await doorman([closeCodes[reason]]));
    const away = states.filter((each) => each.waiting !== null);
    expect(away.length).toBeGreaterThan(0);
    for (const each of away) expect(each).toMatchObject({ kind: "offline", waiting: reason, reason: null });
    expect(states.at(-1)).toMatchObject({ waiting: null, isReady: true });
    expect(states.at(-1)?.kind).not.toBe("offline");
  });

  test("a restarting server that is not there for a while is still restarting; another reason takes its place", async () => {
    const states = await statesUntilInStep(await doorman([closeCodes.restarting, 1011, closeCodes.tooFast, closeCodes.tryLater]));
    const reasons = states.filter((each) => each.kind === "offline").map((each) => each.waiting);
    expect(reasons.filter((each, index) => each !== reasons[index - 1])).toEqual(["restarting", "tooFast", null]);
  });
});

test("[D16] the stock client comes back after each code that says come back, and not after the others", async () => {
  const temporary = [closeCodes.restarting, closeCodes.tryLater, closeCodes.tooManyOpen, closeCodes.tooFast];
  const provider = new WebsocketProvider(await doorman(temporary), "d", new Y.Doc(), { WebSocketPolyfill: Socket, disableBc: true });
  open.push(() => provider.destroy());
  await new Promise<void>((resolve) => provider.on("sync", (isSynced) => isSynced && resolve()));
  const stopped = new WebsocketProvider(await doorman([closeCodes.tooLarge]), "d", new Y.Doc(), { WebSocketPolyfill: Socket, disableBc: true });
  open.push(() => stopped.destroy());
  expect(await new Promise((resolve) => stopped.on("closed", ({ code }) => resolve(code)))).toBe(closeCodes.tooLarge);
}, 30_000);

describe("[O12] not everybody comes back in the same moment", () => {
  const between = (code: number | undefined, failures: number) => [0, 1].map((random) => returnAfterMs(code, failures, () => random));

  test("after a restart within a second, whatever came before; when there is no room or we were too fast, after a while", () => {
    for (const failures of [1, 20]) {
      expect(between(closeCodes.restarting, failures)).toEqual([0, 1_000]);
      expect(between(closeCodes.tooFast, failures)).toEqual([1_000, 3_000]);
      expect(between(closeCodes.tooManyOpen, failures)).toEqual([5_000, 10_000]);
    }
  });

  test("a lost connection: soon, then later, and never the same for all", () => {
    expect(between(1006, 1)).toEqual([100, 200]);
    expect(between(undefined, 3)).toEqual([400, 800]);
    expect(between(1006, 50)).toEqual([2_000, 4_000]);
  });
});
