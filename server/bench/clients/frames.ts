// Messages as clients send them: y-websocket's, and Hocuspocus's, which are the same with the name of the document in front of each.
import * as encoding from "lib0/encoding";
import { storedMessage } from "../../../app/domain/documents/live";

/** `relay`: nobody answers a question there, so none is asked. */
export type Dialect = "y" | "hocuspocus" | "relay";

export const kinds = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, stored: storedMessage, syncStatus: 8, ping: 9, pong: 10 } as const;
export const syncKinds = { step1: 0, step2: 1, update: 2 } as const;

export function step1Frame(stateVector: Uint8Array): Uint8Array {
  return syncFrame(syncKinds.step1, stateVector);
}

export function step2Frame(update: Uint8Array): Uint8Array {
  return syncFrame(syncKinds.step2, update);
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(syncKinds.update, update);
}

export function awarenessFrame(entries: Uint8Array): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, kinds.awareness);
    encoding.writeVarUint8Array(encoder, entries);
  });
}

/** One person's presence; `state` is JSON. */
export function presenceEntry(clientId: number, clock: number, state: string): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  });
}

export function storedFrame(count: number): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, kinds.stored);
    encoding.writeVarUint(encoder, count);
  });
}

/** What Hocuspocus's provider says before anything else. */
export function authFrame(): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, kinds.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, "");
    encoding.writeVarString(encoder, "4.7.0");
  });
}

/** What stands in front of every message of this dialect. */
export function prefixOf(dialect: Dialect, documentName: string): Uint8Array {
  return dialect === "hocuspocus" ? written((encoder) => encoding.writeVarString(encoder, documentName)) : new Uint8Array(0);
}

function syncFrame(kind: number, bytes: Uint8Array): Uint8Array {
  return written((encoder) => {
    encoding.writeVarUint(encoder, kinds.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

function written(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
