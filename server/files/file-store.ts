// Where attachments lie: files named by their SHA-256, written beside, flushed to disk and moved into place, so that a name never holds half.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hash } from "../../app/domain/ids";

/** A file that has come whole and lies on the disk, but is nobody's yet. */
export type Incoming = { readonly path: string; readonly hash: Hash; readonly byteCount: number };

export type FileStore = {
  /** Writes what comes, at most `most` bytes: null when there is more, and nothing is left of it. Whatever the source throws is thrown. */
  readonly receive: (name: string, chunks: AsyncIterable<Uint8Array>, most: number) => Promise<Incoming | null>;
  /** Moves it to its place; the same content is there once. On the disk when the promise is kept. */
  readonly keep: (incoming: Incoming) => Promise<void>;
  /** Throws away what is not wanted after all. */
  readonly drop: (incoming: Incoming) => Promise<void>;
  /** The size on disk, or null when it is not there. */
  readonly sizeOf: (hash: Hash) => Promise<number | null>;
  /** `from`, `to`: the first and the last byte; all of it without them. */
  readonly read: (hash: Hash, from?: number, to?: number) => ReadStream;
  /** SHA-256 of what lies there, or null when nothing does. */
  readonly hashOf: (hash: Hash) => Promise<Hash | null>;
  readonly remove: (hash: Hash) => Promise<void>;
  /** What was left behind by servers that died, older than `before`: half files, and whole ones nobody has. Answers how many went. */
  readonly sweep: (before: Date, isKnown: (hashes: readonly Hash[]) => Promise<ReadonlySet<Hash>>) => Promise<number>;
};

/** Beside an SQLite database, or in the data folder: every server of one PostgreSQL database must see the same folder. */
export function filesBeside(databaseUrl: string, dataFolder: string): string {
  if (databaseUrl === ":memory:") return join(tmpdir(), `samtun-files-${randomUUID()}`);
  return /^postgres(ql)?:/.test(databaseUrl) ? join(dataFolder, "files") : `${databaseUrl}.files`;
}

export function openFileStore(folder: string): FileStore {
  const incomingFolder = join(folder, "incoming");
  const folderOf = (hash: Hash) => join(folder, hash.slice(0, 2));
  const pathOf = (hash: Hash) => join(folderOf(hash), hash);

  async function receive(name: string, chunks: AsyncIterable<Uint8Array>, most: number): Promise<Incoming | null> {
    await mkdir(incomingFolder, { recursive: true });
    const path = join(incomingFolder, name);
    const digest = createHash("sha256");
    const file = await open(path, "wx");
    let byteCount = 0;
    try {
      for await (const chunk of chunks) {
        byteCount += chunk.byteLength;
        if (byteCount > most) break;
        digest.update(chunk);
        for (let written = 0; written < chunk.byteLength; ) written += (await file.write(chunk, written)).bytesWritten;
      }
      if (byteCount <= most) await file.sync();
    } catch (fault) {
      await file.close();
      await rm(path, { force: true });
      throw fault;
    }
    await file.close();
    if (byteCount > most) {
      await rm(path, { force: true });
      return null;
    }
    return { path, hash: digest.digest("hex") as Hash, byteCount };
  }

  async function keep({ path, hash }: Incoming): Promise<void> {
    await mkdir(folderOf(hash), { recursive: true });
    // the same bytes over the same bytes; and young again, so that no sweep takes what is about to be somebody's
    await rename(path, pathOf(hash));
    const now = new Date();
    await utimes(pathOf(hash), now, now);
    await flushFolder(folderOf(hash));
    await flushFolder(folder);
  }

  /** Taken aside first: what came in its place between looking and deleting is young, and goes back. */
  async function removeUnknown(hash: Hash, before: Date): Promise<number> {
    const found = await stat(pathOf(hash)).catch(missing);
    if (!found || found.mtime >= before) return 0;
    await mkdir(incomingFolder, { recursive: true });
    const aside = join(incomingFolder, `${hash}.${randomUUID()}`);
    await rename(pathOf(hash), aside);
    const moved = await stat(aside);
    if (moved.mtime < before) {
      await rm(aside, { force: true });
      return 1;
    }
    await rename(aside, pathOf(hash));
    return 0;
  }

  return {
    receive, keep,
    drop: ({ path }) => rm(path, { force: true }),
    async sizeOf(hash) {
      const found = await stat(pathOf(hash)).catch(missing);
      return found ? found.size : null;
    },
    read: (hash, from, to) => createReadStream(pathOf(hash), { ...(from === undefined ? {} : { start: from }), ...(to === undefined ? {} : { end: to }) }),
    async hashOf(hash) {
      if (!(await stat(pathOf(hash)).catch(missing))) return null;
      const digest = createHash("sha256");
      for await (const chunk of createReadStream(pathOf(hash))) digest.update(chunk as Uint8Array);
      return digest.digest("hex") as Hash;
    },
    remove: (hash) => rm(pathOf(hash), { force: true }),
    async sweep(before, isKnown) {
      let gone = 0;
      for (const name of await namesIn(incomingFolder)) gone += await removeOlder(join(incomingFolder, name), before);
      for (const shelf of (await namesIn(folder)).filter((each) => /^[0-9a-f]{2}$/.test(each))) {
        const hashes = (await namesIn(join(folder, shelf))) as Hash[];
        const known = hashes.length > 0 ? await isKnown(hashes) : new Set<Hash>();
        for (const hash of hashes) if (!known.has(hash)) gone += await removeUnknown(hash, before);
      }
      return gone;
    },
  };
}

function missing(fault: unknown): null {
  if ((fault as { code?: unknown }).code === "ENOENT") return null;
  throw fault;
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(missing)) ?? [];
}

async function removeOlder(path: string, before: Date): Promise<number> {
  const found = await stat(path).catch(missing);
  if (!found || found.mtime >= before) return 0;
  await rm(path, { force: true });
  return 1;
}

/** A name is on the disk when its folder is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
