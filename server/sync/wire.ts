// Bytes on the socket to messages and back: the y-websocket protocol and our one message. Everything is bounded by the frame it came in.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { storedMessage } from "../../app/domain/documents/live";

const sync = 0, awareness = 1, auth = 2, queryAwareness = 3;
const step1 = 0, step2 = 1, update = 2;

export type Message =
  | { readonly kind: "step1"; readonly stateVector: Uint8Array }
  | { readonly kind: "write"; readonly update: Uint8Array }
  | { readonly kind: "awareness"; readonly entries: Uint8Array }
  | { readonly kind: "queryAwareness" }
  /** Said by nobody but allowed by the protocol; it means nothing here. */
  | { readonly kind: "auth" };

/** One person's presence as it travels; `state` null: gone. */
export type PresenceEntry = { readonly clientId: number; readonly clock: number; readonly state: string | null };

/** The frame is no message of the protocol: close that socket, nothing else. */
export class Malformed extends Error {}

/** Exactly one message in a frame. Throws Malformed. The bytes handed out are copies: the frame's memory belongs to a pool. */
export function readMessage(frame: Uint8Array): Message {
  return reading(frame, (decoder) => {
    switch (decoding.readVarUint(decoder)) {
      case sync: {
        const kind = decoding.readVarUint(decoder);
        const bytes = readBytes(decoder);
        if (kind === step1) return { kind: "step1", stateVector: bytes };
        if (kind === step2 || kind === update) return { kind: "write", update: bytes };
        throw new Malformed("unknown sync message");
      }
      case awareness:
        return { kind: "awareness", entries: readBytes(decoder) };
      case auth:
        decoder.pos = decoder.arr.length;
        return { kind: "auth" };
      case queryAwareness:
        return { kind: "queryAwareness" };
      default:
        throw new Malformed("unknown message");
    }
  });
}

/** Far above what a page says of itself, and even of everybody else. */
const longestPresence = 256 * 1024;
const text = new TextDecoder("utf-8", { fatal: true });

/** The entries of an awareness message, states as JSON text not yet parsed. Throws Malformed. */
export function readPresence(bytes: Uint8Array): PresenceEntry[] {
  if (bytes.length > longestPresence) throw new Malformed("a presence message too large");
  return reading(bytes, (decoder) => {
    const entries: PresenceEntry[] = [];
    for (let count = decoding.readVarUint(decoder); count > 0; count -= 1) {
      const clientId = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state = text.decode(readBytes(decoder));
      entries.push({ clientId, clock, state: state === "null" ? null : state });
    }
    return entries;
  });
}

export function step1Frame(stateVector: Uint8Array): Uint8Array {
  return syncFrame(step1, stateVector);
}

export function step2Frame(bytes: Uint8Array): Uint8Array {
  return syncFrame(step2, bytes);
}

export function updateFrame(bytes: Uint8Array): Uint8Array {
  return syncFrame(update, bytes);
}

/** Merging takes more than linear time: this many edits at most are made one. */
const mergedAtOnce = 16;

/** Many edits in few frames. */
export function updateFrames(updates: readonly Uint8Array[]): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let from = 0; from < updates.length; from += mergedAtOnce) {
    const some = updates.slice(from, from + mergedAtOnce);
    frames.push(updateFrame(some.length === 1 && some[0] ? some[0] : Y.mergeUpdates(some)));
  }
  return frames;
}

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, entries.length);
  for (const entry of entries) {
    encoding.writeVarUint(inner, entry.clientId);
    encoding.writeVarUint(inner, entry.clock);
    encoding.writeVarString(inner, entry.state ?? "null");
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}

export function storedFrame(count: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, storedMessage);
  encoding.writeVarUint(encoder, count);
  return encoding.toUint8Array(encoder);
}

function syncFrame(kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

function reading<T>(bytes: Uint8Array, read: (decoder: decoding.Decoder) => T): T {
  const decoder = decoding.createDecoder(bytes);
  try {
    const value = read(decoder);
    if (decoder.pos !== bytes.length) throw new Malformed("bytes left over");
    return value;
  } catch (fault) {
    throw fault instanceof Malformed ? fault : new Malformed(String(fault));
  }
}

/** lib0 would hand out memory beyond the frame when the length lies. */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new Malformed("length beyond the frame");
  const bytes = decoder.arr.slice(decoder.pos, decoder.pos + length);
  decoder.pos += length;
  return bytes;
}
