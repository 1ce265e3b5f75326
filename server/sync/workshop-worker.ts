// The script of the workshop's threads: bundled by itself, next to the server's own.
import { parentPort } from "node:worker_threads";
import { compactPieces, diffPieces } from "./compaction";
import { attend } from "./workshop-attend";

if (!parentPort) throw new Error("this script belongs in a thread of the workshop");
attend(parentPort, { compact: compactPieces, diff: diffPieces });
