// What a thread of the workshop does all day: takes an order, does the work, hands over what came of it.
import type { MessagePort } from "node:worker_threads";
import type { compactPieces, diffPieces } from "./compaction";
import { alone, unpacked, type Answer, type Order } from "./workshop-crate";

export type Craft = { readonly compact: typeof compactPieces; readonly diff: typeof diffPieces };

export function attend(port: MessagePort, craft: Craft): void {
  port.on("message", (order: Order) => {
    const answer = answerTo(order, craft);
    port.postMessage(answer, handedOver(answer));
  });
}

function answerTo(order: Order, craft: Craft): Answer {
  try {
    const pieces = unpacked(order.crate);
    if (order.kind === "diff") return { kind: "done", result: alone(craft.diff(pieces, order.stateVector)) };
    const compacted = craft.compact(pieces);
    return { kind: "done", result: compacted && { bytes: alone(compacted.bytes), stateVector: alone(compacted.stateVector), deletions: alone(compacted.deletions) } };
  } catch {
    return { kind: "failed" };
  }
}

function handedOver(answer: Answer): ArrayBuffer[] {
  if (answer.kind === "failed" || answer.result === null) return [];
  const parts = answer.result instanceof Uint8Array ? [answer.result] : Object.values(answer.result);
  return parts.map((part) => part.buffer as ArrayBuffer);
}
