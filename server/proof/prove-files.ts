// Whether the bytes of every attachment lie on the disk as they came.
import type { ProjectId } from "../../app/domain/ids";
import { listAttachments } from "../../db/attachment";
import type { Db } from "../../db/connect";
import type { FileStore } from "../files/file-store";
import type { Finding } from "./finding";

/** [E10] Reads every file of the project once. What was deleted because nobody ever sent it in is not missed. */
export async function proveFiles(db: Db, projectId: ProjectId, files: Pick<FileStore, "hashOf">): Promise<{ readonly files: number; readonly findings: readonly Finding[] }> {
  const here = (await listAttachments(db, projectId)).filter((each) => each.purgedAt === null);
  const findings: Finding[] = [];
  for (const { id: key, hash } of here) {
    const found = await files.hashOf(hash);
    if (found !== hash) findings.push({ code: found === null ? "fileMissing" : "fileChanged", key, hash });
  }
  return { files: here.length, findings };
}
