// Bytes that a server wrote, as the browser takes them apart again. What was built once is taken apart once.

const opened = new WeakMap<Uint8Array, readonly Uint8Array[]>();

/** The messages in whole, unmasked WebSocket frames. Throws when they are not whole. */
export function unframed(bytes: Uint8Array): readonly Uint8Array[] {
  const known = opened.get(bytes);
  if (known) return known;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const messages: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const short = view.getUint8(at + 1);
    const [head, length] = short < 126 ? [2, short] : short === 126 ? [4, view.getUint16(at + 2)] : [10, Number(view.getBigUint64(at + 2))];
    if (view.getUint8(at) !== 0x82 || at + head + length > bytes.length) throw new Error("no whole frame");
    messages.push(bytes.subarray(at + head, at + head + length));
    at += head + length;
  }
  opened.set(bytes, messages);
  return messages;
}
