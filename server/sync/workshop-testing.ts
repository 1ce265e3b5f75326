// A thread of the workshop that does the real work, and comes to grief over pieces made for it.
import { parentPort, threadId, type MessagePort } from "node:worker_threads";
import { compactPieces, diffPieces } from "./compaction";
import { attend, type Craft } from "./workshop-attend";

const port = parentPort as MessagePort;

function stumble([piece]: readonly Uint8Array[]): void {
  const word = Buffer.from(piece ?? []).toString("latin1");
  if (word === "endless") for (;;);
  if (word === "greedy") for (const all: number[][] = []; ; ) all.push(new Array<number>(100_000).fill(0.5));
  if (word === "crash") port.postMessage = stumble.bind(null, [Buffer.from("throw")]);
  if (word === "leave") process.exit(3);
  if (word === "throw") throw new Error("what somebody wrote");
}

const craft: Craft = {
  compact(pieces) {
    stumble(pieces);
    return Buffer.from(pieces[0] ?? []).toString("latin1") === "who" ? { bytes: Uint8Array.of(threadId), stateVector: Uint8Array.of(), deletions: Uint8Array.of() } : compactPieces(pieces);
  },
  diff(pieces, stateVector) {
    stumble(pieces);
    return diffPieces(pieces, stateVector);
  },
};

attend(port, craft);
