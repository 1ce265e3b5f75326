// Zip archives that are the same bytes whenever they are made: files stored as they are, sorted, all of the same moment.
import { crc32 } from "node:zlib";

export type ZipEntry = {
  /** With "/" between folders; plain ASCII, so that every system reads it. */
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  open(): AsyncIterable<Uint8Array>;
};

/** 1 January 1980, the first day a zip can name. */
const [dosTime, dosDate] = [0, 0x21];
const most = 0xffff_fff0;

/** In the order of their names. Throws when they are too much for a zip without extensions (4 GB, 65 000 files). */
export async function* writeZip(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const sorted = [...entries].sort((one, other) => (one.name < other.name ? -1 : 1));
  const total = sorted.reduce((sum, each) => sum + each.size + 200 + 2 * each.name.length, 0);
  if (total > most || sorted.length > 65_000) throw new Error("that is too much for one archive");
  for (const entry of sorted) {
    yield localHeader(entry);
    yield* entry.open();
  }
  yield centralDirectory(sorted);
}

export function zipEntry(name: string, bytes: Uint8Array): ZipEntry {
  return {
    name, size: bytes.length, crc: crc32(bytes),
    async *open() {
      yield bytes;
    },
  };
}

export type ZipFacts = Pick<ZipEntry, "name" | "size" | "crc">;

export const localHeaderBytes = 30;

function localHeader(entry: ZipFacts): Buffer {
  const name = Buffer.from(entry.name, "ascii");
  const header = Buffer.alloc(localHeaderBytes);
  header.writeUInt32LE(0x04034b50, 0);
  shared(header, 4, entry, name.length);
  return Buffer.concat([header, name]);
}

/** What stands after the files: where each of them begins. Made of the files alone, so a reader can make it too and compare. */
export function centralDirectory(entries: readonly ZipFacts[]): Buffer {
  let offset = 0;
  const records = entries.map((entry) => {
    const name = Buffer.from(entry.name, "ascii");
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(20, 4);
    shared(record, 6, entry, name.length);
    record.writeUInt32LE(offset, 42);
    offset += localHeaderBytes + name.length + entry.size;
    return Buffer.concat([record, name]);
  });
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([directory, end]);
}

/** Version, flags, method, time, sums, sizes, length of the name: the same in both places. */
function shared(into: Buffer, at: number, { size, crc }: ZipFacts, nameLength: number): void {
  into.writeUInt16LE(20, at);
  into.writeUInt16LE(0, at + 2);
  into.writeUInt16LE(0, at + 4);
  into.writeUInt16LE(dosTime, at + 6);
  into.writeUInt16LE(dosDate, at + 8);
  into.writeUInt32LE(crc >>> 0, at + 10);
  into.writeUInt32LE(size, at + 14);
  into.writeUInt32LE(size, at + 18);
  into.writeUInt16LE(nameLength, at + 22);
}
