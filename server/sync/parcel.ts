// What servers tell each other, as bytes and back: a version, who sends, what it is. Everything is bounded by the message it came in.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Parcel, RemotePresence } from "./courier";

/** Servers of different versions may run side by side while one is being replaced: what they cannot read of each other is in the log. */
const version = 1;
const edits = 0, presence = 1, whoIsHere = 2, leaving = 3;
/** Above this a message goes in several: Redis cuts off a listener for whom too much waits at once. */
const largestBytes = 1024 * 1024;

/** The message cannot be read, or comes from a server of another version. */
export class MalformedParcel extends Error {}

/** How every message of that sender begins. */
export function sealOf(from: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeUint8(encoder, version);
  encoding.writeVarString(encoder, from);
  return encoding.toUint8Array(encoder);
}

export function hasSeal(message: Uint8Array, seal: Uint8Array): boolean {
  return message.length >= seal.length && seal.every((byte, index) => message[index] === byte);
}

/** Mostly one message. Many edits go in several, in order; none when there is nothing to tell. */
export function packParcel(parcel: Parcel, seal: Uint8Array): Uint8Array[] {
  switch (parcel.kind) {
    case "edits":
      return portionsOf(parcel.edits).map(({ from, until }) => packEdits(parcel.first + from, parcel.edits.slice(from, until), seal));
    case "presence":
      return [packPresence(parcel.entries, parcel.isAll, seal)];
    case "whoIsHere":
      return [Uint8Array.of(...seal, whoIsHere)];
    case "leaving":
      return [Uint8Array.of(...seal, leaving)];
  }
}

/** Throws MalformedParcel and nothing else. The bytes handed out are copies: the message's memory is a piece of something larger. */
export function openParcel(message: Uint8Array): { readonly from: string; readonly parcel: Parcel } {
  // a Buffer's own `slice` would not copy
  const decoder = decoding.createDecoder(new Uint8Array(message.buffer, message.byteOffset, message.length));
  try {
    if (decoding.readUint8(decoder) !== version) throw new MalformedParcel("another version");
    const from = readText(decoder);
    const parcel = readParcel(decoder);
    if (decoder.pos !== message.length) throw new MalformedParcel("bytes left over");
    return { from, parcel };
  } catch (fault) {
    throw fault instanceof MalformedParcel ? fault : new MalformedParcel(String(fault));
  }
}

function portionsOf(all: readonly Uint8Array[]): { from: number; until: number }[] {
  const portions: { from: number; until: number }[] = [];
  let bytes = 0;
  for (const [index, edit] of all.entries()) {
    const last = portions.at(-1);
    bytes += edit.length;
    if (last && bytes <= largestBytes) last.until = index + 1;
    else {
      portions.push({ from: index, until: index + 1 });
      bytes = edit.length;
    }
  }
  return portions;
}

function packEdits(first: number, some: readonly Uint8Array[], seal: Uint8Array): Uint8Array {
  const encoder = begin(seal, edits);
  encoding.writeVarUint(encoder, first);
  encoding.writeVarUint(encoder, some.length);
  for (const edit of some) encoding.writeVarUint8Array(encoder, edit);
  return encoding.toUint8Array(encoder);
}

function packPresence(entries: readonly RemotePresence[], isAll: boolean, seal: Uint8Array): Uint8Array {
  const encoder = begin(seal, presence);
  encoding.writeUint8(encoder, isAll ? 1 : 0);
  encoding.writeVarUint(encoder, entries.length);
  for (const { clientId, clock, state, userId } of entries) {
    encoding.writeVarUint(encoder, clientId);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, userId);
    // as in awareness messages: whoever has gone has the state null
    encoding.writeVarString(encoder, state ?? "null");
  }
  return encoding.toUint8Array(encoder);
}

function begin(seal: Uint8Array, kind: number): encoding.Encoder {
  const encoder = encoding.createEncoder();
  encoding.writeUint8Array(encoder, seal);
  encoding.writeUint8(encoder, kind);
  return encoder;
}

function readParcel(decoder: decoding.Decoder): Parcel {
  switch (decoding.readUint8(decoder)) {
    case edits: {
      const first = decoding.readVarUint(decoder);
      const some = readMany(decoder, readBytes);
      if (first < 1 || some.length === 0 || !Number.isSafeInteger(first + some.length)) throw new MalformedParcel("no edits, or numbers out of range");
      return { kind: "edits", first, edits: some };
    }
    case presence: {
      const flag = decoding.readUint8(decoder);
      if (flag > 1) throw new MalformedParcel("neither all nor some");
      return { kind: "presence", isAll: flag === 1, entries: readMany(decoder, readEntry) };
    }
    case whoIsHere:
      return { kind: "whoIsHere" };
    case leaving:
      return { kind: "leaving" };
    default:
      throw new MalformedParcel("unknown kind");
  }
}

function readEntry(decoder: decoding.Decoder): RemotePresence {
  const clientId = decoding.readVarUint(decoder);
  const clock = decoding.readVarUint(decoder);
  const userId = readText(decoder);
  const state = readText(decoder);
  return { clientId, clock, userId, state: state === "null" ? null : state };
}

/** A count that lies ends with the message: each takes at least a byte. */
function readMany<T>(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => T): T[] {
  const all: T[] = [];
  for (let count = decoding.readVarUint(decoder); count > 0; count -= 1) all.push(read(decoder));
  return all;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function readText(decoder: decoding.Decoder): string {
  return utf8.decode(readBytes(decoder));
}

/** lib0 would hand out memory beyond the message when the length lies. */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new MalformedParcel("length beyond the message");
  const bytes = decoder.arr.slice(decoder.pos, decoder.pos + length);
  decoder.pos += length;
  return bytes;
}
