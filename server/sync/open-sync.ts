// The socket door: who may come in to which document, and what happens to the socket from then on.
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import { kindOf } from "../../app/domain/documents";
import { closeCodes, type CloseCode } from "../../app/domain/documents/live";
import type { DocumentId } from "../../app/domain/ids";
import { may } from "../../app/domain/permission";
import { findDocumentAnywhere } from "../../db/document";
import { hasBeenMember } from "../../db/membership";
import { actorIn, type WhoIs } from "../access";
import { headersOf } from "../http/headers-of";
import { isSameOrigin } from "../http/same-origin";
import type { Office } from "../office";
import { Connection, type Arrival } from "./connection";
import { Hall, type OnSettled } from "./hall";

/** The largest edit taken (a large paste with room to spare); beyond twice this the socket is cut without reading on. */
const largestFrame = 8 * 1024 * 1024;
/** Many documents in many tabs on several machines; a page that opens them without end is turned away. */
const socketsPerPerson = 100;

export type Sync = {
  /** For the HTTP server's `upgrade` event, path `/sync/:documentId`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Puts on disk what has arrived, sends everybody away to come back, and lets go of all rooms. */
  close(): Promise<void>;
  counts(): { readonly rooms: number; readonly connections: number };
};

export type SyncParts = {
  readonly office: Office;
  readonly whoIs: WhoIs;
  readonly onSettled: OnSettled;
  /** How long a document must have been left alone before it counts as settled. */
  readonly quietMs?: number;
};

export function openSync({ office, whoIs, onSettled, quietMs = 5_000 }: SyncParts): Sync {
  const hall = new Hall(office, whoIs, onSettled, quietMs);
  const server = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload: 2 * largestFrame });

  async function admit(request: IncomingMessage): Promise<Arrival | CloseCode> {
    const { documentId, schema, wantsStored } = wishOf(request);
    const headers = headersOf(request.headers);
    const person = await whoIs(headers);
    if (!person) return closeCodes.signedOut;
    const document = documentId === null ? null : await findDocumentAnywhere(office.db, documentId);
    if (!document) return closeCodes.notFound;
    const kind = kindOf(document.kind);
    const actor = await actorIn(office.db, person, document.projectId);
    if (!actor.ok) {
      // whoever has been a member knows that it exists, and must hear that the copy on their device has to go
      return (await hasBeenMember(office.db, person.userId, document.projectId)) ? closeCodes.accessEnded : closeCodes.notFound;
    }
    if (!may(actor.value, "read", { thing: kind.thing })) return closeCodes.accessEnded;
    if (schema !== null && schema !== String(kind.schemaVersion)) return closeCodes.reload;
    return { documentId: document.id, person, actor: actor.value, thing: kind.thing, headers, wantsStored };
  }

  function seat(ws: WebSocket, socket: Duplex, arrival: Arrival, rightsAsked: number): void {
    const connection = new Connection(ws, socket as Socket, arrival, (from, frame) => room.receive(from, frame));
    const room = hall.enter(arrival.documentId, connection);
    ws.on("message", (data: Buffer, isBinary: boolean) => {
      connection.isAlive();
      if (!isBinary) connection.close(closeCodes.malformed, "text");
      else if (data.length > largestFrame) connection.close(closeCodes.tooLarge, "too large");
      else connection.arrived(data);
    });
    ws.on("pong", () => connection.isAlive());
    ws.on("close", (code) => hall.leave(room, connection, code !== 1006));
    socket.on("drain", () => room.drained(connection));
    if (hall.rightsChanged !== rightsAsked) void hall.judge(connection);
  }

  return {
    handleUpgrade(request, socket, head) {
      socket.on("error", () => socket.destroy());
      if (hall.isClosing) return refuse(socket, "503 Service Unavailable");
      if (!/^\/sync\//.test(request.url ?? "")) return refuse(socket, "404 Not Found");
      if (!isOurOrigin(request, office)) return refuse(socket, "403 Forbidden");
      const rightsAsked = hall.rightsChanged;
      admit(request)
        .catch((fault: unknown) => {
          office.log.error({ err: fault }, "a socket could not be admitted");
          return closeCodes.tryLater;
        })
        .then((answer) => {
          // a browser cannot read the status of a refused upgrade: it is let in to be told why it may not stay
          server.handleUpgrade(request, socket, head, (ws) => {
            // before anything else: without a listener a broken frame would end the server
            ws.on("error", () => undefined);
            if (hall.isClosing) ws.close(closeCodes.restarting);
            else if (typeof answer === "number") ws.close(answer);
            else if (hall.countOf(answer.person.userId) >= socketsPerPerson) ws.close(closeCodes.tryLater);
            else seat(ws, socket, answer, rightsAsked);
          });
        })
        .catch((fault: unknown) => {
          office.log.error({ err: fault }, "a socket could not be opened");
          socket.destroy();
        });
    },
    async close() {
      await hall.close();
      server.close();
    },
    counts: () => hall.counts,
  };
}

/** A browser always says from which page it comes; another site's page must not speak with this person's cookie. As for posts (same-origin.ts). */
function isOurOrigin(request: IncomingMessage, { baseUrl, mode }: Pick<Office, "baseUrl" | "mode">): boolean {
  return request.headers.origin !== undefined && isSameOrigin(request.headers, baseUrl, mode);
}

function wishOf(request: IncomingMessage): { documentId: DocumentId | null; schema: string | null; wantsStored: boolean } {
  const url = new URL(request.url ?? "/", "http://localhost");
  const name = /^\/sync\/([A-Za-z0-9_-]{1,64})$/.exec(url.pathname)?.[1];
  return { documentId: (name as DocumentId | undefined) ?? null, schema: url.searchParams.get("schema"), wantsStored: url.searchParams.get("stored") === "1" };
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
