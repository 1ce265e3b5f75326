// What the office signs with, and the second place its checkpoints are kept.
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { checkpointFile, checkpointsInMemory, type CheckpointFile } from "./checkpoint-file";
import { keyInFile, newSigningKey, signingKey, type SigningKey } from "./signing-key";

export type Seal = { readonly key: SigningKey; readonly file: CheckpointFile };

/** Where things lie that belong to a database and are not in it. Null for one that lives in memory only. */
export function placesBeside(databaseUrl: string, dataFolder: string): { readonly keyFile: string; readonly checkpointFile: string } | null {
  if (databaseUrl === ":memory:") return null;
  if (/^postgres(ql)?:/.test(databaseUrl)) return { keyFile: join(dataFolder, "signing-key.pem"), checkpointFile: join(dataFolder, "checkpoints.jsonl") };
  return { keyFile: join(dirname(resolve(databaseUrl)), "signing-key.pem"), checkpointFile: `${databaseUrl}.checkpoints` };
}

/** `pem`: the configured key; without one it lies in a file beside the database, made now when it is not there. */
export function openSeal(databaseUrl: string, dataFolder: string, pem: string | null): Seal {
  const places = placesBeside(databaseUrl, dataFolder);
  if (!places) return sealInMemory(pem ?? newSigningKey());
  if (!existsSync(dirname(places.checkpointFile))) mkdirSync(dirname(places.checkpointFile), { recursive: true, mode: 0o700 });
  return { key: pem === null ? keyInFile(places.keyFile) : signingKey(pem), file: checkpointFile(places.checkpointFile) };
}

export function sealInMemory(pem: string): Seal {
  return { key: signingKey(pem), file: checkpointsInMemory() };
}
