// A server with nothing but the socket door, and clients for it, for tests of living documents.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { storedMessage } from "../../app/domain/documents/live";
import { readStored } from "../../db/document-log";
import type { Visitor } from "../visitor";
import { openSync, type Sync } from "./open-sync";
import { replay } from "./replay";
import type { LiveHouse } from "./testing";

const closers: (() => Promise<void> | void)[] = [];

/** What must be taken down when the test ends, last first. */
export function onClose(close: () => Promise<void> | void): void {
  closers.push(close);
}

export async function closeDoors(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

export type Door = { readonly house: LiveHouse; readonly sync: Sync; readonly server: Server; readonly url: string; readonly visitors: Map<string, Visitor>; readonly settled: string[] };

/** A server with nothing but the socket door; whoever holds a cookie of `visitors` is signed in. */
export async function openDoor(house: LiveHouse, quietMs = 60_000): Promise<Door> {
  const visitors = new Map<string, Visitor>();
  const settled: string[] = [];
  const sync = openSync({
    office: house.office,
    whoIs: async (headers) => visitors.get(headers.get("cookie") ?? "") ?? null,
    onSettled: async (documentId, room) => void settled.push(`${documentId} ${room}`),
    quietMs,
  });
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  server.on("upgrade", (request, socket, head) => sync.handleUpgrade(request, socket, head));
  onClose(async () => {
    await sync.close();
    server.closeAllConnections();
    server.close();
    await house.database.close();
  });
  return { house, sync, server, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync`, visitors, settled };
}

export function cookieOf(open: Door, visitor: Visitor): string {
  open.visitors.set(visitor.sessionId, visitor);
  return visitor.sessionId;
}

/** A bare socket that says whatever the test wants. */
export async function raw(open: Door, cookie: string, query = "", origin = open.house.office.baseUrl) {
  const ws = new WebSocket(`${open.url}/${open.house.documentId}${query}`, [], { headers: { cookie, origin } });
  ws.on("error", () => undefined);
  const frames: Uint8Array[] = [];
  ws.on("message", (data: Buffer) => frames.push(new Uint8Array(data)));
  const closed = new Promise<number>((resolve) => ws.once("close", resolve));
  await new Promise((resolve) => ws.once("open", resolve).once("close", resolve).once("error", resolve));
  onClose(() => ws.terminate());
  return { ws, frames, closed, stored: () => frames.filter((each) => each[0] === storedMessage).map((each) => decoding.readVarUint(decoding.createDecoder(each.slice(1)))).at(-1) ?? 0 };
}

export async function until(condition: () => boolean | Promise<boolean>, what: string, ms = 8_000): Promise<void> {
  for (const end = Date.now() + ms; !(await condition()); ) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A WebSocket for a provider, which carries that person's cookie as a browser would. */
export function signedIn(open: Door, visitor: Visitor): typeof globalThis.WebSocket {
  const headers = { cookie: cookieOf(open, visitor), origin: open.house.office.baseUrl };
  class SignedIn extends WebSocket {
    constructor(address: string | URL) {
      super(address, [], { headers });
    }
  }
  return SignedIn as unknown as typeof globalThis.WebSocket;
}

/** The stock provider, signed in as that person. */
export function client(open: Door, visitor: Visitor, doc = new Y.Doc()): WebsocketProvider {
  const provider = new WebsocketProvider(open.url, open.house.documentId, doc, { disableBc: true, WebSocketPolyfill: signedIn(open, visitor), maxBackoffTime: 100 });
  onClose(() => {
    provider.destroy();
    doc.destroy();
  });
  return provider;
}

export const synced = (provider: WebsocketProvider) => until(() => provider.synced, "sync");
export const wordsOf = (doc: Y.Doc) => doc.getText("words").toString();
export async function onDisk({ database, documentId }: LiveHouse): Promise<string> {
  const doc = replay(await readStored(database.db, documentId));
  return wordsOf(doc);
}
export function editOf(text: string, doc = new Y.Doc()): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.getText("words").insert(0, text);
  return Y.encodeStateAsUpdate(doc, before);
}
