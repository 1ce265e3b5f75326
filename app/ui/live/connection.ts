// The browser's end of a living document: the Yjs document, its line to the server, its copy on this device, and the truth about saving.
import * as decoding from "lib0/decoding";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { contentField } from "../../domain/documents/field";
import { closeCodes, storedMessage } from "../../domain/documents/live";
import { spreadReturns } from "./coming-back";
import { openDeviceCopy, type DeviceCopy } from "./device-copy";
import { quietAwareness } from "./quiet-awareness";
import { saveStateOf, type ClosedReason, type SaveState, type WaitingReason } from "./save-state";
import { makeTally } from "./tally";

export type LiveConnection = {
  readonly doc: Y.Doc;
  /** The name of the fragment the editor binds to. */
  readonly field: string;
  readonly awareness: Awareness;
  /** For the editor's caret extension, which wants a provider. */
  readonly provider: WebsocketProvider;
  /** For useSyncExternalStore: the same object until something changes. */
  getState(): SaveState;
  subscribe(listener: () => void): () => void;
  /** Once closed: takes what this device keeps of the document away, also what was never stored, so that loading the page begins anew. */
  letGo(): Promise<void>;
  destroy(): void;
};

export type ConnectOptions = {
  readonly documentId: string;
  readonly userId: string;
  readonly schemaVersion: number;
  /** `wss://…/sync`; the page's own host when left out. */
  readonly address?: string;
  readonly Socket?: typeof WebSocket;
};

/** How long the server may keep us waiting for its word before the page says so. */
const patienceMs = 4_000;
const messageTooBig = 1009;

const reasons: ReadonlyMap<number, ClosedReason> = new Map([
  [closeCodes.accessEnded, "accessEnded"], [closeCodes.signedOut, "signedOut"], [closeCodes.notFound, "notFound"],
  [closeCodes.reload, "reload"], [closeCodes.tooLarge, "tooLarge"], [messageTooBig, "tooLarge"],
]);

const waits: ReadonlyMap<number, WaitingReason> = new Map([
  [closeCodes.restarting, "restarting"], [closeCodes.tooManyOpen, "tooManyOpen"], [closeCodes.tooFast, "tooFast"],
]);

export function connectDocument({ documentId, userId, schemaVersion, address = ownAddress(), Socket = WebSocket }: ConnectOptions): LiveConnection {
  const doc = new Y.Doc();
  const listeners = new Set<() => void>();
  const facts = {
    closed: null as ClosedReason | null, waiting: null as WaitingReason | null, isConnected: false, isSynced: false, hasBeenSynced: false, hasFailedToConnect: false,
    hasLocalContent: false, hasUnstored: false, isOnDevice: false, isOverdue: false,
  };
  let state = saveStateOf(facts);
  /** undefined until the copy on this device has been looked for. */
  let copy: DeviceCopy | null | undefined = undefined;
  let patience: ReturnType<typeof setTimeout> | null = null;
  let edits = 0;
  let kept = { edits: 0, hasUnstored: false };
  let isDestroyed = false;

  const tally = makeTally(Socket, () => learn({}));
  const provider = new WebsocketProvider(address, documentId, doc, {
    connect: false,
    disableBc: true,
    params: { stored: "1", schema: String(schemaVersion) },
    WebSocketPolyfill: tally.Socket,
    shouldReconnect: ({ code }) => code !== messageTooBig && (code < 4400 || code > 4499),
  });
  quietAwareness(provider);
  spreadReturns(provider);

  function learn(news: Partial<typeof facts>): void {
    const hadUnstored = facts.hasUnstored;
    Object.assign(facts, news);
    if (facts.isConnected && facts.isSynced && tally.isEven()) facts.hasUnstored = false;
    else if (news.hasUnstored === undefined && tally.hasAnswered() && facts.isConnected && !tally.isEven()) facts.hasUnstored = true;
    if (hadUnstored !== facts.hasUnstored) void keep();
    if (!facts.hasUnstored || !facts.isConnected) bePatient();
    else patience ??= setTimeout(() => learn({ isOverdue: true }), patienceMs);
    const next = saveStateOf(facts);
    if (Object.entries(next).every(([name, value]) => state[name as keyof SaveState] === value)) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function bePatient(): void {
    if (patience) clearTimeout(patience);
    patience = null;
    facts.isOverdue = false;
  }

  /** One writing at a time; what was edited meanwhile is written after it. */
  let isKeeping = false;
  async function keep(): Promise<void> {
    if (!copy || isKeeping || isDestroyed) return;
    isKeeping = true;
    try {
      while (copy && (kept.edits < edits || kept.hasUnstored !== facts.hasUnstored)) {
        const next = { edits, hasUnstored: facts.hasUnstored };
        await copy.keep(next.hasUnstored);
        kept = next;
      }
      learn({ isOnDevice: true });
    } catch {
      learn({ isOnDevice: false });
    } finally {
      isKeeping = false;
    }
  }

  doc.on("update", (_bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (!transaction.local) return;
    edits += 1;
    learn({ hasUnstored: true, isOnDevice: false });
    void keep();
  });
  provider.messageHandlers[storedMessage] = (_encoder, decoder) => {
    tally.hear(decoding.readVarUint(decoder));
    learn({});
  };
  provider.on("status", ({ status }) => learn({ isConnected: status === "connected", isSynced: provider.synced }));
  provider.on("sync", (isSynced) => learn({ isSynced, hasBeenSynced: facts.hasBeenSynced || isSynced, waiting: isSynced ? null : facts.waiting }));
  provider.on("connection-close", (event) => {
    const reason = (event && waits.get(event.code)) ?? null;
    // a server that restarts is not there for a while
    const isStillAway = event !== null && reason === null && facts.waiting === "restarting";
    learn({ hasFailedToConnect: true, waiting: isStillAway ? facts.waiting : reason });
  });
  provider.on("connection-error", () => learn({ hasFailedToConnect: true }));
  provider.on("closed", ({ code }) => {
    const closed = reasons.get(code) ?? "fault";
    learn({ closed, waiting: null, isConnected: false });
    // nothing of a project stays with somebody who is no longer in it; nor on a shared machine when it is safe on the server
    if (closed === "accessEnded" || (closed === "signedOut" && !facts.hasUnstored)) {
      void copy?.remove();
      copy = null;
    }
  });

  const stopWatching = watchWindow({
    leaving: (event) => {
      if (facts.hasUnstored && !facts.isOnDevice && facts.closed !== "accessEnded") event.preventDefault();
    },
    // a socket over a cut line looks open for half a minute: the device knows at once, and so shall the page
    offline: () => {
      learn({ waiting: null });
      provider.disconnect();
    },
    online: () => {
      if (copy !== undefined && facts.closed === null) provider.connect();
    },
  });

  void openDeviceCopy(userId, documentId, doc)
    .catch(() => null)
    .then((opened) => {
      if (isDestroyed) return opened?.close();
      copy = opened;
      if (opened) kept = { edits, hasUnstored: opened.hadUnstored };
      if (opened) learn({ hasLocalContent: opened.hadContent, hasUnstored: facts.hasUnstored || opened.hadUnstored, isOnDevice: true });
      provider.connect();
    });

  return {
    doc,
    field: contentField,
    awareness: provider.awareness,
    provider,
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async letGo() {
      const held = copy;
      copy = null;
      learn({ hasUnstored: false });
      // another window with the document open may keep its copy from being removed
      await Promise.race([held?.remove(), new Promise((resolve) => setTimeout(resolve, patienceMs))]);
    },
    destroy() {
      isDestroyed = true;
      bePatient();
      stopWatching();
      listeners.clear();
      provider.destroy();
      copy?.close();
      doc.destroy();
    },
  };
}

type WindowWatch = { readonly leaving: (event: BeforeUnloadEvent) => void; readonly offline: () => void; readonly online: () => void };

/** Listens to the window where there is one; answers the function that stops it. */
function watchWindow({ leaving, offline, online }: WindowWatch): () => void {
  if (typeof window === "undefined") return () => undefined;
  window.addEventListener("beforeunload", leaving);
  window.addEventListener("offline", offline);
  window.addEventListener("online", online);
  return () => {
    window.removeEventListener("beforeunload", leaving);
    window.removeEventListener("offline", offline);
    window.removeEventListener("online", online);
  };
}

function ownAddress(): string {
  return `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/sync`;
}
