// Building blocks of what no honest client sends: frames of the WebSocket protocol byte by byte, and Yjs updates written by hand.
import * as encoding from "lib0/encoding";
import { awarenessFrame, updateFrame } from "./frames";

/** A masked frame with this first byte; `claims` says another length than it has. */
export function rawFrame(first: number, payload: Uint8Array = new Uint8Array(0), { claims = payload.length, isMasked = true } = {}): Buffer {
  const mask = isMasked ? 128 : 0;
  const length = claims < 126 ? Buffer.from([mask | claims]) : claims < 65_536 ? Buffer.from([mask | 126, claims >> 8, claims & 255]) : longLength(mask, claims);
  // a mask of zeros changes nothing
  return Buffer.concat([Buffer.from([first]), length, Buffer.alloc(isMasked ? 4 : 0), payload]);
}

function longLength(mask: number, claims: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = mask | 127;
  bytes.writeBigUInt64BE(BigInt(claims), 1);
  return bytes;
}

/** A message of these numbers, each a varint, and then these bytes. */
export function message(numbers: readonly number[], ...rest: readonly Uint8Array[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of numbers) encoding.writeVarUint(encoder, number);
  for (const bytes of rest) encoding.writeUint8Array(encoder, bytes);
  return encoding.toUint8Array(encoder);
}

export type Struct = (encoder: encoding.Encoder) => void;
export type Block = { readonly client: number; readonly clock: number; readonly structs: readonly Struct[]; /** How many it says it has. */ readonly claims?: number };
export type Deletions = readonly (readonly [client: number, ranges: readonly (readonly [clock: number, length: number])[]])[];

/** An update, whole or not: blocks of structs, and a delete set. */
export function update(blocks: readonly Block[], deletions: Deletions = [], { blocksClaimed = blocks.length, deletersClaimed = deletions.length } = {}): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, blocksClaimed);
  for (const { client, clock, structs, claims = structs.length } of blocks) {
    for (const number of [claims, client, clock]) encoding.writeVarUint(encoder, number);
    for (const struct of structs) struct(encoder);
  }
  encoding.writeVarUint(encoder, deletersClaimed);
  for (const [client, ranges] of deletions) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const [clock, length] of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
  return encoding.toUint8Array(encoder);
}

export const updateOf = (...parameters: Parameters<typeof update>) => updateFrame(update(...parameters));

/** Where a struct hangs: under a root of the document, beneath another, or behind another. */
export type Place = { readonly root: string; readonly key?: string } | { readonly parent: readonly [number, number] } | { readonly origin: readonly [number, number] };

export function item(kind: number, place: Place, content: (encoder: encoding.Encoder) => void): Struct {
  return (encoder) => {
    const key = "root" in place ? place.key : undefined;
    encoding.writeUint8(encoder, kind | ("origin" in place ? 128 : 0) | (key === undefined ? 0 : 32));
    if ("root" in place) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, place.root);
    } else if ("parent" in place) {
      encoding.writeVarUint(encoder, 0);
      for (const number of place.parent) encoding.writeVarUint(encoder, number);
    } else {
      for (const number of place.origin) encoding.writeVarUint(encoder, number);
    }
    if (key !== undefined) encoding.writeVarString(encoder, key);
    content(encoder);
  };
}

export const string = (place: Place, text: string) => item(4, place, (encoder) => encoding.writeVarString(encoder, text));
export const type = (place: Place, kind: number, name?: string) => item(7, place, (encoder) => {
  encoding.writeVarUint(encoder, kind);
  if (name !== undefined) encoding.writeVarString(encoder, name);
});
/** Garbage (0) or a gap (10) of this length. */
export const stretch = (kind: 0 | 10, length: number): Struct => (encoder) => {
  encoding.writeUint8(encoder, kind);
  encoding.writeVarUint(encoder, length);
};

/** An awareness message of these entries; `claims` says how many it has. */
export function awareness(entries: readonly (readonly [id: number, clock: number, state: string])[], claims = entries.length): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, claims);
  for (const [id, clock, state] of entries) {
    encoding.writeVarUint(encoder, id);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  }
  return awarenessFrame(encoding.toUint8Array(encoder));
}
