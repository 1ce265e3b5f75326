// Presence told once: the stock provider sends every cursor it hears of back to the server; ours speaks for itself only.
import * as encoding from "lib0/encoding";
import { encodeAwarenessUpdate } from "y-protocols/awareness";
import type { WebsocketProvider } from "y-websocket";

export function quietAwareness(provider: WebsocketProvider): void {
  const { awareness, doc } = provider;
  awareness.off("update", provider._awarenessUpdateHandler);
  provider._awarenessUpdateHandler = ({ added, updated, removed }: { added: number[]; updated: number[]; removed: number[] }, origin: unknown) => {
    const { ws } = provider;
    if (origin === provider || !provider.wsconnected || ws?.readyState !== ws?.OPEN) return;
    if (![...added, ...updated, ...removed].includes(doc.clientID)) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [doc.clientID]));
    ws?.send(encoding.toUint8Array(encoder));
  };
  awareness.on("update", provider._awarenessUpdateHandler);
}
