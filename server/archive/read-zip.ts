// Reads one of our archives as it comes in, file by file, keeping nothing: what is large goes through the digest and is gone.
import { centralDirectory, localHeaderBytes, type ZipFacts } from "./zip";

export class NoArchive extends Error {}

export type ReadFile = ZipFacts & { readonly chunks: AsyncIterable<Uint8Array> };

/** More than this can stand neither in a name nor after the files. */
const [longestName, longestTail] = [1_000, 20_000_000];

/**
 * Each file in its order; its chunks must be read before the next one is asked for. At the end: whether the table of contents says what the
 * files say, which is what other programs go by. Throws NoArchive on anything our own writer does not make.
 */
export async function* readZip(source: AsyncIterable<Uint8Array>): AsyncGenerator<ReadFile, { readonly directoryHolds: boolean }> {
  const bytes = reader(source);
  const seen: ZipFacts[] = [];
  for (;;) {
    const start = await bytes.peek(4);
    if (start.length < 4 || start.readUInt32LE(0) !== 0x04034b50) break;
    const header = await bytes.take(localHeaderBytes);
    const [flags, method, crc, packed, size, nameLength, extraLength] = [header.readUInt16LE(6), header.readUInt16LE(8), header.readUInt32LE(14), header.readUInt32LE(18), header.readUInt32LE(22), header.readUInt16LE(26), header.readUInt16LE(28)];
    if (flags !== 0 || method !== 0 || packed !== size || extraLength !== 0 || nameLength > longestName) throw new NoArchive("not written by Samtun");
    const facts = { name: (await bytes.take(nameLength)).toString("latin1"), size, crc };
    seen.push(facts);
    const file = { ...facts, chunks: bytes.pieces(size) };
    yield file;
    await bytes.finish();
  }
  if (seen.length === 0) throw new NoArchive("there is no file in it");
  const tail = await bytes.rest(longestTail);
  return { directoryHolds: tail.equals(centralDirectory(seen)) };
}

function reader(source: AsyncIterable<Uint8Array>) {
  const incoming = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let left = 0;
  async function more(): Promise<boolean> {
    const next = await incoming.next();
    if (next.done) return false;
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value]);
    return true;
  }
  async function peek(count: number): Promise<Buffer> {
    while (held.length < count && (await more()));
    return held.subarray(0, count);
  }
  async function take(count: number): Promise<Buffer> {
    const taken = await peek(count);
    if (taken.length < count) throw new NoArchive("it ends too early");
    held = held.subarray(count);
    return taken;
  }
  async function* pieces(): AsyncGenerator<Uint8Array> {
    while (left > 0) {
      if (held.length === 0 && !(await more())) throw new NoArchive("it ends too early");
      const piece = held.subarray(0, left);
      held = held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
  return {
    peek,
    take,
    pieces(size: number): AsyncIterable<Uint8Array> {
      left = size;
      return pieces();
    },
    /** What nobody wanted of the file goes by. */
    async finish(): Promise<void> {
      for await (const _ of pieces()) void _;
    },
    async rest(most: number): Promise<Buffer> {
      while (held.length <= most && (await more()));
      if (held.length > most) throw new NoArchive("too much stands after the files");
      return held;
    },
  };
}
