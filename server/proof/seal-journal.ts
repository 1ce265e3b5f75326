// Signs how a journal stands, with each hand-over and in a round, so that nothing before that can be rewritten or cut off unseen.
import { checkpointStatement, type Checkpoint } from "../../app/domain/checkpoint";
import type { ProjectId } from "../../app/domain/ids";
import { addCheckpoint, findCheckpoint, listCheckpoints, listEntryHashes, listUnsealed } from "../../db/checkpoint";
import type { Db } from "../../db/connect";
import { chainHash } from "../../db/hash";
import type { Tx } from "../../db/transaction";
import type { Office } from "../office";

/**
 * [P30] Signs the journal as it is; null when it is empty. In the act's own transaction, the file is told after the commit:
 * `keepCheckpoint`. When this length is signed already, that checkpoint is the answer.
 */
export async function sealJournal(db: Db | Tx, { seal, now }: Pick<Office, "seal" | "now">, projectId: ProjectId): Promise<Checkpoint | null> {
  const hashes = await listEntryHashes(db, projectId);
  const hash = hashes.at(-1);
  if (!hash) return null;
  const sealed = { projectId, seq: hashes.length, hash, chain: chainHash(hashes), at: now() };
  const checkpoint: Checkpoint = { ...sealed, keyId: seal.key.keyId, signature: seal.key.sign(checkpointStatement(sealed)) };
  return (await addCheckpoint(db, checkpoint)) ? checkpoint : findCheckpoint(db, projectId, sealed.seq);
}

/** Into the file too. Twice the same does no harm. */
export function keepCheckpoint({ seal }: Pick<Office, "seal">, checkpoint: Checkpoint | null): void {
  if (checkpoint) seal.file.append([checkpoint]);
}

/** [P30] Every journal that has grown, and whatever the file has missed. */
export async function sealAll(office: Office): Promise<number> {
  const grown = await listUnsealed(office.db);
  for (const projectId of grown) keepCheckpoint(office, await sealJournal(office.db, office, projectId));
  return grown.length;
}

/** What is in the database and not in the file: an act that was committed when the power went. Only what our own key answers for. */
export async function completeFile({ db, seal }: Pick<Office, "db" | "seal">): Promise<void> {
  const there = new Set(seal.file.read().checkpoints.map((each) => each.signature));
  const all = await listCheckpoints(db);
  seal.file.append(all.filter((each) => !there.has(each.signature) && seal.key.check(each.keyId, checkpointStatement(each), each.signature) === "ours"));
}

const roundMs = 60_000;

/** A round once a minute until it is stopped. What fails is logged, and tried again the next time. */
export function startSealing(office: Office): { stop(): Promise<void> } {
  let running: Promise<void> = round(office, true);
  const timer = setInterval(() => (running = running.then(() => round(office, false))), roundMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
      await round(office, false);
    },
  };
}

async function round(office: Office, first: boolean): Promise<void> {
  try {
    if (first) await completeFile(office);
    await sealAll(office);
  } catch (fault) {
    office.log.error({ err: fault }, "the journals could not be sealed");
  }
}
