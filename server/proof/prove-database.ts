// The whole proof of a database: every project's chain, checkpoints, rows and texts.
import type { ProjectId } from "../../app/domain/ids";
import { listCheckpoints } from "../../db/checkpoint";
import type { Db } from "../../db/connect";
import { readChain } from "../../db/journal";
import { listProjectNames } from "../../db/project";
import { readProofRows } from "../../db/proof-rows";
import type { CheckpointFile } from "./checkpoint-file";
import type { FileStore } from "../files/file-store";
import type { ProjectProof } from "./finding";
import { proveFiles } from "./prove-files";
import { byProject, proveChain, proveCheckpoints, type Witnesses } from "./prove-chain";
import { proveContents } from "./prove-content";
import { proveRows } from "./prove-rows";
import type { KnownKeys } from "./signing-key";

/** [P31-P35] One project at a time, oldest first, and last those that only the file beside the database knows of. */
export async function* proveDatabase(db: Db, keys: KnownKeys, file: Pick<CheckpointFile, "read">, files: Pick<FileStore, "hashOf">): AsyncGenerator<ProjectProof> {
  const inDatabase = byProject(await listCheckpoints(db));
  const inFile = byProject(file.read().checkpoints);
  const projects = await listProjectNames(db);
  for (const { id, name } of projects) {
    yield proveProject(db, id, name, { database: inDatabase.get(id) ?? [], file: inFile.get(id) ?? [] }, keys, files);
  }
  const known = new Set(projects.map((each) => each.id));
  for (const [projectId, checkpoints] of inFile) {
    if (known.has(projectId)) continue;
    const { findings, good } = proveCheckpoints([], { database: [], file: checkpoints }, keys);
    yield { projectId, name: null, entries: 0, checkpoints: good.length, sealedTo: 0, versions: 0, files: 0, findings };
  }
}

async function proveProject(db: Db, projectId: ProjectId, name: string, witnesses: Witnesses, keys: KnownKeys, files: Pick<FileStore, "hashOf">): Promise<ProjectProof> {
  const chain = proveChain(await readChain(db, projectId));
  const sealed = proveCheckpoints(chain.hashes, witnesses, keys);
  const rows = proveRows(chain.rows, await readProofRows(db, projectId));
  const contents = await proveContents(db, projectId);
  const attached = await proveFiles(db, projectId, files);
  return {
    projectId, name, entries: chain.hashes.length, checkpoints: new Set(sealed.good.map((each) => each.signature)).size,
    sealedTo: Math.max(0, ...sealed.good.map((each) => each.seq)), versions: contents.versions, files: attached.files,
    findings: [...chain.findings, ...sealed.findings, ...rows, ...contents.findings, ...attached.findings],
  };
}
