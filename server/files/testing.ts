// A file store for tests, in a folder of its own that is made when the first file comes.
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Office } from "../office";
import { openFileStore } from "./file-store";

export const testFolder = () => join(tmpdir(), `samtun-files-${randomUUID()}`);

export function testFiles(folder: string = testFolder()): Pick<Office, "files" | "fileLimits"> {
  return { files: openFileStore(folder), fileLimits: { file: 1_000_000, project: 3_000_000 } };
}
