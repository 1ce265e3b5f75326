// One connection to the living document for as long as the page stands, and its state as React reads it.
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { connectDocument, type ConnectOptions, type LiveConnection } from "../live/connection";
import type { SaveState } from "../live/save-state";

/** null in the moment before the page has its connection. */
export function useLive(documentId: string, userId: string, schemaVersion: number): LiveConnection | null {
  const held = useMemo(() => heldConnection({ documentId, userId, schemaVersion }), [documentId, userId, schemaVersion]);
  return useSyncExternalStore(held.subscribe, held.get);
}

export function useSaveState(connection: LiveConnection): SaveState {
  const subscribe = useCallback((listener: () => void) => connection.subscribe(listener), [connection]);
  return useSyncExternalStore(subscribe, () => connection.getState());
}

/** Opened when the page begins to look at it, closed when it no longer does. */
function heldConnection(options: ConnectOptions) {
  let connection: LiveConnection | null = null;
  return {
    subscribe() {
      const opened = connectDocument(options);
      connection = opened;
      return () => {
        connection = null;
        opened.destroy();
      };
    },
    get: () => connection,
  };
}
