// How documents travel to the workshop's threads and back: copied into one block that is handed over, so that nothing of the sender's is taken away.
import type { Compacted } from "./workshop";

/** Pieces in one block, which whoever gets it owns. */
export type Crate = { readonly bytes: Uint8Array<ArrayBuffer>; readonly lengths: Uint32Array<ArrayBuffer> };
export type Order = { readonly kind: "compact"; readonly crate: Crate } | { readonly kind: "diff"; readonly crate: Crate; readonly stateVector: Uint8Array<ArrayBuffer> };
/** `failed` says no more: what Yjs and JSON say of what they cannot read may quote it. */
export type Answer = { readonly kind: "done"; readonly result: Compacted | Uint8Array | null } | { readonly kind: "failed" };

/** Plain loops: this is done by the thread that serves people, over as many as a hundred thousand pieces. */
export function packed(pieces: readonly Uint8Array[]): Crate {
  const lengths = new Uint32Array(pieces.length);
  let total = 0;
  for (let index = 0; index < pieces.length; index += 1) total += lengths[index] = (pieces[index] as Uint8Array).length;
  // not from the pool, which is shared, and not filled with zeros first: every byte of it is written below
  const bytes = Buffer.allocUnsafeSlow(total) as Uint8Array<ArrayBuffer>;
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, lengths };
}

export function unpacked({ bytes, lengths }: Crate): Uint8Array[] {
  let at = 0;
  return Array.from(lengths, (length) => bytes.subarray(at, (at += length)));
}

/** What is handed over with an order. */
export function goods(order: Order): ArrayBuffer[] {
  const { bytes, lengths } = order.crate;
  return [bytes.buffer, lengths.buffer, ...(order.kind === "diff" ? [order.stateVector.buffer] : [])];
}

/** The same bytes in a block of their own. */
export function alone(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.length ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes);
}
