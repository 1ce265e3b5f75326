// Checkpoints a second time, in a file beside the database: whoever can only reach the database cannot cut a journal short unseen.
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from "node:fs";
import { canonicalJson } from "../../app/domain/documents/canonical";
import type { Checkpoint } from "../../app/domain/checkpoint";

export type CheckpointFile = {
  /** On the disk when it returns. */
  append(checkpoints: readonly Checkpoint[]): void;
  /** `faults`: the numbers of lines that are no checkpoints. */
  read(): { readonly checkpoints: readonly Checkpoint[]; readonly faults: readonly number[] };
};

export function checkpointFile(path: string): CheckpointFile {
  return {
    append(checkpoints) {
      if (checkpoints.length === 0) return;
      const file = openSync(path, "a", 0o600);
      try {
        appendFileSync(file, checkpoints.map((each) => `${canonicalJson(each)}\n`).join(""));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
    read: () => readLines(existsSync(path) ? readFileSync(path, "utf8") : ""),
  };
}

/** For a database that lives in memory only, and for tests. */
export function checkpointsInMemory(): CheckpointFile {
  const kept: Checkpoint[] = [];
  return { append: (checkpoints) => void kept.push(...checkpoints), read: () => ({ checkpoints: [...kept], faults: [] }) };
}

function readLines(text: string): ReturnType<CheckpointFile["read"]> {
  const checkpoints: Checkpoint[] = [];
  const faults: number[] = [];
  text.split("\n").forEach((line, index) => {
    if (line === "") return;
    const read = readCheckpoint(line);
    if (read) checkpoints.push(read);
    else faults.push(index + 1);
  });
  return { checkpoints, faults };
}

function readCheckpoint(line: string): Checkpoint | null {
  try {
    const { projectId, seq, hash, chain, at, keyId, signature } = JSON.parse(line) as Record<string, unknown>;
    const texts = [projectId, hash, chain, at, keyId, signature];
    return texts.every((each) => typeof each === "string") && Number.isInteger(seq) ? ({ projectId, seq, hash, chain, at, keyId, signature } as Checkpoint) : null;
  } catch {
    return null;
  }
}
