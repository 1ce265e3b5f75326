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
import { realClock } from "./clock";
import { Connection, type Arrival } from "./connection";
import { noCourier, type Courier } from "./courier";
import type { Ground } from "./ground";
import { Hall, type OnSettled, type Verdict } from "./hall";
import { limits } from "./limits";
import { noMeter, type Meter } from "./meter";
import { databaseStore } from "./store";
import { inlineWorkshop, type Workshop } from "./workshop";
import { wsLine } from "./ws-line";

export type Sync = {
  /** For the HTTP server's `upgrade` event, path `/sync/:documentId`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Puts on disk what has arrived, sends everybody away to come back, and lets go of all rooms. */
  close(): Promise<void>;
  /** `waiting`: edits that wait for the disk. */
  counts(): { readonly rooms: number; readonly connections: number; readonly waiting: number };
};

export type SyncParts = {
  readonly office: Office;
  readonly whoIs: WhoIs;
  readonly onSettled: OnSettled;
  /** How long a document must have been left alone before it counts as settled. */
  readonly quietMs?: number;
  /** How other servers are told; left out where there is one alone. */
  readonly courier?: Courier;
  readonly workshop?: Workshop;
  readonly meter?: Meter;
};

export function openSync({ office, whoIs, onSettled, quietMs = 5_000, courier = noCourier, workshop = inlineWorkshop(), meter = noMeter }: SyncParts): Sync {
  const ground: Ground = { clock: realClock, store: databaseStore(office), workshop, courier, meter, log: office.log };
  const hall = new Hall({ ground, judge, onSettled, quietMs, isShared: office.database.kind === "postgres" });
  const unsubscribe = office.bulletin.subscribe((notice) => hall.hear(notice));
  const server = new WebSocketServer({
    noServer: true, clientTracking: false, perMessageDeflate: false, skipUTF8Validation: true, maxPayload: 2 * limits.frameBytes,
  });

  async function judge({ headers, person, projectId }: Connection): Promise<Verdict> {
    const visitor = await whoIs(headers);
    if (visitor?.userId !== person.userId) return "signedOut";
    const actor = await actorIn(office.db, visitor, projectId);
    return { actor: actor.ok ? actor.value : null };
  }

  async function admit(request: IncomingMessage): Promise<Arrival | CloseCode> {
    const { documentId, schema, wantsStored } = wishOf(request);
    // kept for as long as the socket, so no more than is asked for again
    const headers = headersOf({ cookie: request.headers.cookie });
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
    const connection = new Connection(wsLine(ws, socket as Socket), arrival, ground);
    const room = hall.enter(arrival.documentId, connection);
    ws.on("message", (data: Buffer, isBinary: boolean) => {
      if (!isBinary) connection.close(closeCodes.malformed, "text");
      else if (data.length > limits.frameBytes) connection.close(closeCodes.tooLarge, "too large");
      else connection.arrived(data);
    });
    ws.on("pong", () => connection.isAlive());
    ws.on("close", (code) => hall.leave(room, connection, code !== 1006));
    socket.on("drain", () => room.drained(connection));
    if (hall.rightsChanged !== rightsAsked) void hall.judge(connection);
  }

  function closeAtOnce(ws: WebSocket, code: CloseCode): void {
    meter.closed(code);
    ws.close(code);
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
            if (hall.isClosing) return closeAtOnce(ws, closeCodes.restarting);
            if (typeof answer === "number") return closeAtOnce(ws, answer);
            const refusal = hall.refusal(answer.person.userId, answer.documentId);
            if (refusal === null) seat(ws, socket, answer, rightsAsked);
            else closeAtOnce(ws, refusal);
          });
        })
        .catch((fault: unknown) => {
          office.log.error({ err: fault }, "a socket could not be opened");
          socket.destroy();
        });
    },
    async close() {
      unsubscribe();
      await hall.close();
      server.close();
      await workshop.close();
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
