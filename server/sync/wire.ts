// Bytes on the socket to messages and back: the y-websocket protocol and our one message. Everything is bounded by the frame it came in.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
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

/** Exactly one message in a frame. Throws Malformed. A write's bytes are a copy that may be kept; those of presence are the frame's own, for now only. */
export function readMessage(frame: Uint8Array): Message {
  return reading(frame, (decoder) => {
    switch (decoding.readVarUint(decoder)) {
      case sync: {
        const kind = decoding.readVarUint(decoder);
        // a view would keep the whole chunk of the socket in memory for as long as the edit
        const bytes = ownCopy(readBytes(decoder));
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

/**
 * The entries of an awareness message that `wants` asks for, states as JSON text not yet parsed. Throws Malformed. The stock client sends
 * back what it hears of everybody else: that is passed over without a look.
 */
export function readPresence(bytes: Uint8Array, wants: (clientId: number, clock: number) => boolean = () => true): PresenceEntry[] {
  if (bytes.length > longestPresence) throw new Malformed("a presence message too large");
  return reading(bytes, (decoder) => {
    const entries: PresenceEntry[] = [];
    for (let count = decoding.readVarUint(decoder); count > 0; count -= 1) {
      const clientId = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const said = readBytes(decoder);
      if (!wants(clientId, clock)) continue;
      const state = text.decode(said);
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

export function presenceFrame(entries: readonly PresenceEntry[]): Uint8Array {
  return presenceFrameOf(entries.map(presenceBytes));
}

/** One entry as it stands in an awareness message. */
export function presenceBytes({ clientId, clock, state }: PresenceEntry): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, state ?? "null");
  return encoding.toUint8Array(encoder);
}

/** An awareness message of entries already in bytes. */
export function presenceFrameOf(entries: readonly Uint8Array[]): Uint8Array {
  const head = encoding.createEncoder();
  encoding.writeVarUint(head, awareness);
  const count = encoding.createEncoder();
  encoding.writeVarUint(count, entries.length);
  const counted = encoding.toUint8Array(count);
  encoding.writeVarUint(head, entries.reduce((sum, each) => sum + each.length, counted.length));
  return Buffer.concat([encoding.toUint8Array(head), counted, ...entries]);
}

export function storedFrame(count: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, storedMessage);
  encoding.writeVarUint(encoder, count);
  return encoding.toUint8Array(encoder);
}

const finalBinary = 0x82;

/** Messages as whole WebSocket frames, one after another: built once, and written as they are to every socket they are meant for. */
export function framed(...messages: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.allocUnsafe(messages.reduce((sum, { length }) => sum + length + (length < 126 ? 2 : length < 65_536 ? 4 : 10), 0));
  let at = 0;
  for (const message of messages) {
    const { length } = message;
    at = bytes.writeUInt8(finalBinary, at);
    if (length < 126) at = bytes.writeUInt8(length, at);
    else if (length < 65_536) at = bytes.writeUInt16BE(length, bytes.writeUInt8(126, at));
    else at = bytes.writeBigUInt64BE(BigInt(length), bytes.writeUInt8(127, at));
    bytes.set(message, at);
    at += length;
  }
  return bytes;
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
    throw fault instanceof Malformed ? fault : new Malformed("cannot be read");
  }
}

/** lib0 would hand out memory beyond the frame when the length lies. */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new Malformed("length beyond the frame");
  const bytes = decoder.arr.subarray(decoder.pos, decoder.pos + length);
  decoder.pos += length;
  return bytes;
}

/** `slice` of a Buffer would be a view. */
function ownCopy(bytes: Uint8Array): Uint8Array {
  return Uint8Array.prototype.slice.call(bytes);
}
