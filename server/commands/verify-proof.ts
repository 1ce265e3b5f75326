// What `npm run verify` runs, built: reads a database, says in words what does not hold and where, and exits 1 when anything does not.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import type { ArchiveFinding } from "../../app/domain/proof";
import { wordsIn } from "../../app/words";
import { connect } from "../../db/connect";
import { isAtHead } from "../../db/migrate";
import { checkArchive } from "../archive/check-archive";
import { withoutPassword } from "../boot-fault";
import { readConfig } from "../config";
import { checkpointFile, checkpointsInMemory } from "../proof/checkpoint-file";
import { filesBeside, openFileStore } from "../files/file-store";
import { findingSentence, type ProjectProof } from "../proof/finding";
import { proveDatabase } from "../proof/prove-database";
import { placesBeside } from "../proof/seal";
import { knownKeys, type KnownKeys } from "../proof/signing-key";

const [asked, keyPath, ...rest] = process.argv.slice(2);
if (rest.length > 0) stop("npm run verify takes a database (or archive.zip) and, when it is not in its place, a file with the public key.");
process.exitCode = asked?.endsWith(".zip") ? await verifyArchive(asked) : await verifyDatabase();

async function verifyDatabase(): Promise<number> {
  // whatever else the server needs to run is not needed to prove its database
  const answer = readConfig({ ...process.env, SAMTUN_MODE: "demo" }, (path) => readFileSync(path, "utf8"));
  if (!answer.ok) return stop(answer.faults.join("\n"));
  const { databaseUrl: configured, dataFolder, signingKey } = answer.config;
  const url = asked ?? configured;
  const isServer = /^postgres(ql)?:/.test(url);
  if (!isServer && !existsSync(url)) return stop(`There is no database ${url}.`);
  const keys = findKeys(url, dataFolder, signingKey);
  const database = connect(url);
  try {
    if (!(await isAtHead(database))) return stop(`The database ${withoutPassword(url)} is of another version than this Samtun: start the server on it first, or use the version that made it.`);
    const places = placesBeside(url, dataFolder);
    console.log(`Proving ${withoutPassword(url)}`);
    console.log(places && existsSync(places.checkpointFile) ? `  with the checkpoints in ${places.checkpointFile}` : "  without a file of checkpoints beside it: a journal cut off together with its checkpoints would not be found");
    for (const { keyId } of keys.keys) console.log(`  with the key ${keyId}`);
    let faults = 0;
    for await (const proof of proveDatabase(database.db, keys, places ? checkpointFile(places.checkpointFile) : checkpointsInMemory(), openFileStore(filesBeside(url, dataFolder)))) {
      report(proof);
      faults += proof.findings.length;
    }
    console.log(faults === 0 ? "\nEverything holds." : `\n${faults} ${faults === 1 ? "thing does" : "things do"} not hold.`);
    return faults === 0 ? 0 : 1;
  } finally {
    await database.db.destroy();
  }
}

/** [P37] With our public key it says whose the archive is; without, only that it holds together under the key that lies in it. */
async function verifyArchive(path: string): Promise<number> {
  if (!existsSync(path)) return stop(`There is no file ${path}.`);
  const keys = keyPath === undefined ? null : findKeys(path, ".", null);
  const { findings, files, hash, keyId, handedOver } = await checkArchive(createReadStream(path), keys);
  console.log(`Proving ${path}\n  ${files} files, SHA-256 ${hash}`);
  if (handedOver) console.log(`  hand-over ${handedOver.number}, ${handedOver.at}`);
  for (const finding of findings) console.log(`  - ${archiveSentence(finding)}`);
  if (findings.length > 0) return 1;
  console.log("\nEverything holds.");
  if (keys === null) console.log(`It is signed with the key ${keyId}: compare that with the one on the page /verify of the installation it came from, or name a file with its public key as the second parameter.`);
  return 0;
}

function archiveSentence(finding: ArchiveFinding): string {
  const say = wordsIn("en").proof.finding[finding.code] as (finding: ArchiveFinding) => string;
  return say(finding);
}

function findKeys(url: string, dataFolder: string, configured: string | null): KnownKeys {
  const path = keyPath ?? (configured === null ? placesBeside(url, dataFolder)?.keyFile : null) ?? null;
  try {
    if (path !== null) return knownKeys(readFileSync(path, "utf8"));
    return knownKeys(configured ?? "");
  } catch {
    return stop(`The key that signed the checkpoints is not in ${path ?? "SAMTUN_SIGNING_KEY"}: name a file with its public half as the second parameter.`);
  }
}

function report({ projectId, name, entries, checkpoints, sealedTo, versions, files, findings }: ProjectProof): void {
  console.log(`\n${name ?? "A project that is not in the database any more"} (${projectId})`);
  if (name !== null) console.log(`  ${entries} entries, ${checkpoints} ${checkpoints === 1 ? "checkpoint" : "checkpoints"} up to entry ${sealedTo}, ${versions} frozen versions, ${files} files`);
  for (const finding of findings) console.log(`  - ${findingSentence(finding)}`);
  if (findings.length === 0) console.log("  whole: nothing was changed, removed or moved");
  if (name !== null && findings.length === 0 && sealedTo < entries) console.log(`  entries ${sealedTo + 1}-${entries} are newer than the last checkpoint`);
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
