// How much room is left on the disk that holds the SQLite file.
import { statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/** Null for a database whose disk is not ours to look at. The function answers null where the file system does not tell. */
export function freeBytesBeside(databaseUrl: string): (() => Promise<number | null>) | null {
  if (/^postgres(ql)?:\/\//.test(databaseUrl) || databaseUrl === ":memory:") return null;
  const folder = dirname(resolve(databaseUrl));
  return async () => {
    try {
      const { blocks, bavail, bsize } = await statfs(folder);
      return blocks === 0 ? null : bavail * bsize;
    } catch {
      return null;
    }
  };
}
